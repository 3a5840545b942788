import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import {
  earlierColumns,
  judged,
  recolouringOf,
  runsToReplace,
  type SeenColour,
  withReplaced,
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
function colourChange({ look, sheetId, headerRow, at, rows }: SeenColumn, rules: readonly Rule[], wide: boolean) {
  const change = recolouringOf(look, rules.map(seenAt(at, headerRow)), lettersOf(at), headerRow + 1, wide);
  if (change === "stays" || change === "theirs") return change === "theirs" ? change : null;
  const { gone, place, first, now } = change;
  const across = { startColumnIndex: wide ? 0 : at, endColumnIndex: at + 1 };
  const whole = { sheetId, startRowIndex: headerRow, endRowIndex: rows, ...across };
  const ranges = rules[gone[0] ?? -1]?.ranges ?? [whole];
  const made = now.map((highlight) => colourRule(highlight, ranges, first));
  const requests: Request[] = [
    ...gone.map((index) => ({ deleteConditionalFormatRule: { sheetId, index } })).reverse(),
    ...made.map((rule, index) => ({ addConditionalFormatRule: { rule, index: place + index } })),
  ];
  return { requests, rules: withReplaced(rules, change, made) };
}

function seenAt(at: number, headerRow: number) {
  return ({ ranges = [], booleanRule }: Rule): SeenColour => {
    const { type, values = [] } = booleanRule?.condition ?? {};
    const isColumn = ({ startColumnIndex = 0, endColumnIndex = 0 }: sheets_v4.Schema$GridRange): boolean =>
      startColumnIndex === at && endColumnIndex === at + 1;
    return {
      isOfColumn: ranges.every(isColumn),
      formula: type === "CUSTOM_FORMULA" ? (values[0]?.userEnteredValue ?? "").replace(/^=/u, "") : `?${type}`,
      top: (ranges[0]?.startRowIndex ?? headerRow) + 1,
    };
  };
}
