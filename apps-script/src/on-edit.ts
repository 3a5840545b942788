import { mentionedIn } from "../domain/rules/money/payment-mentions";
import type { Payee } from "../domain/rules/money/payment-names";
import { CARDS, PAPERS, PAYMENTS, PLAN, ROSTER, type Table, UNITS } from "../domain/schema/index";
import { EditedTab, type Span } from "./edited-tab";
import { CLASS_LOCKED_TITLE, classesLocked, STALE } from "./wording-menu";

/** What 到期提示 is worked out from. 班级 is among them: typed by hand it is a decision. */
const LIGHT_INPUTS = [
  ...(["post", "kind", "validUntil", "class", "lockedClass", "preRegisteredOn", "preRegisteredClass", "booking"] as const),
  ...([
    "bookedClass",
    "bookedOn",
    "reportedInOn",
    "noShow",
    "trained",
    "exam",
    "examTries",
    "examOn",
    "dutyAnswer",
    "state",
  ] as const),
] as const;
/** What only papers, cards and 进度 are worked out from. */
const OTHER_INPUTS = [
  "idType",
  "idNumber",
  "education",
  "cardTakenOn",
  "cardBoundOn",
  "issuedOn",
  "agreedFee",
  "moneyAnswer",
] as const;
/** What 分摊到 finds people by. */
const PAYEE = ["id", "name", "unit", "person", "idNumber", "mobile"] as const;
/** A row where these are all empty is no enrolment: marking it would make one of it. */
const IDENTITY = ["id", "name", "idNumber"] as const;

/** Tabs whose rows are about enrolments: the column that names them, and the columns that rules read. */
const ABOUT_ENROLMENTS: readonly { readonly table: Table; readonly names: string; readonly inputs: readonly string[] }[] = [
  { table: PAPERS, names: PAPERS.columns.id.title, inputs: filledByStaff(PAPERS) },
  {
    table: PAYMENTS,
    names: PAYMENTS.columns.shares.title,
    inputs: [PAYMENTS.columns.amount.title, PAYMENTS.columns.method.title, PAYMENTS.columns.shares.title],
  },
  { table: CARDS, names: CARDS.columns.enrolment.title, inputs: [CARDS.columns.state.title] },
];

/**
 * The simple trigger: someone changed cells that a rule reads, so what was worked out from them says 待重算 until the next
 * run. It can't ask and must not get in the way: other tabs and columns are left alone, and whatever goes wrong, the edit
 * stands. https://developers.google.com/apps-script/guides/triggers#restrictions
 */
export function markStale(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  try {
    const { range } = event;
    const sheet = range.getSheet();
    const title = sheet.getName();
    const about = ABOUT_ENROLMENTS.find(({ table }) => table.title === title);
    if (!about && title !== ROSTER.title && title !== PLAN.title) return;
    const tab = new EditedTab(sheet);
    const rows = rowsBelow(tab, range.getRow(), range.getNumRows());
    if (rows === null) return;
    const [left, width] = [range.getColumn(), range.getNumColumns()];
    const isEdited = (name: string) => {
      const place = tab.place(name);
      return place !== null && place >= left && place < left + width;
    };
    if (title === ROSTER.title) editedRoster(event.source, tab, rows, isEdited);
    else if (title === PLAN.title) editedPlan(tab, rows, isEdited);
    else if (about?.inputs.some(isEdited)) {
      const before = isEdited(about.names) ? (event.oldValue ?? "") : "";
      markEnrolments(event.source, [...tab.texts(about.names, rows), String(before)]);
    }
  } catch (error) {
    console.error(error);
  }
}

/** The edited rows below the header and above the end of the content. */
function rowsBelow(tab: EditedTab, row: number, count: number): Span | null {
  const first = Math.max(row, tab.headerRow + 1);
  const last = Math.min(row + count - 1, tab.lastRow);
  return tab.headerRow > 0 && first <= last ? { first, last } : null;
}

