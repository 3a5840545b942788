import type { Severity } from "../changes/finding";
import { compare, type Outcome, OutcomeBuilder } from "../changes/outcome";
import { type Day, isDay } from "../days/civil-day";
import { educationOf, kindOf, postOf } from "../people/aliases";
import { readDocument } from "../people/documents";
import { kindByExpiry } from "../people/kind-by-expiry";
import { readName } from "../people/names";
import { readMobile } from "../people/phones";
import type { IdentityProblem } from "../people/problem";
import { identityConflicts } from "../people/same-person";
import { EDUCATIONS, KINDS, POSTS, SEVERITY } from "../schema/allowed";
import type { Column } from "../schema/column";
import { type Enrolment, ROSTER } from "../schema/roster";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import type { PeopleCode } from "../wording/people";
import type { RosterCode } from "../wording/roster";
import * as say from "../wording/roster";
import { adviceOf, severityOf } from "../wording/rules";
import type { SiteCode } from "../wording/site-list";
import { checkSites } from "./check-sites";
import { checkStates } from "./check-states";
import { checkUnits } from "./check-units";
import { type ClassFinder, classFinder } from "./class-finder";
import type { Context } from "./context";
import type { Rule } from "./rule";
import { hasEnded, isWithdrawn } from "./standing";

type RosterColumn = keyof (typeof ROSTER)["columns"];

/**
 * Findings about 名册 and 单位, no changes: documents, names, mobiles, closed lists, days, units, class names, people that
 * clash with each other, states that cannot be together. Withdrawn enrolments are left out, ended ones are checked for
 * their states only. 证件有效期 is the assignment's to judge. Summary: enrolments checked and findings by severity.
 */
export const checkRoster: Rule = rosterOf(checkRows, checkSiteRows);

/** The same of its two parts, which 待办 asks again apart: they look at different tabs. */
export function rosterOf(...parts: readonly Rule[]): Rule {
  return (snapshot, context) => {
    const out = new OutcomeBuilder();
    for (const part of parts) for (const finding of part(snapshot, context).findings) out.take(finding);
    const { findings } = out.done();
    const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
    const checked = snapshot.roster.filter((row) => !isWithdrawn(row)).length;
    return out.done({ checked, findings: { 阻断: count("阻断"), 警告: count("警告"), 提示: count("提示") } });
  };
}

function rowsIn(snapshot: Snapshot): Enrolment[] {
  return snapshot.roster.filter((row) => !isWithdrawn(row)).sort((a, b) => compare(a.key, b.key));
}

/** All but what the two sites do not agree on. */
export function checkRows(snapshot: Snapshot, context: Context): Outcome {
  const out = new OutcomeBuilder<RosterCode | PeopleCode>();
  const rows = rowsIn(snapshot);
  const classes = classFinder(snapshot);
  for (const row of rows) {
    checkChoices(out, row);
    checkDays(out, row);
    checkStates(out, row, context);
    if (hasEnded(row)) continue;
    checkPerson(out, row, context);
    checkLists(out, row, context);
    checkClassNames(out, row, classes);
  }
  checkUnits(out, snapshot, rows);
  checkClashes(out, rows);
  return out.done();
}

/** What the two sites do not agree on. */
export function checkSiteRows(snapshot: Snapshot, context: Context): Outcome {
  const out = new OutcomeBuilder<SiteCode>();
  checkSites(
    out,
    rowsIn(snapshot).filter((row) => !hasEnded(row)),
    snapshot,
    context,
  );
  return out.done();
}

function find(out: OutcomeBuilder<PeopleCode>, row: Enrolment, problem: IdentityProblem, column: RosterColumn): void {
  const { code } = problem;
  const message = say.about(say.whoIs(row), problem.message);
  out.take({ code, severity: severityOf(problem), table: "roster", row: row.key, column, message, suggestion: adviceOf(code) });
}

function checkPerson(out: OutcomeBuilder<PeopleCode>, row: Enrolment, { today }: Context): void {
  for (const problem of readDocument(row.idNumber, textOf(row.idType) || null, today).problems) {
    find(out, row, problem, problem.code === "R11" ? "idType" : "idNumber");
  }
  for (const problem of readName(row.name).problems) find(out, row, problem, "name");
  const { problem } = readMobile(row.mobile);
  if (problem !== null) find(out, row, problem, "mobile");
}

/** What a list reader makes of a cell: an entry of the list, or entries it may mean. */
type ListReading = { readonly proper: string } | { readonly proposals: readonly string[] } | null;

