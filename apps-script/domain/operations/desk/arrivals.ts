import * as say from "../../wording/check-in-form";
import type { ClerkRun } from "../clerk-run";
import type { FilledForm } from "./check-in-file";

/** Who reports in: named one by one, or as a filled form says. */
interface Reporting {
  readonly people: readonly string[] | null;
  readonly file: FilledForm | null;
  readonly day: string;
  readonly class: string | null;
  readonly papers: readonly string[] | null;
  readonly amount: number | null;
  readonly method: string | null;
  readonly payer: string | null;
  readonly receipt: string | null;
  readonly reason: string | null;
}

/** Somebody who came, or (`hasCome` false, crossed out) for whom money alone came; why they are taken in whatever speaks against it. */
interface Arrival {
  readonly key: string;
  readonly hasCome: boolean;
  readonly papers: readonly string[];
  readonly reason: string | null;
}

export function arrivalsOf({ people, file, papers, reason }: Reporting): readonly Arrival[] {
  if (file !== null) return file.lines.map((line) => ({ ...line, reason: line.remark ?? reason }));
  return (people ?? []).map((key) => ({ key, hasCome: true, papers: papers ?? [], reason }));
}

const SAID_BY_FORM = ["people", "class", "papers", "amount", "method", "payer", "receipt"] as const;

/** A form says of each person what the other fields say of all; the day has to be the same. */
export function askAboutForm(run: ClerkRun, given: Reporting): void {
  const { file, people, day } = given;
  if (file === null) {
    if (people === null) run.complain("people", { given: "", message: say.peopleOrFile, possible: [] });
    return;
  }
  for (const name of SAID_BY_FORM) {
    if (given[name] !== null) run.complain(name, { given: "", message: say.saidByForm, possible: [] });
  }
  const isOther = file.day !== null && day !== file.day && day !== run.context.today;
  if (isOther) run.complain("day", { given: day, message: say.otherDay(file.day ?? ""), possible: [] });
}
