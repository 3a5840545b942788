import { canonicalUnit, unitStem } from "../people/canonical";
import { textOf, type Value } from "../snapshot/value";
import type { StaffSentence } from "../wording/audience";
import * as say from "../wording/import";
import type { FileFindings } from "./file-report";
import type { ImportTodo } from "./import-todo";
import type { IncomingRow } from "./incoming";
import { WHOLE_FILE } from "./list-notes";
import type { Sender } from "./sender";
import { isUnitName, type UnitDirectory } from "./units";

/** What staff are asked about the sender of one file, once for each matter whatever files bring it up again. */
export class SenderQuestions {
  private readonly left = new Map<string, { readonly sender: string; readonly unit: string; count: number }>();

  constructor(
    private readonly senders: ReadonlyMap<IncomingRow, Sender>,
    private readonly directory: UnitDirectory,
  ) {}

  /** How many rows wait until staff have said who reports for whom. */
  get leftRows(): number {
    return [...this.left.values()].reduce((all, { count }) => all + count, 0);
  }

  /** The unit that a row without one is of, as the whole list is that unit's. */
  senderOf(row: IncomingRow): string | null {
    return this.senders.get(row)?.only ?? null;
  }

  /** The one unit that all clues of all rows name as the sender; `null` for none: rows that name a unit prove nothing. */
  soleSender(): string | null {
    const [only, ...others] = new Set([...this.senders].map(([row, sender]) => sender.onlyFor(row)));
    return only !== undefined && others.length === 0 ? only : null;
  }

  /** Whether somebody else than this unit sent the row. */
  isOfAnother(row: IncomingRow, unit: Value): boolean {
    return this.otherThan(row, unit) !== null;
  }

  /** Whether a row of this unit waits, as another unit sent it: nothing of it is taken, nobody is entered, nothing is told. */
  leaves(row: IncomingRow, unit: Value): boolean {
    const sender = this.otherThan(row, unit);
    if (sender === null) return false;
    const name = this.directory.nameFor(textOf(unit));
    const key = JSON.stringify([sender, name]);
    const known = this.left.get(key);
    if (known) known.count++;
    else this.left.set(key, { sender, unit: name, count: 1 });
    return true;
  }

  private otherThan(row: IncomingRow, unit: Value): string | null {
    if (typeof unit !== "string" || !isUnitName(unit)) return null;
    return this.senders.get(row)?.against(this.directory.nameFor(unit), row) ?? null;
  }

  /** @param units those of the rows that were taken */
  close(file: string, units: ReadonlySet<string>, findings: FileFindings, todo: ImportTodo): void {
    const ask = (
      code: "I20" | "I21",
      about: readonly string[],
      subject: string,
      unit: string | null,
      sentence: StaffSentence,
    ): void => {
      findings.note({ code }, WHOLE_FILE, null, sentence);
      const content = say.placed(file, null, null, "", [sentence]);
      todo.raise({ code, about, subject, unit, phone: null, content });
    };
    for (const { sender, unit, count } of this.left.values()) {
      const about = [canonicalUnit(sender), canonicalUnit(unit)];
      ask("I20", about, sender, sender, say.otherUnitsRows(sender, unit, count));
    }
    const names = new Map([...units].map((name) => [unitStem(name), name]));
    const isClear = names.size < 2 || [...this.senders.values()].some(({ isUnknown }) => !isUnknown);
    if (!isClear) ask("I21", [...names.keys()].sort(), file, null, say.severalUnits([...names.values()].sort()));
  }
}
