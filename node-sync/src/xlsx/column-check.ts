import type { DataValidation } from "exceljs";
import { type Column, PAPER_ANSWER, PLAN, ROSTER, SETTINGS, type Table, UNITS } from "../../../apps-script/domain/schema/index";
import type { SettingSpec } from "../../../apps-script/domain/schema/settings";
import * as say from "../wording/new-workbook";
import { lettersOf } from "./cell-reference";

/** The last row that has dropdowns and colours from the start; more rows are covered as they are appended. */
export const LAST_ROW = 5000;

export type Validation = Omit<DataValidation, "type" | "formulae"> & {
  readonly type: DataValidation["type"] | "any";
  readonly formulae?: readonly (string | number | Date)[];
};

/** What may be typed into a column. Nothing is forbidden: a warning asks, and staff may go on. */
export type ColumnRule = Pick<Validation, "type" | "operator" | "formulae" | "errorTitle" | "error"> & { readonly hint?: string };

const { lockedClass, preRegisteredClass, bookedClass } = ROSTER.columns;
const CLASS_COLUMNS: ReadonlySet<Column> = new Set<Column>([lockedClass, preRegisteredClass, bookedClass]);
const EARLIEST = new Date(Date.UTC(1950, 0, 1));

/** What stands in the columns of a tab of the book, from A on. */
export type Placed = (table: Table) => readonly (Column | null)[];

/** What a check allows and says, and the hint beside the cell. */
export interface Checked extends ColumnRule {
  readonly prompt?: string;
}

/** A rule with the hint beside the cell, which a column may have without a rule; `null` for neither. */
export function checkedBy(column: Column, rule: ColumnRule | null): Checked | null {
  const prompt = column.note ?? rule?.hint;
  if (rule === null && prompt === undefined) return null;
  const { hint: _, ...check } = rule ?? { type: "any" as const };
  return { ...check, ...(prompt === undefined ? {} : { prompt }) };
}

/** The check of a column of a tab as a file holds it; `null` without one. Lists of other tabs are left out. */
export function columnCheck(column: Column): Checked | null {
  if (column.owner === "computed" || column.owner === "system") return null;
  const check = checkedBy(
    column,
    ruleOf(column, () => []),
  );
  const formulae = check?.formulae?.map((value) => (value instanceof Date ? serialOf(value) : value));
  return check && { ...check, ...(formulae ? { formulae } : {}) };
}

/** A day as a cell holds it: days since 1899-12-30. */
function serialOf(day: Date): number {
  return day.getTime() / 86_400_000 + 25_569;
}

/** What may be typed into a column of a tab. */
export function ruleOf(column: Column, placed: Placed): ColumnRule | null {
  if (CLASS_COLUMNS.has(column)) return otherTab(PLAN, PLAN.columns.name, 100, say.classHint, placed);
  if (column.means === "unit") return otherTab(UNITS, UNITS.columns.name, LAST_ROW, say.unitHint, placed);
  // No check on papers: the reason after 不合格: is free, and a question at every refusal would be in the way.
  if (column.paper !== undefined) return { ...list([PAPER_ANSWER.in, PAPER_ANSWER.notNeeded]), hint: say.paperHint };
  return kindRule(column);
}

/** The same where the other tabs are not known. */
export function kindRule(column: Column): ColumnRule | null {
  const { kind, allowed, means, numbers } = column;
  if (allowed !== undefined) return { ...list(allowed), errorTitle: say.choiceErrorTitle, error: say.choiceError(allowed) };
  if (means === "mobile") {
    return { type: "textLength", operator: "equal", formulae: [11], errorTitle: say.mobileErrorTitle, error: say.mobileError };
  }
  if (kind === "day") {
    const check = { type: "date", operator: "greaterThanOrEqual", formulae: [EARLIEST] } as const;
    return { ...check, errorTitle: say.dayErrorTitle, error: say.dayError, hint: say.dayHint };
  }
  if (kind === "number" && numbers !== "mixed") return numberRule(say.numberError, numbers === "money" ? null : 0);
  return null;
}

/** What may be typed as the value of a setting: a word of its list, or a number that is not too small. */
export function settingRule({ allowed, least, counter }: SettingSpec): ColumnRule | null {
  if (counter) return null;
  if (allowed !== undefined) return kindRule({ ...SETTINGS.columns.value, allowed });
  return least === undefined ? null : numberRule(say.leastError(least), least);
}

/** A refund is a negative amount, so money has no least. */
function numberRule(error: string, least: number | null): ColumnRule {
  return { type: "decimal", operator: "greaterThanOrEqual", formulae: [least ?? -1e9], errorTitle: say.numberErrorTitle, error };
}

/** A list inside the rule; Excel calls a file damaged whose list is longer than 255 characters. */
function list(allowed: readonly string[]): Pick<Validation, "type" | "formulae"> {
  const text = allowed.join(",");
  if (text.length > 255) throw new Error(`A dropdown of ${text.length} characters does not fit: ${text.slice(0, 40)}…`);
  return { type: "list", formulae: [`"${text}"`] };
}

/** The entries of a column of another tab; null when the book has no such column. */
function otherTab(table: Table, column: Column, lastRow: number, hint: string, placed: Placed): ColumnRule | null {
  const index = placed(table).indexOf(column);
  if (index < 0) return null;
  const letters = lettersOf(index);
  return { type: "list", formulae: [`'${table.title}'!$${letters}$2:$${letters}$${lastRow}`], hint };
}
