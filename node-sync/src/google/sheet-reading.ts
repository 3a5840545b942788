import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Raws } from "../../../apps-script/domain/moving/hand";
import { lettersOf } from "../../../apps-script/domain/snapshot/address";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import type { Doubt, SerialValues } from "./serial-values";
import type { SheetsClient } from "./sheets-client";

/** A tab to read: all of it, or its header and the first columns below. */
interface Wanted {
  readonly title: string;
  readonly keysOnly: number | null;
}

/** More doubtful numbers than this are asked for by whole columns. */
const MOST_CELLS = 100;
const FORMATS = "sheets(properties(title),data(startRow,startColumn,rowData(values(effectiveFormat(numberFormat(type))))))";
const MOMENTS = new Set(["DATE", "TIME", "DATE_TIME"]);

/** Reads tabs whole, in one request; one more when the formats of single cells must tell numbers from days. */
export class SheetReading {
  constructor(
    private readonly client: SheetsClient,
    private readonly serials: SerialValues,
  ) {}

  /** The tabs' values by title, down to the end of each grid; the first line is as wide as the grid. */
  async values(tabs: readonly Wanted[]): Promise<ReadonlyMap<string, Value[][]>> {
    const ranges = tabs.flatMap(({ title, keysOnly }) =>
      keysOnly === null ? [a1(title)] : [a1(title, "1:1"), a1(title, `A:${lettersOf(keysOnly - 1)}`)],
    );
    const answers = [...(await this.client.values(ranges))];
    const raws = new Map<string, Raws>();
    for (const { title, keysOnly } of tabs) {
      const [first, rest = first] = keysOnly === null ? answers.splice(0, 1) : answers.splice(0, 2);
      raws.set(title, padded(first, rest));
    }
    await this.settle([...raws].flatMap(([title, lines]) => this.serials.doubts(title, lines)));
    return new Map([...raws].map(([title, lines]) => [title, this.serials.values(title, lines)]));
  }

  /** Formulas by tab, in the shape of its values; `""` where there is none. */
  async formulas(titles: readonly string[]): Promise<ReadonlyMap<string, string[][]>> {
    const { sheets = [] } = await this.client.get(
      `sheets(properties(title),${FORMULAS})`,
      titles.map((title) => a1(title)),
    );
    return new Map(sheets.map((sheet) => [sheet.properties?.title ?? "", formulasOf(sheet)]));
  }

  private async settle(doubts: readonly Doubt[]): Promise<void> {
    if (doubts.length === 0) return;
    const { sheets = [] } = await this.client.get(FORMATS, [...new Set(placesOf(doubts))]);
    const kinds = new Map<string, string>();
    for (const { properties, data } of sheets) {
      for (const { startRow, startColumn, rowData } of data ?? []) {
        rowData?.forEach(({ values }, row) => {
          values?.forEach(({ effectiveFormat }, column) => {
            const type = effectiveFormat?.numberFormat?.type;
            if (type) kinds.set(`${properties?.title} ${(startRow ?? 0) + row + 1} ${(startColumn ?? 0) + column}`, type);
          });
        });
      }
    }
    for (const doubt of doubts)
      this.serials.learn(doubt, MOMENTS.has(kinds.get(`${doubt.title} ${doubt.row} ${doubt.column}`) ?? ""));
  }
}

/** The part of a field mask that brings formulas and nothing else of the cells. */
export const FORMULAS = "data(startRow,startColumn,rowData(values(userEnteredValue(formulaValue))))";

export function formulasOf({ data }: sheets_v4.Schema$Sheet): string[][] {
  const lines: string[][] = [];
  for (const { startRow, startColumn, rowData } of data ?? []) {
    rowData?.forEach(({ values }, row) => {
      const line: string[] = [];
      values?.forEach(({ userEnteredValue }, column) => {
        line[(startColumn ?? 0) + column] = userEnteredValue?.formulaValue ?? "";
      });
      lines[(startRow ?? 0) + row] = line;
    });
  }
  return Array.from(lines, (line) => Array.from(line ?? [], (formula) => formula ?? ""));
}

function placesOf(doubts: readonly Doubt[]): string[] {
  if (doubts.length > MOST_CELLS)
    return doubts.map(({ title, column }) => a1(title, `${lettersOf(column)}:${lettersOf(column)}`));
  return doubts.map(({ title, row, column }) => a1(title, `${lettersOf(column)}${row}`));
}

/** The values with as many lines as the grid has rows. */
function padded(first: sheets_v4.Schema$ValueRange | undefined, rest: sheets_v4.Schema$ValueRange | undefined): Raws {
  const lines: unknown[][] = [...((rest?.values ?? []) as unknown[][])];
  if (first !== rest) lines[0] = (first?.values?.[0] ?? []) as unknown[];
  const { rows } = extentOf(rest?.range ?? "");
  while (lines.length < rows) lines.push([]);
  const { columns } = extentOf(first?.range ?? "");
  const [header = []] = lines;
  lines[0] = [...header, ...Array.from({ length: Math.max(0, columns - header.length) }, () => "")];
  return lines;
}

/** How far a range reaches: `'名册'!A1:BZ1000` to row 1000 and column 78. */
function extentOf(range: string): { readonly rows: number; readonly columns: number } {
  const [, column = "A", row = "1"] = /!(?:[A-Z]+\d*:)?([A-Z]+)(\d+)$/.exec(range) ?? [];
  return { rows: Number(row), columns: [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}

/** `'名册'`, `'名册'!A:B`: https://developers.google.com/workspace/sheets/api/guides/concepts#cell */
export function a1(title: string, cells?: string): string {
  const quoted = `'${title.replaceAll("'", "''")}'`;
  return cells === undefined ? quoted : `${quoted}!${cells}`;
}