/** 申报类型, 职位 and 学历 come from files in many spellings; what only staff can tell is asked. */
function checkLists(out: OutcomeBuilder<PeopleCode>, row: Enrolment, { today }: Context): void {
  const kind = kindOf(row.kind ?? "");
  const post = postOf(row.post ?? "");
  const education = educationOf(row.education ?? "");
  const kindRead: ListReading = kind && ("kind" in kind ? { proper: kind.kind } : { proposals: kind.ask });
  const postRead: ListReading = post && ("post" in post ? { proper: post.post } : { proposals: [post.proposal] });
  const schooling: ListReading =
    education && ("education" in education ? { proper: education.education } : { proposals: [education.proposal] });
  if (row.kind === null) askKind(out, row, today);
  else checkListed(out, row, "R19", "kind", KINDS, kindRead);
  checkListed(out, row, "R20", "post", POSTS, postRead);
  checkListed(out, row, "R21", "education", EDUCATIONS, schooling);
}

/** Lists of units often have no such column: what the certificate speaks for is said, and staff choose. */
function askKind(out: OutcomeBuilder<PeopleCode>, row: Enrolment, today: Day): void {
  const { validUntil } = row;
  const message = say.kindMissing(say.whoIs(row), ROSTER.columns.kind.title, kindByExpiry(validUntil, today), validUntil);
  out.find("R19", "roster", row.key, "kind", message, { severity: SEVERITY.warning, advice: say.chooseFromList(KINDS) });
}

function checkListed(
  out: OutcomeBuilder<PeopleCode>,
  row: Enrolment,
  code: "R19" | "R20" | "R21",
  column: "kind" | "post" | "education",
  allowed: readonly string[],
  reading: ListReading,
): void {
  const { title } = ROSTER.columns[column];
  const written = row[column];
  const who = say.whoIs(row);
  const report = (severity: "警告" | "提示", message: string, advice: string) =>
    out.find(code, "roster", row.key, column, message, { severity, advice });
  if (written === null) report("警告", say.fieldMissing(who, title), adviceOf(code));
  else if (reading === null) report("警告", say.unknownSpelling(who, title, written), say.chooseFromList(allowed));
  else if ("proposals" in reading) {
    report("警告", say.proposedSpelling(who, title, written, reading.proposals), say.chooseFromList(allowed));
  } else if (reading.proper !== written) {
    report("提示", say.otherSpelling(who, title, written, reading.proper), say.changeTo(reading.proper));
  }
}

const CENTRE_COLUMNS = (Object.entries(ROSTER.columns) as [RosterColumn, Column][]).filter(
  ([, column]) => column.owner === "centre",
);
const CHOICES = CENTRE_COLUMNS.filter(([, column]) => column.allowed !== undefined);
const DAYS = CENTRE_COLUMNS.filter(([, column]) => column.kind === "day");

/** The cells of the given columns that `isWrong` says something is wrong with, as they are quoted. */
function wrongCells(
  row: Enrolment,
  columns: readonly [RosterColumn, Column][],
  isWrong: (written: string, column: Column) => boolean,
): { name: RosterColumn; title: string; written: string; column: Column }[] {
  return columns.flatMap(([name, column]) => {
    const written = textOf(row[name]);
    return written !== "" && isWrong(written, column) ? [{ name, title: column.title, written, column }] : [];
  });
}

function checkChoices(out: OutcomeBuilder<RosterCode>, row: Enrolment): void {
  const wrong = wrongCells(row, CHOICES, (written, column) => column.allowed?.includes(written) === false);
  const [first] = wrong;
  if (first === undefined) return;
  const message = say.unknownChoices(say.whoIs(row), wrong);
  out.find("R36", "roster", row.key, first.name, message, { advice: say.chooseFromList(first.column.allowed ?? []) });
}

function checkDays(out: OutcomeBuilder<RosterCode>, row: Enrolment): void {
  const wrong = wrongCells(row, DAYS, (written) => !isDay(written));
  const [first] = wrong;
  if (first === undefined) return;
  out.find("R34", "roster", row.key, first.name, say.unreadableDays(say.whoIs(row), wrong));
}

/** Without a plan every name would be unknown; that the plan is missing is said elsewhere. */
function checkClassNames(out: OutcomeBuilder<RosterCode>, row: Enrolment, classes: ClassFinder): void {
  if (classes.classes.length === 0) return;
  const columns = CENTRE_COLUMNS.filter(([name]) => name === "preRegisteredClass" || name === "bookedClass");
  const wrong = wrongCells(row, columns, (written) => classes.named(written) === null);
  const [first] = wrong;
  if (first === undefined) return;
  out.find("R35", "roster", row.key, first.name, say.unknownClasses(say.whoIs(row), wrong));
}

function checkClashes(out: OutcomeBuilder<PeopleCode>, rows: readonly Enrolment[]): void {
  const compared = rows.map((row) => ({
    key: row.key,
    name: row.name,
    idType: row.idType,
    id: row.idNumber,
    mobile: row.mobile,
    unit: row.unit,
    post: row.post,
    kind: row.kind,
  }));
  for (const { code, key, column, message } of identityConflicts(compared)) out.find(code, "roster", key, column, message);
}
