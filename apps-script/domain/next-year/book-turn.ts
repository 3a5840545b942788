import type { TableName } from "../schema/index";
import type { SettingName } from "../schema/settings";
import type { Value } from "../snapshot/value";

/** Cells of a row by column name; what is not named is empty. */
export type TurnedRow = Readonly<Record<string, Value>>;

/** What becomes of one tab. */
export interface TabTurn {
  /** Keys of rows that stay as they are: all but these and the replaced ones are emptied. `null`: nothing is emptied. */
  readonly stays: readonly string[] | null;
  /** Rows by the key that they have in the old book, each with all that it holds from now on: it keeps its place. */
  readonly replaced: readonly (readonly [key: string, values: TurnedRow])[];
  readonly added: readonly TurnedRow[];
  /** Where added rows go: below what stands there, unless a row of the same key does; else the first rows. */
  readonly isBelow: boolean;
}

/**
 * How a copy of an old book becomes the one of the next year: plain JSON, so that it can be decided where the rules are and
 * carried out where the copy is. Rows go by their keys, for people may sort them in between. The log is not among it:
 * whoever carries it out writes that.
 *
 * @example a book of one person, without anything else
 * { year: 2025, people: 1, settings: { planYear: 2025 }, tabs: { roster: { stays: [], isBelow: false, added: [],
 *   replaced: [["B2024-00007", { id: "B2025-00001", name: "某甲" }]] } } }
 */
export interface BookTurn {
  readonly year: number;
  readonly people: number;
  readonly tabs: Readonly<Partial<Record<TableName, TabTurn>>>;
  readonly settings: Readonly<Partial<Record<SettingName, Value>>>;
}

/** Puts together what becomes of a tab. */
export class TabTurning {
  private stays: readonly string[] | null = null;
  private readonly replaced: [string, TurnedRow][] = [];
  private readonly added: TurnedRow[] = [];
  private isBelow = false;

  clearBut(stays: readonly string[]): void {
    this.stays = stays;
  }

  replace(key: string, values: TurnedRow): void {
    this.replaced.push([key, values]);
  }

  fill(values: TurnedRow): void {
    this.added.push(values);
  }

  goBelow(): void {
    this.isBelow = true;
  }

  get done(): TabTurn {
    const { stays, replaced, added, isBelow } = this;
    return { stays, replaced, added, isBelow };
  }
}
