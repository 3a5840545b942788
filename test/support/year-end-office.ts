import { TABLES, type Table } from "../../apps-script/domain/schema/index";
import type { Value } from "../../apps-script/domain/snapshot/value";
import { newWorkbook } from "../../node-sync/src/workbook/new-workbook";
import { papersIn } from "./books";
import { SENT_PEOPLE, SENT_UNITS } from "./sent-office";

/** Five people of each of three units: the first has failed once, the second owes, the third left, all others passed. */
export const YEAR_END_PEOPLE = SENT_PEOPLE.map((row, at) => ({
  ...row,
  ...{ card: null, validUntil: "2026-06-15", trained: "是", exam: "合格", state: "已完成", light: "已完成", feeDue: null },
  ...(at % 5 === 0 ? { exam: "不合格", examTries: 1, state: null } : {}),
  ...(at % 5 === 1 ? { reportedInOn: "2024-05-14" } : {}),
  ...(at % 5 === 2 ? { exam: null, trained: null, state: "离职" } : {}),
}));

function rowsOf(table: Table, rows: readonly object[]): [string, Value[][]] {
  const columns = Object.keys(table.columns);
  return [table.title, rows.map((row) => columns.map((column) => (row as Readonly<Record<string, Value>>)[column] ?? null))];
}

/** The workbook of an office at the end of 2024, with every paper handed in and two cards left. */
export function yearEndOffice(): Promise<Buffer> {
  const units = SENT_UNITS.map((name) => ({ name }));
  const papers = YEAR_END_PEOPLE.map(({ id }) => papersIn(String(id)));
  const cards = [
    { number: "K1", password: "pw-one" },
    { number: "K2", password: "pw-two" },
  ];
  const extraRows = new Map([
    rowsOf(TABLES.units, units),
    rowsOf(TABLES.roster, YEAR_END_PEOPLE),
    rowsOf(TABLES.papers, papers),
    rowsOf(TABLES.cards, cards),
  ]);
  return newWorkbook({ planYear: 2024, workbook: "w-2024", extraRows });
}
