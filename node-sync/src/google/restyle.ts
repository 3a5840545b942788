import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import {
  coloursOf,
  conditionText,
  earlierColumns,
  formulaText,
  judged,
  runsToReplace,
} from "../../../apps-script/domain/operations/judge-look";
import type { ColumnLook, LeftLook } from "../../../apps-script/domain/operations/migrate";
import type { Column } from "../../../apps-script/domain/schema/column";
import { lettersOf } from "../xlsx/cell-reference";
import { colourRule, dropdownOf, newColumnRequests } from "./new-tabs";
import type { Request } from "./sheets-client";

type Rule = sheets_v4.Schema$ConditionalFormatRule;

/** A column of a tab as Google has it. */
export interface SeenColumn {
  readonly look: ColumnLook;
  readonly sheetId: number;
  /** Of the headers, from 1. */
  readonly headerRow: number;
  /** From 0. */
  readonly at: number;
  readonly rows: number;
  /** The note of its header. */
  readonly note: string;
  /** The checks of its cells below the header, row by row; null where there is none. */
  readonly checks: readonly (sheets_v4.Schema$DataValidationRule | null)[];
}

/** What brings the looks of one tab up, in one request after the other, and what is left. */
interface Restyling {
  readonly requests: readonly Request[];
  readonly left: readonly LeftLook[];
}

/** @param rules the conditional formats of the tab, the first that holds wins */
export function restylingOf(columns: readonly SeenColumn[], rules: readonly Rule[]): Restyling {
  const requests: Request[] = [];
  const left: LeftLook[] = [];
  let all = [...rules];
  for (const seen of columns) {
    const { look, at, ...plan } = seen;
    if (look.isNew) requests.push(...newColumnRequests({ ...plan, table: look.table }, look.column, at));
    else requests.push(...noteRequests(seen), ...dropdownRequests(seen, left));
    for (const wide of [false, true]) {
      const change = colourChange(seen, all, wide);
      if (change === "theirs") left.push({ look, what: "colours" });
      else if (change) {
        requests.push(...change.requests);
        all = change.rules;
      }
    }
  }
  return { requests, left };
}

function noteRequests({ look, sheetId, headerRow, at, note }: SeenColumn): Request[] {
  const verdict = judged(
    note,
    look.column.note ?? "",
    earlierColumns(look).map((column) => column.note ?? ""),
  );
  if (verdict !== "replace") return [];
  const start = { sheetId, rowIndex: headerRow - 1, columnIndex: at };
  return [{ updateCells: { start, rows: [{ values: [{ note: look.column.note ?? "" }] }], fields: "note" } }];
}

/** A dropdown in one text, by which it is known. */
function checkText(rule: sheets_v4.Schema$DataValidationRule | null): string {
  if (rule === null) return "";
  const values = rule.condition?.values?.map(({ userEnteredValue }) => userEnteredValue) ?? [];
  return JSON.stringify([rule.condition?.type, values, rule.inputMessage ?? ""]);
}

const dropdownText = (column: Column): string => checkText(dropdownOf(column));

/** Cells that hold an older dropdown of ours get the present one; others stay, and are told. */
function dropdownRequests({ look, sheetId, headerRow, at, checks, rows }: SeenColumn, left: LeftLook[]): Request[] {
  const older = earlierColumns(look).map(dropdownText);
  const { runs, isTheirs } = runsToReplace(checks.map(checkText), dropdownText(look.column), older);
  if (isTheirs) left.push({ look, what: "dropdown" });
  const rule = dropdownOf(look.column);
  return runs.map(({ first, last }) => {
    const endRowIndex = last === checks.length - 1 ? rows : headerRow + last + 1;
    const range = { sheetId, startRowIndex: headerRow + first, endRowIndex, startColumnIndex: at, endColumnIndex: at + 1 };
    return { setDataValidation: rule ? { range, rule } : { range } };
  });
}

/** The rules of a column in the place of earlier ones of ours, and the tab's rules after it; null when nothing is to be done. */
function colourChange(seen: SeenColumn, rules: readonly Rule[], wide: boolean) {
  const { look, sheetId, headerRow, at, rows } = seen;
  const { now, older } = coloursOf(look, wide);
  const own = rules.flatMap((rule, index) => (isOn(rule, at, wide) ? [{ rule, index }] : []));
  const first = `${wide ? "$" : ""}${lettersOf(at)}${topOf(own[0]?.rule, headerRow) + 1}`;
  const there = formulaText(own.map(({ rule }) => formulaOf(rule)));
  const texts = older.map((conditions) => conditionText(conditions, first));
  const verdict = look.isNew && now.length > 0 ? "replace" : judged(there, conditionText(now, first), look.isNew ? [] : texts);
  if (verdict !== "replace") return verdict === "theirs" ? verdict : null;
  const across = wide ? { startColumnIndex: 0, endColumnIndex: at + 1 } : { startColumnIndex: at, endColumnIndex: at + 1 };
  const whole = { sheetId, startRowIndex: headerRow, endRowIndex: rows, ...across };
  const made = now.map((highlight) => colourRule(highlight, own[0]?.rule.ranges ?? [whole], first));
  const place = own[0]?.index ?? rules.length;
  const others = rules.filter((rule) => !own.some((one) => one.rule === rule));
  const requests: Request[] = [
    ...own.map(({ index }) => ({ deleteConditionalFormatRule: { sheetId, index } })).reverse(),
    ...made.map((rule, index) => ({ addConditionalFormatRule: { rule, index: place + index } })),
  ];
  return { requests, rules: [...others.slice(0, place), ...made, ...others.slice(place)] };
}

/** Whether a rule colours cells of this column alone or, of those for whole rows, looks at this column. */
function isOn(rule: Rule, at: number, wide: boolean): boolean {
  const isOwn = (rule.ranges ?? []).every(
    ({ startColumnIndex = 0, endColumnIndex = 0 }) => startColumnIndex === at && endColumnIndex === at + 1,
  );
  return wide ? !isOwn && formulaOf(rule).includes(`$${lettersOf(at)}`) : isOwn;
}

function topOf(rule: Rule | undefined, headerRow: number): number {
  return rule?.ranges?.[0]?.startRowIndex ?? headerRow;
}

function formulaOf({ booleanRule }: Rule): string {
  const { type, values = [] } = booleanRule?.condition ?? {};
  return type === "CUSTOM_FORMULA" ? (values[0]?.userEnteredValue ?? "").replace(/^=/u, "") : `?${type}`;
}
