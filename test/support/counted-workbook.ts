import { withChanges } from "../../apps-script/domain/changes/advance";
import { placeChanges } from "../../apps-script/domain/changes/apply";
import { addDays } from "../../apps-script/domain/days/civil-day";
import { runAll } from "../../apps-script/domain/rules/actions";
import { contextOf } from "../../apps-script/domain/rules/context";
import { numberRows } from "../../apps-script/domain/rules/number-rows";
import { TABLE_NAMES, TABLES, type Table, type TableName, titlesOf } from "../../apps-script/domain/schema/index";
import type { Grid, Grids } from "../../apps-script/domain/snapshot/grid";
import { type AnyRow, type Snapshot, snapshotOf } from "../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../apps-script/domain/snapshot/value";
import { withWrites } from "../../apps-script/domain/snapshot/written-grids";
import { InventedYear, seeded } from "./invented-year";

/** Cells of a row by column name. */
type Cells = Readonly<Record<string, Value>>;

const FIRST = "2024-01-02";
const UNITS = ["甲矿业有限公司", "乙矿业有限公司"] as const;
const PAPER_ANSWERS = ["已交", "已交", "不适用", "不合格:看不清", null, null] as const;
const AMOUNTS = [300, "600元", -100, "不详", 12.5] as const;
const METHODS = ["现金", "微信", "支付宝", "扫码", "转账", "POS机", "票券"] as const;

/**
 * The tabs of a workbook that invented people have lived in until a day, with what real ones have besides: papers that were looked
 * at, payments of every kind, rows that share a number, files, conflicts, other versions of a class. 全部执行 ran last.
 */
export function livedTabs(seed: number, people: number, today: string): Grids {
  const year = new InventedYear(seed, people);
  let book = year.opening();
  for (let day = FIRST; day <= today; day = addDays(day, 1)) {
    const typed = year.day(book, day);
    book = withChanges(typed, numberRows(typed, contextOf(typed, day)));
    if (Number(day.slice(8)) % 9 === 0) book = withChanges(book, runAll(book, contextOf(book, day)));
  }
  book = withChanges(book, runAll(book, contextOf(book, today)));
  return afterAll(decorated(gridsOfBook(book), seed, today), today);
}

/** The tabs once 全部执行 has run, its run in the log. */
function afterAll(grids: Grids, today: string): Grids {
  const snapshot = snapshotOf(grids);
  const changes = { action: "all", today, blanked: [], ...runAll(snapshot, contextOf(snapshot, today)) };
  const head = { time: `${today}T09:00:00+08:00`, clerk: "甲", source: "命令行", title: "全部执行" } as const;
  const { journal, cells, done } = placeChanges(grids, snapshot, changes).plan(head);
  return withWrites(grids, [...journal, ...cells, ...done]);
}

/** The tabs of a book, each with the columns of its table. */
export function gridsOfBook(book: Snapshot): Grids {
  return TABLE_NAMES.map((name): Grid => {
    const table: Table = TABLES[name];
    const columns = Object.keys(table.columns);
    const rows: readonly AnyRow[] = book[name];
    const lines = rows.map((row, place) => ({ at: place + 2, values: columns.map((column) => row[column] ?? null) }));
    return { title: table.title, headerRow: 1, header: titlesOf(table), rows: lines };
  });
}

function decorated(grids: Grids, seed: number, today: string): Grids {
  const random = seeded(seed * 31);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const paperColumns = Object.entries(TABLES.papers.columns).flatMap(([name, column]) => ("paper" in column ? [name] : []));
  const papers = (row: Cells): Cells => ({
    ...row,
    ...(random() < 0.6 ? Object.fromEntries(paperColumns.map((column) => [column, pick(PAPER_ANSWERS)])) : {}),
  });
  const numbers = rowsIn(grids, "roster").map(({ id }) => String(id));
  const payments = Array.from({ length: 25 }, (_, place) => ({
    id: `F9${String(place).padStart(4, "0")}`,
    day: random() < 0.3 ? today : addDays(today, -Math.floor(random() * 40)),
    amount: pick(AMOUNTS),
    method: pick(METHODS),
    payer: pick(UNITS),
    shares: pick(numbers),
  }));
  const sent = (unit: string, direction: string, day: string): Cells => ({
    ...{ exchange: `L0000${UNITS.indexOf(unit as (typeof UNITS)[number])}`, unit, direction, generation: Number(day.slice(-1)) },
    ...{ file: `${unit}.xlsx`, fingerprint: `${direction}${day}`, people: 3, time: `${day}T08:00:00+08:00` },
  });
  const files = UNITS.flatMap((unit) =>
    ["2024-02-01", "2024-02-03", "2024-02-05"].map((day, place) =>
      sent(unit, place === 1 || random() < 0.3 ? "收回" : "发出", day),
    ),
  );
  const conflicts = numbers.slice(0, 3).map((enrolment) => ({
    ...{
      enrolment,
      name: "某",
      unit: pick(UNITS),
      column: "学历",
      base: null,
      ours: "大专",
      theirs: "本科",
      source: "甲.xlsx#aa",
    },
  }));
  const [copied] = rowsIn(grids, "roster").filter((row) => row.class !== null);
  const [earlier] = rowsIn(grids, "plan");
  const version = { ...earlier, version: 0, capacity: 3, state: "停办" };
  let next = changed(grids, "papers", (rows) => rows.map(papers));
  next = changed(next, "payments", (rows) => [...rows, ...payments, { ...payments[0], amount: 100, day: today }]);
  next = changed(next, "exchanges", () => files);
  next = changed(next, "conflicts", () => conflicts);
  next = changed(next, "plan", (rows) => [...rows, version]);
  return changed(next, "roster", (rows) => [...rows, { ...copied, note: "抄了一行" }]);
}

function rowsIn(grids: Grids, name: TableName): Cells[] {
  const grid = grids.find(({ title }) => title === TABLES[name].title);
  const columns = Object.keys(TABLES[name].columns);
  return (grid?.rows ?? []).map(({ values }) =>
    Object.fromEntries(columns.map((column, place) => [column, values[place] ?? null])),
  );
}

function changed(grids: Grids, name: TableName, change: (rows: Cells[]) => readonly Cells[]): Grids {
  const columns = Object.keys(TABLES[name].columns);
  const rows = change(rowsIn(grids, name)).map((row, place) => ({
    at: place + 2,
    values: columns.map((column) => row[column] ?? null),
  }));
  return grids.map((grid) => (grid.title === TABLES[name].title ? { ...grid, rows } : grid));
}
