import { IDENTITY_SHEET } from "../exchange/identity";
import { recogniseLists } from "../merge/recognise";
import { SITE_LISTS, type SiteColumn, type SiteList } from "../merge/site/kinds";
import { siteColumnsIn } from "../merge/site/read";
import type { TableSheet } from "../merge/table-file";
import { readPlanCells } from "../plan/read-plan";
import { titleOfColumn } from "../schema/unit-columns";
import { cardLines } from "./add-cards";
import { isCheckInForm } from "./desk/check-in-file";

/**
 * What a file that staff bring may be: people of units (our own file that came back too), a list of one of the two sites, a
 * supplier's cards, a plan, or a form that was filled in at the desk.
 */
export const FILE_KINDS = ["people", ...SITE_LISTS, "cards", "plan", "checkIn"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** The columns that a list of a site has and a unit's list has not; of several groups one is enough. */
const TELLING: Readonly<Record<SiteList, readonly (readonly SiteColumn[])[]>> = {
  预报名: [["preRegisteredOn", "preRegisteredClass"]],
  省厅预约: [
    ["booking", "bookedClass"],
    ["booking", "bookedOn"],
  ],
  成绩: [["exam"], ["score"]],
};
const BY_WEIGHT: readonly SiteList[] = ["成绩", "省厅预约", "预报名"];

/** What a file is by what it holds; what cannot be told is taken for people of a unit, and what is wrong with that is said. */
export function kindOfSheets(sheets: readonly TableSheet[]): FileKind {
  if (isCheckInForm(sheets)) return "checkIn";
  if (sheets.some(({ name }) => name === IDENTITY_SHEET)) return "people";
  const lists = recogniseLists(sheets);
  // Units say of their people what they are signed up for; the sites do not.
  const isOfUnit = lists.some(({ columns }) => columns.some(({ title }) => title === titleOfColumn("kind")));
  const site = isOfUnit ? undefined : BY_WEIGHT.find((kind) => isSiteList(kind, sheets));
  if (site) return site;
  if (lists.length > 0) return "people";
  if (sheets.some(({ rows }) => cardLines(rows) !== null)) return "cards";
  const hasPlan = sheets.some(({ rows }) => readPlanCells(rows.map(({ cells }) => cells)).classes.length > 0);
  return hasPlan ? "plan" : "people";
}

function isSiteList(kind: SiteList, sheets: readonly TableSheet[]): boolean {
  const columns = siteColumnsIn(kind, sheets);
  return TELLING[kind].some((group) => group.every((column) => columns.has(column)));
}
