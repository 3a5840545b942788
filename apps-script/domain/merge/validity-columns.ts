import { readValidUntil } from "../days/spellings";
import { LONGEST_TITLE } from "../people/aliases";
import { foldWidth } from "../people/canonical";
import { titleOfColumn } from "../schema/unit-columns";
import { presentValue, textOf, type Value } from "../snapshot/value";
import type { ListColumn } from "./list-header";
import type { TableRow } from "./table-file";

/** Which end of a certificate's validity a column holds. */
type ValidityEnd = "from" | "until";

export const VALIDITY = titleOfColumn("validUntil");

const FROM = /^(?:自|从|由|起|始|起始|开始|初领|发证|领证|签发|颁发|生效|起算)(?:日期?|时间|期)?$/u;
const UNTIL = /^(?:至|到|止|终|截止|截至|结束|到期|终止|失效|届满|期满)(?:日期?|时间|期)?$/u;
/** Both days in one cell, of which the last one is read. */
const SPAN = /^(?:起止|起讫|起迄|起至|自至|始末)(?:日期?|时间|期)?$/u;
const HEADER = /^(?:证件|证书|合格证|资格证)?有效(?:期限?|日期|时间)?(.+)$/u;

/** Nothing of a text that is longer than a title. */
function bareWord(text: string): string {
  return text.length > LONGEST_TITLE ? "" : foldWidth(text).replace(/[()[\]【】:*—_-]/gu, "");
}

/** The end that a lower header line names under 有效期限: 自 and 至, 起 and 止, 发证 and 到期. */
export function validityEnd(word: string): ValidityEnd | null {
  const bare = bareWord(word);
  return FROM.test(bare) ? "from" : UNTIL.test(bare) ? "until" : null;
}

/** The same of a header of one line: 有效期（起）, 有效期限止, 证书有效期开始日期; 有效期起止 ends with the last day. */
export function validityHeader(text: string): ValidityEnd | null {
  const rest = HEADER.exec(bareWord(text))?.[1];
  if (rest === undefined) return null;
  return SPAN.test(rest) ? "until" : validityEnd(rest);
}

/** Whether a header, its lines parted by blanks, is that of the first day. */
export function isFirstDay(header: string): boolean {
  return validityHeader(header) === "from" || validityEnd(header.split(" ").pop() ?? "") === "from";
}

/** Whether a header speaks of a validity at all. */
export function speaksOfValidity(header: string): boolean {
  return /有效期|有效日期|到期日|截止日期/u.test(foldWidth(header));
}

/** The columns of a list once its rows are known; `parted` holds those under one 有效期限 of which none can be taken. */
interface SettledValidity {
  readonly columns: readonly ListColumn[];
  readonly parted: readonly ListColumn[];
}

/**
 * Columns of days under one 有效期限, or under two words like it, without a word for each may be first and last day: none is
 * taken where they differ. Where only one of them holds days it is that one.
 */
export function settleValidity(columns: readonly ListColumn[], rows: readonly Pick<TableRow, "cells">[]): SettledValidity {
  const taken = columns.find(({ title }) => title === VALIDITY);
  if (!taken) return { columns, parted: [] };
  const twins = columns
    .filter(({ twin, header }) => twin === VALIDITY && saysNoEnd(header) && saysNoEnd(taken.header))
    .map(({ index }) => index);
  const within = new Set([taken.index, ...taken.beside, ...twins]);
  const withDays = [...within].filter((index) => holdsDays(rows.map(({ cells }) => cells[index])));
  const [only = taken.index, ...more] = withDays;
  const isSame = more.every((index) => rows.every(({ cells }) => textOf(cells[index]) === textOf(cells[only])));
  if (isSame) return { columns: only === taken.index ? columns : replaced(columns, taken, { index: only }), parted: [] };
  const headers = new Map(columns.map((column) => [column.index, column.header]));
  return {
    columns: replaced(columns, taken, { title: null }),
    parted: withDays.map((index) => ({ ...taken, index, header: headers.get(index) ?? taken.header })),
  };
}

/** 有效期, 证件有效期限: of the first or of the last day. */
function saysNoEnd(header: string): boolean {
  return /^(?:证件|证书|合格证|资格证)?有效(?:期限?|日期)$/u.test(foldWidth(header));
}

function replaced(columns: readonly ListColumn[], taken: ListColumn, change: Partial<ListColumn>): ListColumn[] {
  return columns.map((column) => (column === taken ? { ...column, ...change } : column));
}

/** What was meant for a day, readable or not: part of one, a moment, 长期, or what a spreadsheet shows instead. */
const MEANT_FOR_DAY = /^(?:\d{2,4}[-/.年]\d{1,2}(?:[-/.月日]|$)|\d{1,2}月|(?:19|20)\d{2}年?$|长期|永久|无限期|#\S+[!?]$|#N\/A$)/u;

/** Whether most of what a column holds is meant for days: a last day that cannot be read is no reason to take the first. */
function holdsDays(cells: readonly (Value | undefined)[]): boolean {
  const written = cells.filter((cell) => textOf(presentValue(cell)) !== "");
  const days = written.filter(
    (cell = null) =>
      readValidUntil(cell).kind !== "unreadable" || MEANT_FOR_DAY.test(foldWidth(textOf(cell).slice(0, 40)).trim()),
  );
  return days.length > 0 && days.length * 2 >= written.length;
}
