import { coloursOf, conditionText, earlierColumns, formulaText, judged, runsToReplace } from "../../domain/operations/judge-look";
import type { ColumnLook, LeftLook } from "../../domain/operations/migrate";
import type { Column } from "../../domain/schema/column";
import { lettersOf } from "../../domain/snapshot/address";
import type { SheetTab } from "./sheet-tab";
import { colourRule, dressColumn, dropdownOf } from "./tab-look";

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** A column of a tab, from 1, whose look is to be brought up. */
interface PlacedLook {
  readonly look: ColumnLook;
  readonly at: number;
  readonly headerRow: number;
}

/** Gives columns of a tab their present look where they have an earlier one of ours, or none yet; gives back what was left. */
export function restyleTab(app: App, tab: SheetTab, columns: readonly PlacedLook[]): LeftLook[] {
  const left: LeftLook[] = [];
  const before = tab.sheet.getConditionalFormatRules();
  let rules = before;
  for (const placed of columns) {
    const { look, at, headerRow } = placed;
    if (look.isNew) dressColumn(app, tab, look.table, look.column, at, tab.sheet.getMaxRows(), headerRow);
    else {
      renewNote(tab, placed);
      if (renewDropdown(app, tab, placed)) left.push({ look, what: "dropdown" });
    }
    for (const wide of [false, true]) {
      const next = recoloured(app, tab, placed, rules, wide);
      if (next === "theirs") left.push({ look, what: "colours" });
      else rules = next;
    }
  }
  if (rules !== before) tab.sheet.setConditionalFormatRules(rules);
  return left;
}

function renewNote(tab: SheetTab, { look, at, headerRow }: PlacedLook): void {
  const older = earlierColumns(look).map(({ note }) => note ?? "");
  const now = look.column.note ?? "";
  if (older.every((note) => note === now)) return;
  if (judged(tab.noteAt(headerRow, at), now, older) === "replace") tab.note(headerRow, at, now);
}

/** Whether somebody's own dropdown was found. */
function renewDropdown(app: App, tab: SheetTab, { look, at, headerRow }: PlacedLook): boolean {
  const textOf = (column: Column): string => validationText(dropdownOf(app, column));
  const now = textOf(look.column);
  const older = earlierColumns(look).map(textOf);
  if (older.every((text) => text === now)) return false;
  const rows = Math.max(1, tab.sheet.getMaxRows() - headerRow);
  const checks = tab.validations({ row: headerRow + 1, column: at, rows, columns: 1 });
  const texts = checks.map(([check = null]) => validationText(check));
  const { runs, isTheirs } = runsToReplace(texts, now, older);
  const dropdown = dropdownOf(app, look.column);
  for (const { first, last } of runs)
    if (dropdown) tab.validate({ row: headerRow + 1 + first, column: at, rows: last - first + 1, columns: 1 }, dropdown);
  return isTheirs;
}

/** A dropdown in one text, by which it is known. */
function validationText(check: Validation | null): string {
  if (check === null) return "";
  const [values] = check.getCriteriaValues();
  return JSON.stringify([String(check.getCriteriaType()), values, check.getHelpText() ?? ""]);
}

/** The tab's rules with those of a column renewed: the same ones when nothing is to be done. */
function recoloured(app: App, tab: SheetTab, placed: PlacedLook, rules: Rule[], wide: boolean): Rule[] | "theirs" {
  const { look, at, headerRow } = placed;
  const { now, older } = coloursOf(look, wide);
  if (look.isNew ? now.length === 0 : older.length === 0) return rules;
  const own = rules.filter((rule) => isOn(rule, at, wide));
  const ranges = own[0]?.getRanges() ?? [];
  const top = ranges[0]?.getRow() ?? headerRow + 1;
  const first = `${wide ? "$" : ""}${lettersOf(at - 1)}${top}`;
  const texts = older.map((conditions) => conditionText(conditions, first));
  const verdict = look.isNew ? "replace" : judged(formulaText(own.map(formulaOf)), conditionText(now, first), texts);
  if (verdict !== "replace") return verdict === "theirs" ? verdict : rules;
  const body = { row: headerRow + 1, rows: Math.max(1, tab.sheet.getMaxRows() - headerRow) };
  const box = wide ? { ...body, column: 1, columns: at } : { ...body, column: at, columns: 1 };
  const builder = () => {
    const fresh = app.newConditionalFormatRule();
    return ranges.length > 0 ? fresh.setRanges(ranges) : tab.over(box, fresh);
  };
  const made = now.map((highlight) => colourRule(builder(), highlight, first));
  const place = own[0] ? rules.indexOf(own[0]) : rules.length;
  const others = rules.filter((rule) => !own.includes(rule));
  return [...others.slice(0, place), ...made, ...others.slice(place)];
}

/** Whether a rule colours cells of this column alone or, of those for whole rows, looks at this column. */
function isOn(rule: Rule, at: number, wide: boolean): boolean {
  const isOwn = rule.getRanges().every((range) => range.getColumn() === at && range.getNumColumns() === 1);
  return wide ? !isOwn && formulaOf(rule).includes(`$${lettersOf(at - 1)}`) : isOwn;
}

/** Without the sign of a formula; of a rule of another kind, what is no formula of ours. */
function formulaOf(rule: Rule): string {
  const condition = rule.getBooleanCondition();
  if (!condition || String(condition.getCriteriaType()) !== "CUSTOM_FORMULA") return "?";
  return String(condition.getCriteriaValues()[0] ?? "").replace(/^=/u, "");
}
