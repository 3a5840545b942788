import { IDENTITY_SHEET } from "../exchange/identity";
import { recogniseLists } from "../merge/recognise";
import type { RecognisedList } from "../merge/sheet-lists";
import { SITE_COLUMNS, SITE_LISTS, type SiteColumn, type SiteList } from "../merge/site/kinds";
import { siteColumnsIn } from "../merge/site/read";
import type { TableSheet } from "../merge/table-file";
import { readPlanCells } from "../plan/read-plan";
import { titleOfColumn, type UnitColumn } from "../schema/unit-columns";
import { headerForm } from "../snapshot/layout";
import { cardLines } from "./add-cards";
import { isCheckInForm } from "./desk/check-in-file";

/**
 * What a file that staff bring may be: people of units (our own file that came back too), a list of one of the two sites, a
 * supplier's cards, a plan, or a form that was filled in at the desk.
 */
export const FILE_KINDS = ["people", ...SITE_LISTS, "cards", "plan", "checkIn"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** The columns that make a list of a site; of several groups one is enough. */
const TELLING: Readonly<Record<SiteList, readonly (readonly SiteColumn[])[]>> = {
  预报名: [["preRegisteredOn", "preRegisteredClass"]],
  省厅预约: [
    ["booking", "bookedClass"],
    ["booking", "bookedOn"],
  ],
  成绩: [["exam"], ["score"]],
};
/** Headers that stand on one site alone; 班级, 报名时间 or 审核状态 may be anybody's. */
const SURE: Readonly<Record<SiteList, RegExp>> = {
  预报名: /^(?:预报名|报名班级$)/u,
  省厅预约: /^(?:省厅|预约|申请时间$|培训班级$)/u,
  成绩: /^(?:考试(?:状态|结果|日期|时间)|是否合格)$/u,
};
/** What units write of their people. A site's list may have one of these, and results tell till when a certificate holds. */
const OF_UNITS: readonly UnitColumn[] = ["unit", "post", "education", "validUntil"];

/**
 * What a file is by what it holds; null where it may be several things, which staff have to say. What is none of them is taken for
 * people of a unit, and what is wrong with that is said.
 */
export function kindOfSheets(sheets: readonly TableSheet[]): FileKind | null {
  if (isCheckInForm(sheets)) return "checkIn";
  if (sheets.some(({ name }) => name === IDENTITY_SHEET)) return "people";
  const lists = recogniseLists(sheets);
  const possible = SITE_LISTS.filter((kind) => isSiteList(kind, sheets));
  if (possible.length > 0) return kindOfList(possible, lists, sheets);
  if (lists.length > 0) return "people";
  if (sheets.some(({ rows }) => cardLines(rows) !== null)) return "cards";
  const hasPlan = sheets.some(({ rows }) => readPlanCells(rows.map(({ cells }) => cells)).classes.length > 0);
  return hasPlan ? "plan" : "people";
}

/** Of a list that has the columns of a site's. */
function kindOfList(
  possible: readonly SiteList[],
  lists: readonly RecognisedList[],
  sheets: readonly TableSheet[],
): FileKind | null {
  const columns = lists.flatMap((list) => list.columns);
  // The header of our own form: the sites call it something else.
  if (columns.some(({ header }) => headerForm(header) === titleOfColumn("kind"))) return "people";
  const sure = possible.filter((kind) => hasSureHeader(kind, sheets));
  if (sure.length > 0) return oneOf(sure);
  const ofUnits = OF_UNITS.filter((column) => column !== "validUntil" || !possible.includes("成绩"));
  const told = ofUnits.filter((column) => columns.some(({ title }) => title === titleOfColumn(column)));
  if (told.length > 1) return "people";
  return told.length > 0 ? null : oneOf(possible);
}

/** A list with results is one of results, whatever people are signed up for. */
function oneOf(kinds: readonly SiteList[]): SiteList | null {
  if (kinds.includes("成绩")) return "成绩";
  return kinds.length === 1 ? (kinds[0] ?? null) : null;
}

function isSiteList(kind: SiteList, sheets: readonly TableSheet[]): boolean {
  const columns = siteColumnsIn(kind, sheets);
  return TELLING[kind].some((group) => group.every((column) => columns.has(column)));
}

function hasSureHeader(kind: SiteList, sheets: readonly TableSheet[]): boolean {
  const headers = new Set(
    Object.values(SITE_COLUMNS[kind])
      .flat()
      .filter((header) => SURE[kind].test(header)),
  );
  return sheets.some(
    ({ hidden, rows }) => !hidden && rows.some(({ cells }) => cells.some((cell) => headers.has(headerForm(cell)))),
  );
}
