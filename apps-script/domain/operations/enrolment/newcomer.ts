import { shownName } from "../../people/canonical";
import { readDocument } from "../../people/documents";
import { readName } from "../../people/names";
import { readMobile } from "../../people/phones";
import type { IdentityProblem } from "../../people/problem";
import { documentKey } from "../../people/same-person";
import { hasEnded } from "../../rules/standing";
import { type DOCUMENT_TYPES, type EDUCATIONS, KIND, type KINDS, type POSTS, TO_CONFIRM } from "../../schema/allowed";
import type { Enrolment } from "../../schema/roster";
import type { Value } from "../../snapshot/value";
import * as say from "../../wording/enrol";
import { whoIs } from "../../wording/roster";
import { severityOf } from "../../wording/rules";
import type { ClerkRun } from "../clerk-run";

/** What is said of somebody new; what is left out comes from the enrolment whose place is taken. */
interface Described {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly idType: (typeof DOCUMENT_TYPES)[number] | null;
  readonly mobile: string | null;
  readonly unit: string | null;
  readonly newUnit: string | null;
  readonly post: (typeof POSTS)[number] | null;
  readonly kind: (typeof KINDS)[number];
  readonly education: (typeof EDUCATIONS)[number] | null;
  readonly validUntil: string | null;
  readonly certificate: string | null;
  readonly class: string | null;
  readonly note: string | null;
}

/** The new row, and what is worth knowing of it. */
interface Newcomer {
  readonly key: string;
  readonly isNewUnit: boolean;
  readonly remarks: readonly string[];
}

/** Takes somebody in, or says by field why not; `null` then. */
export function newcomer(run: ClerkRun, given: Described, old: Enrolment | null): Newcomer | null {
  const { today } = run.context;
  const asked = run.complaints.length;
  const wrong = (name: string, written: Value, message: string): void =>
    run.complain(name, { given: String(written ?? ""), message, possible: [] });
  const told: string[] = [];
  const checked = (field: string, written: Value, problems: readonly IdentityProblem[]): void => {
    for (const problem of problems) {
      if (BLOCKING.includes(problem.code)) wrong(field, written, problem.message);
      else if (severityOf(problem) !== "提示") told.push(problem.message);
    }
  };
  const name = given.name === null ? (old?.name ?? null) : readName(given.name).text;
  const idNumber = given.idNumber ?? old?.idNumber ?? null;
  const idType = given.idType ?? old?.idType ?? null;
  const mobile = given.mobile === null ? (old?.mobile ?? null) : readMobile(given.mobile).text;
  checked("name", name, readName(name).problems);
  const document = readDocument(idNumber, idType, today);
  checked("idNumber", idNumber, document.problems);
  if (given.mobile !== null || mobile === null) {
    const { problem } = readMobile(given.mobile ?? mobile);
    checked("mobile", given.mobile, problem === null ? [] : [problem]);
  }
  const post = given.post ?? old?.post ?? null;
  if (post === null) wrong("post", "", say.missing);
  const unit = given.unit ?? given.newUnit ?? old?.unit ?? null;
  if (given.unit !== null && given.newUnit !== null) wrong("newUnit", given.newUnit, say.oneUnit);
  if (unit === null) wrong("unit", "", say.missing);
  const isNewUnit = given.newUnit !== null && !run.snapshot.units.some((one) => one.name === given.newUnit);
  const validUntil = given.validUntil ?? old?.validUntil ?? null;
  if (given.kind === KIND.retraining && validUntil === null) wrong("validUntil", "", say.untilWanted);
  const id = document.usable ? document.text : null;
  const person = documentKey({ idNumber: id });
  const known = run.snapshot.roster.filter((row) => person !== null && documentKey(row) === person);
  sayKnown(known, { name, post, old }, wrong);
  if (run.complaints.length > asked) return null;
  if (isNewUnit) run.out.add("units", { name: given.newUnit, status: TO_CONFIRM }, say.ENROL_TITLE);
  const key = run.addEnrolment(
    {
      name: name === null ? null : shownName(name),
      idNumber: id ?? idNumber,
      idType: idType ?? document.type,
      mobile,
      unit,
      post,
      kind: given.kind,
      education: given.education ?? old?.education ?? null,
      certificate: given.certificate ?? old?.certificate ?? null,
      validUntil,
      note: given.note,
      lockedClass: given.class,
      person: old?.person ?? known.find((row) => row.person !== null)?.person ?? null,
    },
    say.ENROL_TITLE,
  );
  return { key, isNewUnit, remarks: told };
}

/** Without these nobody can be told from somebody else: missing, damaged, several in a cell, impossible, wrong check digit. */
const BLOCKING: readonly string[] = ["R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R13", "R14"];

/** One person and post is enrolled once; the same id under another name is asked. */
function sayKnown(
  known: readonly Enrolment[],
  { name, post, old }: { readonly name: string | null; readonly post: string | null; readonly old: Enrolment | null },
  wrong: (field: string, written: Value, message: string) => void,
): void {
  const other = known.find((row) => row.name !== null && name !== null && shownName(row.name) !== shownName(name));
  if (other !== undefined) wrong("name", name, say.otherName(whoIs(other)));
  const live = known.find((row) => row.key !== old?.key && row.post === post && !hasEnded(row));
  if (live !== undefined) wrong("instead", "", say.enrolledAlready(whoIs(live), live.unit));
}
