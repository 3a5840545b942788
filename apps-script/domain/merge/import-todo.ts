import { digestOf } from "../changes/change-set";
import type { OutcomeBuilder } from "../changes/outcome";
import { maskText } from "../people/masks";
import { ANSWER } from "../schema/allowed";
import type { Snapshot } from "../snapshot/snapshot";
import type { Value } from "../snapshot/value";
import type { StaffSentence } from "../wording/audience";
import { adviceOf, type Graded, moverOf, severityOf, titleOfRule } from "../wording/rules";

/** Something of a file that staff must settle. `about` names the matter itself, not the file and row that brought it up. */
type Matter = Graded & {
  readonly about: readonly string[];
  readonly subject: string;
  readonly unit: string | null;
  readonly phone: Value;
  readonly content: StaffSentence;
};

/** Marks the rows of 待办 that a file raised, so that the todo action leaves them alone. */
export const IMPORT_SOURCE = "import";

/** Rows of 待办 for matters that are not there yet: the same matter is raised once, whatever file brings it up again. */
export class ImportTodo {
  private readonly known: Set<string>;
  private readonly fresh: (Matter & { readonly id: string })[] = [];

  constructor(snapshot: Snapshot) {
    const repeated = snapshot.repeated.flatMap(({ table, key }) => (table === "todo" ? [key] : []));
    this.known = new Set([...snapshot.todo.map(({ key }) => key), ...repeated]);
  }

  get count(): number {
    return this.fresh.length;
  }

  raise(matter: Matter): void {
    const id = digestOf([matter.code, ...matter.about].join("|")).slice(0, 16);
    if (this.known.has(id)) return;
    this.known.add(id);
    this.fresh.push({ ...matter, id });
  }

  write(out: OutcomeBuilder): void {
    for (const matter of this.fresh) {
      const { id, code, subject, unit, phone, content } = matter;
      out.add("todo", {
        id,
        rule: titleOfRule(code),
        code,
        whose: moverOf(code),
        severity: severityOf(matter),
        subject,
        unit,
        phone,
        content: maskText(content),
        suggestion: adviceOf(code),
        answer: ANSWER.none,
        source: IMPORT_SOURCE,
      });
    }
  }
}
