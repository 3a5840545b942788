import type { OutcomeBuilder } from "../changes/outcome";
import { TO_CONFIRM } from "../schema/allowed";
import * as say from "../wording/import";
import type { FileFindings, Place } from "./file-report";
import type { ImportTodo } from "./import-todo";
import type { IncomingCell } from "./incoming";
import { isUnitName, type UnitDirectory } from "./units";

const COLUMN = "unit";

/** The units that files name: unknown ones are added as 待确认, nearly known ones asked about, each once per file. */
export class UnitIntake {
  private readonly added: { readonly name: string; readonly file: string }[] = [];

  constructor(
    readonly directory: UnitDirectory,
    private readonly todo: ImportTodo,
  ) {}

  get count(): number {
    return this.added.length;
  }

  /** The unit that a cell names: its full name when known, else as written; `null` for none. */
  named(cell: IncomingCell | undefined): string | null {
    return typeof cell?.value === "string" && isUnitName(cell.value) ? this.directory.nameFor(cell.value) : null;
  }

  /** The unit of a row as `named`, with what there is to say of it. `told` holds what the file was told. */
  take(cell: IncomingCell | undefined, place: Place, file: string, told: Set<string>, findings: FileFindings): string | null {
    if (this.named(cell) === null || typeof cell?.value !== "string") return null;
    const at = { ...place, address: cell.address };
    const answer = this.directory.look(cell.value);
    if (answer.kind === "known") return answer.name;
    const { text } = answer;
    if (answer.kind === "new") {
      this.directory.learn(text);
      this.added.push({ name: text, file });
      findings.note({ code: "I07" }, { ...at, name: "" }, COLUMN, say.newUnit(text));
    } else if (!told.has(text)) {
      const question = say.unitQuestion(text, answer.near);
      findings.note({ code: "I08" }, { ...at, name: "" }, COLUMN, question);
      const about = [text, ...answer.near];
      this.todo.raise({ code: "I08", about, subject: text, unit: text, phone: null, content: question });
    }
    told.add(text);
    return text;
  }

  write(out: OutcomeBuilder): void {
    for (const { name, file } of this.added) out.add("units", { name, status: TO_CONFIRM }, say.importedFrom(file));
  }
}
