import { isDay } from "../../../apps-script/domain/days/civil-day";
import type { Content, Fixes, Landed } from "../../../apps-script/domain/moving/content";
import type { Block, Hand, Raws, Steps } from "../../../apps-script/domain/moving/hand";
import { rectanglesOf } from "../../../apps-script/domain/moving/rectangles";
import type { Sight } from "../../../apps-script/domain/moving/sight";
import type { Column, Table } from "../../../apps-script/domain/schema/column";
import { headerForm } from "../../../apps-script/domain/snapshot/layout";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { serialOfDay } from "../xlsx/patch/cell-markup";
import { type FormatOf, updateRequests } from "./cell-requests";
import { formatOfColumn } from "./number-formats";
import type { Request } from "./sheets-client";

/** What a hand asks of the host; the host answers those of all tabs together. */
export type Order =
  | { readonly kind: "values"; readonly hand: ApiHand }
  | { readonly kind: "formulas"; readonly hand: ApiHand }
  | { readonly kind: "put"; readonly requests: readonly Request[] };

/** The program's hand on a tab of a Google Sheet far away. Values come converted, so `valueOf` leaves them as they are. */
export class ApiHand implements Hand {
  /** Requests that go along with the next ones: rows and columns to put something into. */
  private readonly first: Request[] = [];
  private columns: readonly (Column | undefined)[] = [];
  /** As of the last look. */
  gridRows = 0;
  /** What was written once may have fallen on other cells and given them its format. */
  private isCorrecting = false;

  /** `keysOnly`: so many columns are read, not all. */
  constructor(
    readonly table: Table,
    readonly sheetId: number,
    readonly keysOnly: number | null,
  ) {}

  *values(): Steps<Raws> {
    return this.seen((yield { kind: "values", hand: this } satisfies Order) as Raws);
  }

  *formulas(): Steps<readonly (readonly string[])[]> {
    return (yield { kind: "formulas", hand: this } satisfies Order) as string[][];
  }

  grid(): Steps<Raws> {
    return this.values();
  }

  *put(sight: Sight, fixes: Fixes): Steps<readonly Landed[]> {
    const rectangles = rectanglesOf(fixes);
    yield this.order(rectangles.flatMap((rectangle) => updateRequests(this.sheetId, rectangle, this.formatOf())));
    this.isCorrecting = true;
    const names = new Map([...sight.columns].map(([form, column]) => [column, form]));
    return rectangles.map(({ row, column, cells }) => ({
      row,
      column,
      forms: (cells[0] ?? []).map((_, index) => names.get(column + index) ?? ""),
      values: cells.map((line) => line.map(({ value }) => value)),
      otherwise: cells.map((line) => line.map(({ value }) => asSerial(value))),
    }));
  }

  *putBlock(row: number, column: number, block: readonly (readonly Content[])[]): Steps<void> {
    yield this.order(updateRequests(this.sheetId, { row, column, cells: block }, this.formatOf()));
  }

  *putNew(blocks: readonly Block[]): Steps<boolean> {
    return (yield this.order(blocks.flatMap((block) => updateRequests(this.sheetId, block, this.formatOf())))) as boolean;
  }

  *growRows(present: number, needed: number): Steps<void> {
    yield* [];
    if (needed > present) this.grow("ROWS", needed - present);
  }

  *growColumns(present: number, needed: number): Steps<void> {
    yield* [];
    if (needed > present) this.grow("COLUMNS", needed - present);
  }

  /** Nothing is made of a text here but the text. */
  *unformat(): Steps<void> {
    yield* [];
  }

  valueOf(raw: unknown): Value {
    return (raw ?? null) as Value;
  }

  contentOf(value: Value): Content {
    return { value, raw: value ?? "" };
  }

  /** Takes in where the columns stand, and how many rows there are. */
  seen(values: Raws): Raws {
    const columns = new Map(Object.values<Column>(this.table.columns).map((column) => [headerForm(column.title), column]));
    const header = values.find((line) => line.some((value) => value !== null)) ?? [];
    this.gridRows = values.length;
    this.columns = header.map((title) => columns.get(headerForm(title as Value)));
    return values;
  }

  /** Days bring their format along; everything else only when something may have spoilt it. */
  private formatOf(): FormatOf {
    const { columns, isCorrecting } = this;
    return (index) => {
      const column = columns[index];
      if (column && (isCorrecting || column.kind === "day")) return formatOfColumn(column);
      return isCorrecting ? null : undefined;
    };
  }

  private order(requests: readonly Request[]): Order {
    return { kind: "put", requests: [...this.first.splice(0), ...requests] };
  }

  private grow(dimension: "ROWS" | "COLUMNS", length: number): void {
    this.first.push({ appendDimension: { sheetId: this.sheetId, dimension, length } });
  }
}

function asSerial(value: Value): Value {
  return typeof value === "string" && isDay(value) ? (serialOfDay(value, false) ?? value) : value;
}
