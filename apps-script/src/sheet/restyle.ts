import {
  earlierColumns,
  judged,
  recolouringOf,
  runsToReplace,
  type SeenColour,
  withReplaced,
} from "../../domain/operations/judge-look";
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
  const change = recolouringOf(look, rules.map(seenAt(at)), lettersOf(at - 1), headerRow + 1, wide);
  if (change === "stays" || change === "theirs") return change === "theirs" ? change : rules;
  const body = { row: headerRow + 1, rows: Math.max(1, tab.sheet.getMaxRows() - headerRow) };
  const box = wide ? { ...body, column: 1, columns: at } : { ...body, column: at, columns: 1 };
  const ranges = rules[change.gone[0] ?? -1]?.getRanges();
  const made = change.now.map((highlight) => {
    const fresh = app.newConditionalFormatRule();
    return colourRule(ranges ? fresh.setRanges(ranges) : tab.over(box, fresh), highlight, change.first);
  });
  return withReplaced(rules, change, made);
}

function seenAt(at: number) {
  return (rule: Rule): SeenColour => {
    const ranges = rule.getRanges();
    const condition = rule.getBooleanCondition();
    const isFormula = condition !== null && String(condition.getCriteriaType()) === "CUSTOM_FORMULA";
    return {
      isOfColumn: ranges.every((range) => range.getColumn() === at && range.getNumColumns() === 1),
      formula: isFormula ? String(condition.getCriteriaValues()[0] ?? "").replace(/^=/u, "") : "?",
      top: ranges[0]?.getRow() ?? 1,
    };
  };
}
