import { holidaySeed } from "../../apps-script/domain/days/holiday-seed";
import { Sealer } from "../../apps-script/domain/exchange/seal";
import { PAPER_ANSWER } from "../../apps-script/domain/schema/allowed";
import {
  type Card,
  type Enrolment,
  type PapersRow,
  type Payment,
  type PlanRow,
  SCHEMA_VERSION,
  TABLES,
  type Table,
  type TableName,
  type Unit,
} from "../../apps-script/domain/schema/index";
import { PAPER_COLUMNS } from "../../apps-script/domain/schema/paper-columns";
import { SETTING_SPECS, type SettingName } from "../../apps-script/domain/schema/settings";
import { type AnyRow, keyOf, type Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../apps-script/domain/snapshot/value";

/** What a test says about a workbook; everything else is as in a new workbook of 2024 with its plan loaded. */
export interface BookParts {
  readonly plan?: readonly Partial<PlanRow>[];
  /** A row without `id` gets `B2024-00001` and so on by its place; say `id: null` for one that has none. */
  readonly roster?: readonly Partial<Enrolment>[];
  readonly settings?: Partial<Record<SettingName, Value>>;
  readonly payments?: readonly Partial<Payment>[];
  readonly cards?: readonly Partial<Card>[];
  readonly papers?: readonly Partial<PapersRow>[];
  readonly units?: readonly Partial<Unit>[];
  readonly conflicts?: readonly Partial<Snapshot["conflicts"][number]>[];
  readonly exchanges?: readonly Partial<Snapshot["exchanges"][number]>[];
  /** The workbooks of whose seals it knows, by name: its own first, then those that it was copied from. */
  readonly keys?: readonly string[];
}

/** The secret of a test's workbook, by its name: no test needs chance for it. */
export const secretOf = (workbook: string): string => `secret of ${workbook}`;
export const sealerOf = (workbook: string): Sealer => new Sealer({ workbook, secret: secretOf(workbook) });

/** Every paper of an enrolment handed in. */
export const papersIn = (id: string): Partial<PapersRow> => ({
  id,
  ...Object.fromEntries(PAPER_COLUMNS.map((column) => [column, PAPER_ANSWER.in])),
});

/** A snapshot with key and sheet row filled in and every column that was not given empty. */
export function bookOf(parts: BookParts = {}): Snapshot {
  const given: { readonly [N in TableName]?: readonly object[] } = {
    plan: parts.plan ?? plan2024,
    roster: (parts.roster ?? []).map((row, index) => ({ id: `B2024-${String(index + 1).padStart(5, "0")}`, ...row })),
    payments: parts.payments ?? [],
    cards: parts.cards ?? [],
    papers: parts.papers ?? [],
    units: parts.units ?? [],
    conflicts: parts.conflicts ?? [],
    exchanges: parts.exchanges ?? [],
    settings: settingRows({ planYear: 2024, workbook: parts.keys?.[0] ?? null, ...parts.settings }),
    seals: (parts.keys ?? []).map((workbook) => ({ workbook, secret: secretOf(workbook) })),
  };
  const tables = Object.fromEntries(
    (Object.keys(TABLES) as TableName[]).map((name) => [name, rowsFor(TABLES[name], given[name] ?? [])]),
  );
  return { ...tables, holidays, repeated: [] } as unknown as Snapshot;
}

function rowsFor(table: Table, rows: readonly object[]): AnyRow[] {
  const empty = Object.fromEntries(Object.keys(table.columns).map((column) => [column, null]));
  return rows.map((row, index): AnyRow => {
    const filled = { ...empty, ...row } as Record<string, Value>;
    const at = index + 2;
    return { ...filled, key: keyOf(table, filled, at), at } as unknown as AnyRow;
  });
}

const holidays = rowsFor(TABLES.holidays, holidaySeed(2023));

function settingRows(parts: Partial<Record<SettingName, Value>>): object[] {
  const changed: typeof parts = { schemaVersion: SCHEMA_VERSION, ...parts };
  return (Object.keys(SETTING_SPECS) as SettingName[]).map((name) => {
    const { item, initial, note } = SETTING_SPECS[name];
    return { item, note, value: name in changed ? (changed[name] ?? null) : initial };
  });
}

function classRow(
  kind: "培训" | "再培训",
  term: number,
  months: string | null,
  stated: readonly [months: string | null, deadline: string, booking: string, reportIn: string, study: string],
  [deadline, bookingFrom, bookingTo, reportIn, studyFrom, studyTo]: readonly [string, string, string, string, string, string],
): Partial<PlanRow> {
  const [statedMonths, statedDeadline, statedBooking, statedReportIn, statedStudy] = stated;
  return {
    year: 2024,
    version: 1,
    name: `${kind}班第${"一二三四五六七八".charAt(term - 1)}期`,
    ...{ statedMonths, statedDeadline, statedBooking, statedReportIn, statedStudy },
    ...{ kind, term, months, reportHours: "09:00-11:00" },
    deadline: `2024-${deadline}`,
    bookingFrom: `2024-${bookingFrom}`,
    bookingTo: `2024-${bookingTo}`,
    reportIn: `2024-${reportIn}`,
    studyFrom: `2024-${studyFrom}`,
    studyTo: `2024-${studyTo}`,
  };
}

/** The eleven classes of 2024, typed in from the notice: month list, centre deadline, booking window, report-in, study. */
export const plan2024: readonly Partial<PlanRow>[] = [
  classRow(
    "培训",
    1,
    null,
    [null, "4月5日", "3月7日-4月6日", "4月8日9:00-11:00", "4月8日-4月17日"],
    ["04-05", "03-07", "04-06", "04-08", "04-08", "04-17"],
  ),
  classRow(
    "培训",
    2,
    null,
    [null, "7月3日", "6月5日-7月4日", "7月8日9:00-11:00", "7月8日-7月17日"],
    ["07-03", "06-05", "07-04", "07-08", "07-08", "07-17"],
  ),
  classRow(
    "培训",
    3,
    null,
    [null, "10月23日", "9月25日-10月24日", "10月28日9:00-11:00", "10月28日-11月6日"],
    ["10-23", "09-25", "10-24", "10-28", "10-28", "11-06"],
  ),
  classRow(
    "再培训",
    1,
    "3、4",
    ["3-4月", "2月21日", "1月23日-2月22日", "2月26日9:00-11:00", "2月26日-2月29日"],
    ["02-21", "01-23", "02-22", "02-26", "02-26", "02-29"],
  ),
  classRow(
    "再培训",
    2,
    "5、6",
    ["5-6月", "3月23日", "2月25日-3月24日", "3月26日9:00-11:00", "3月26日-3月29日"],
    ["03-23", "02-25", "03-24", "03-26", "03-26", "03-29"],
  ),
  classRow(
    "再培训",
    3,
    "6、7",
    ["6-7月", "3月31日", "4月13日-5月12日", "5月14日9:00-11:00", "5月14日-5月17日"],
    ["03-31", "04-13", "05-12", "05-14", "05-14", "05-17"],
  ),
  classRow(
    "再培训",
    4,
    "7、8",
    ["7-8月", "3月31日", "5月3日-6月2日", "6月4日9:00-11:00", "6月4日-6月7日"],
    ["03-31", "05-03", "06-02", "06-04", "06-04", "06-07"],
  ),
  classRow(
    "再培训",
    5,
    "8、9",
    ["8-9月", "3月31日", "6月1日-6月30日", "7月2日9:00-11:00", "7月2日-7月5日"],
    ["03-31", "06-01", "06-30", "07-02", "07-02", "07-05"],
  ),
  classRow(
    "再培训",
    6,
    "10",
    ["10月", "3月31日", "7月26日-8月25日", "8月27日9:00-11:00", "8月27日-8月30日"],
    ["03-31", "07-26", "08-25", "08-27", "08-27", "08-30"],
  ),
  classRow(
    "再培训",
    7,
    "11",
    ["11月", "3月31日", "8月23日-9月22日", "9月24日9:00-11:00", "9月24日-9月27日"],
    ["03-31", "08-23", "09-22", "09-24", "09-24", "09-27"],
  ),
  classRow(
    "再培训",
    8,
    "11、12",
    ["11-12月", "3月31日", "9月21日-10月20日", "10月22日9:00-11:00", "10月22日-10月25日"],
    ["03-31", "09-21", "10-20", "10-22", "10-22", "10-25"],
  ),
];