function editedRoster(source: Source, tab: EditedTab, span: Span, isEdited: (title: string) => boolean): void {
  const { columns } = ROSTER;
  const isLight = LIGHT_INPUTS.some((name) => isEdited(columns[name].title));
  if (!isLight && !OTHER_INPUTS.some((name) => isEdited(columns[name].title))) return;
  const identities = IDENTITY.map((name) => tab.texts(columns[name].title, span));
  const rows = rowsWhere(span, (index) => identities.some((texts) => texts[index] !== ""));
  const locked = isEdited(columns.class.title) ? lockTyped(tab, span, rows) : 0;
  if (isLight) tab.mark(columns.light.title, rows, STALE);
  tab.mark(columns.progress.title, rows, STALE);
  if (locked > 0) source.toast(classesLocked(locked), CLASS_LOCKED_TITLE, 10);
}

/**
 * A class that was typed into 班级 goes to 锁定班级; typing back what the program had written there is no decision.
 * Returns how many rows were locked.
 */
function lockTyped(tab: EditedTab, span: Span, rows: readonly number[]): number {
  const { columns } = ROSTER;
  const [typed, locked, written] = [columns.class, columns.lockedClass, columns.writtenClass].map(({ title }) =>
    tab.texts(title, span),
  );
  const byClass = new Map<string, number[]>();
  for (const row of rows) {
    const [name, lock, own] = [typed, locked, written].map((texts) => texts?.[row - span.first] ?? "");
    if (!name || name === lock || (name === own && lock === "") || /^[=+\-@']/.test(name)) continue;
    byClass.set(name, [...(byClass.get(name) ?? []), row]);
  }
  for (const [name, chosen] of byClass) tab.mark(columns.lockedClass.title, chosen, name);
  return [...byClass.values()].reduce((sum, chosen) => sum + chosen.length, 0);
}

function editedPlan(tab: EditedTab, span: Span, isEdited: (title: string) => boolean): void {
  if (!filledByStaff(PLAN).some(isEdited)) return;
  const names = tab.texts(PLAN.columns.name.title, span);
  const rows = rowsWhere(span, (index) => names[index] !== "");
  tab.mark(PLAN.columns.check.title, rows, STALE);
}

/** Marks 进度 of the enrolments that the texts name, in any form that 分摊到 takes. */
function markEnrolments(source: Source, texts: readonly string[]): void {
  const written = texts.filter((text) => text !== "");
  const sheet = written.length === 0 ? null : source.getSheetByName(ROSTER.title);
  if (!sheet) return;
  const tab = new EditedTab(sheet);
  const span = { first: tab.headerRow + 1, last: tab.lastRow };
  if (span.first > span.last) return;
  const roster = payeesIn(tab, span);
  const named = mentionedIn(written, { roster, units: unitsIn(source) });
  const rows = rowsWhere(span, (index) => named.has(roster[index]?.key ?? ""));
  tab.mark(ROSTER.columns.progress.title, rows, STALE);
}

/** The rows of 名册, each with what people are known by. */
function payeesIn(tab: EditedTab, span: Span): Payee[] {
  const read = (name: (typeof PAYEE)[number]) => tab.texts(ROSTER.columns[name].title, span).map((text) => text || null);
  const [ids = [], names = [], units = [], people = [], documents = [], mobiles = []] = PAYEE.map(read);
  return ids.map((id, at) => ({
    key: id ?? `@${span.first + at}`,
    id,
    name: names[at] ?? null,
    unit: units[at] ?? null,
    person: people[at] ?? null,
    idNumber: documents[at] ?? null,
    mobile: mobiles[at] ?? null,
  }));
}

function unitsIn(source: Source): { key: string; name: string | null; aliases: string | null }[] {
  const sheet = source.getSheetByName(UNITS.title);
  const tab = sheet ? new EditedTab(sheet) : null;
  if (tab === null || tab.headerRow === 0 || tab.lastRow <= tab.headerRow) return [];
  const span = { first: tab.headerRow + 1, last: tab.lastRow };
  const aliases = tab.texts(UNITS.columns.aliases.title, span);
  const names = tab.texts(UNITS.columns.name.title, span);
  return names.map((name, at) => ({ key: name || `@${span.first + at}`, name: name || null, aliases: aliases[at] || null }));
}

type Source = GoogleAppsScript.Spreadsheet.Spreadsheet;

function rowsWhere({ first, last }: Span, holds: (index: number) => boolean): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => index).flatMap((index) => (holds(index) ? [first + index] : []));
}

function filledByStaff(table: Table): string[] {
  return Object.values(table.columns).flatMap(({ owner, title }) => (owner === "centre" ? [title] : []));
}
