import type { Finding } from "../changes/finding";
import { OutcomeBuilder } from "../changes/outcome";
import { type Day, isDay, partsOf } from "../days/civil-day";
import { calendarOf, type Holiday, type WorkCalendar } from "../days/working-days";
import type { OVERLAP_POLICIES, YES_NOS } from "../schema/allowed";
import { DAY_KIND } from "../schema/allowed";
import { SETTING_SPECS, type SettingName, type SettingSpec } from "../schema/settings";
import { kept } from "../snapshot/kept";
import type { Snapshot } from "../snapshot/snapshot";
import type { WorkbookCode } from "../wording/workbook";
import { badSetting, otherPlanYear } from "../wording/workbook";
import { type LeftOut, NOBODY } from "./left-out";

/** The finding that the plan and 设置 speak of different years. */
export const OTHER_YEAR = "W07";

/** What a rule may know besides the rows: the settings, the work calendar, the day, and whom it must leave alone. */
export interface Context {
  readonly today: Day;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  /** Settings that could not be used; every action reports them. */
  readonly problems: readonly Finding[];
  readonly leftOut: LeftOut;
}

/** The settings as rules use them. Amounts in yuan, margins in days. */
export interface Settings {
  readonly schemaVersion: number;
  readonly workbook: string | null;
  readonly planYear: number;
  readonly initialFee: number;
  readonly retrainingFee: number;
  readonly reviewDays: number;
  readonly safetyMargin: number;
  readonly overlapPolicy: (typeof OVERLAP_POLICIES)[number];
  readonly cardMonths: number;
  readonly passMark: number;
  readonly absenceCounts: (typeof YES_NOS)[number];
  readonly centreName: string | null;
  readonly centrePhone: string | null;
  readonly place: string | null;
  /** Hours and content of a training as they are printed; nobody works them out. */
  readonly initialHours: string | number | null;
  readonly retrainingHours: string | number | null;
  readonly initialContent: string | null;
  readonly retrainingContent: string | null;
  readonly keepChangesDays: number;
  /** 工作簿编号 of the workbooks of the years before, joined by 、, the last year's first. */
  readonly carriedFrom: string | null;
  /** 工作簿编号 of the next year's workbook. */
  readonly carriedTo: string | null;
  /** The day on which staff ended the year. */
  readonly endedOn: string | null;
  readonly enrolmentCounter: number;
  readonly personCounter: number;
  readonly paymentCounter: number;
}

/** Reads 设置 and 节假日. An unusable value gives way to the default, with a finding. */
export function contextOf(snapshot: Snapshot, today: Day, leftOut: LeftOut = NOBODY): Context {
  const out = new OutcomeBuilder<WorkbookCode>();
  const written = new Map(snapshot.settings.map((row) => [row.item, row]));
  const settings: Record<string, number | string | null> = {};
  for (const name of Object.keys(SETTING_SPECS) as SettingName[]) {
    const spec: SettingSpec = SETTING_SPECS[name];
    const row = written.get(spec.item);
    const isYear = name === "planYear";
    const initial = isYear ? yearMeant(snapshot, today) : spec.initial;
    const isEmpty = row === undefined || row.value === null;
    const usable = isEmpty ? !isYear : fits(spec, initial, row.value);
    if (row && !usable) {
      const message = badSetting(spec.item, String(row.value ?? "（空）"), String(initial));
      out.find("W02", "settings", row.key, "value", message);
    }
    settings[name] = (usable ? row?.value : null) ?? initial;
  }
  checkYear(out, snapshot, Number(settings.planYear));
  return {
    today,
    settings: settings as unknown as Settings,
    calendar: calendarIn(snapshot.holidays),
    problems: out.done().findings,
    leftOut,
  };
}

/** Without 计划年度: the latest year of the plan, else the year of the day. */
function yearMeant(snapshot: Snapshot, today: Day): number {
  const latest = snapshot.plan.reduce((last, row) => (typeof row.year === "number" ? Math.max(last, row.year) : last), 0);
  return latest > 0 ? latest : partsOf(today).year;
}

/** One workbook per plan year: a plan that has no class of the year in 设置 means that one of the two is wrong. */
function checkYear(out: OutcomeBuilder<WorkbookCode>, snapshot: Snapshot, year: number): void {
  const years = [...new Set(snapshot.plan.flatMap((row) => (typeof row.year === "number" ? [row.year] : [])))].sort();
  if (years.length === 0 || years.includes(year)) return;
  out.find(OTHER_YEAR, "settings", SETTING_SPECS.planYear.item, "value", otherPlanYear(year, years));
}

function fits(spec: SettingSpec, initial: number | string | null, value: number | string): boolean {
  if (spec.allowed) return spec.allowed.includes(String(value));
  if (typeof initial !== "number") return true;
  return typeof value === "number" && Number.isFinite(value) && value >= (spec.least ?? Number.NEGATIVE_INFINITY);
}

/** A run has a context for every rule, and 节假日 is the same in all of them. */
const calendarIn = kept((rows: Snapshot["holidays"]): WorkCalendar => calendarOf(holidaysOf(rows)));

function holidaysOf(rows: Snapshot["holidays"]): Holiday[] {
  return rows.flatMap((row) =>
    isDay(row.day) && (row.kind === DAY_KIND.off || row.kind === DAY_KIND.work)
      ? [{ day: row.day, kind: row.kind, name: row.name ?? "" }]
      : [],
  );
}
