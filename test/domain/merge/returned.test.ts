import { withRevived } from "../../../apps-script/domain/changes/blanked";
import { sizeOf } from "../../../apps-script/domain/changes/change-set";
import {
  type FileIdentity,
  keywordsOf,
  MAGIC,
  packBase,
  readIdentity,
  readKeywords,
  sentHash,
  unpackBase,
} from "../../../apps-script/domain/exchange/identity";
import { keyringOf } from "../../../apps-script/domain/exchange/keyring";
import { rowIdOf } from "../../../apps-script/domain/exchange/row-id";
import { bookOf, sealerOf } from "../../support/books";
import { type Cells, importFiles, returnedFile, returnedReport, sentBook, UNIT, unitValues } from "../../support/exchange-lab";
import { toldBy } from "../../support/exchange-story";
import { idOf } from "./lists";

const person = (serial: number, more: Cells = {}): Cells => ({
  报名编号: `B2024-0000${serial}`,
  姓名: "王梦李明赵刚孙洁".slice(serial * 2 - 2, serial * 2),
  证件号: idOf(serial),
  手机号: `1380013800${serial}`,
  工作单位: UNIT,
  证件有效期: "2024-06-15",
  ...more,
});
const agreed = [1, 2, 3, 4].map((serial) => person(serial));
const TITLES = ["姓名", "证件号", "手机号", "工作单位", "证件有效期", "备注"];
const asReturned = (people: readonly Cells[]): Cells[] =>
  people.map(({ 报名编号: id, ...cells }) => ({ ...cells, 行号: id ?? null }));
const fileOf = (people: readonly Cells[], more: Partial<Parameters<typeof returnedFile>[0]> = {}) =>
  returnedFile({ titles: TITLES, sent: agreed, rows: asReturned(people), ...more });
const withFirst = (cells: Cells): Cells[] => agreed.map((one, place) => (place === 0 ? { ...one, ...cells } : one));

describe("identity", () => {
  const SEAL = sealerOf("W-1").file({ exchange: "X00012", generation: 3, hash: "0ab9", rows: 7 });
  const identity: FileIdentity = {
    exchange: "X00012",
    generation: 3,
    workbook: "W-1",
    schema: 1,
    hash: "0ab9",
    rows: 7,
    seal: SEAL,
  };
  test("both copies read back", () => {
    expect(readIdentity([[MAGIC], [JSON.stringify(identity)]])).toEqual(identity);
    const { exchange, generation, hash, rows, seal } = identity;
    for (const text of [keywordsOf(identity), `报名 ${keywordsOf(identity)}, 2024`]) {
      expect(readKeywords(text)).toEqual({ exchange, generation, hash, rows, seal });
    }
    expect(readKeywords(keywordsOf({ ...identity, seal: null }))).toEqual({ exchange, generation, hash, rows: null, seal: null });
    expect(keywordsOf(identity)).toMatch(/^[0-9A-Za-z-]+$/);
  });
  test.each([
    ["no magic", [["名单"], ["{}"]]],
    ["no JSON", [[MAGIC], ["{"]]],
    ["a part is missing", [[MAGIC], [JSON.stringify({ ...identity, hash: undefined })]]],
    ["nothing", []],
  ])("%s: no identity", (_name, cells) => expect(readIdentity(cells)).toBeNull());
  test("a row id holds in a workbook that has the secret it was made with, as its own or an earlier one", () => {
    const id = rowIdOf("B2024-00012", "X00001", sealerOf("W-1"));
    expect(id).toMatch(/^B2024-00012\.X00001\.[0-9A-Z]{16}$/);
    const ringOf = (...keys: string[]) => keyringOf(bookOf({ keys }), keys[0] ?? null);
    for (const ring of [ringOf("W-1"), ringOf("W-2", "W-1")])
      expect(ring.rowOf(` ${id} `)).toEqual({ exchange: "X00001", enrolment: "B2024-00012" });
    for (const other of [id.replace("00012", "00013"), id.replace("X00001", "X00002"), id.slice(0, -1), "", `${id}0`])
      expect(ringOf("W-1").rowOf(other)).toBeNull();
    expect(ringOf("W-2").rowOf(id)).toBeNull();
    expect(ringOf().rowOf(id)).toBeNull();
  });
  test("底稿 reads back, and what is not whole is no base", () => {
    const values = unitValues(person(1));
    expect(unpackBase(packBase(values, { shown: { class: "再培训班第三期" }, takenFrom: 2 }))).toEqual({
      values,
      shown: { class: "再培训班第三期" },
      takenFrom: 2,
    });
    for (const broken of ["", "{", "[]", '{"name":{}}']) expect(unpackBase(broken)).toBeNull();
    const rows = [1, 2].map((serial) => ({ enrolment: `B2024-0000${serial}`, values: unitValues(person(serial)) }));
    expect(sentHash([...rows].reverse())).toBe(sentHash(rows));
  });
});

describe("采用", () => {
  const open = (column: string, theirs: string, choice: string | number) => [
    { 报名编号: "B2024-00001", 姓名: "王梦", 列: column, 原值: "旧", 我方: "我", 对方: theirs, 采用: choice },
  ];
  const choices: readonly (readonly [
    column: string,
    theirs: string,
    choice: string | number,
    after: string | null,
    isLeft: boolean,
  ])[] = [
    ["手机号", "13900139000", "我方", "13800138001", false],
    ["手机号", "13900139000", "对方", "13900139000", false],
    ["手机号", "13900139000", " 137 0013 7000 ", "13700137000", false],
    ["手机号", "清空", "对方", null, false],
    ["手机号", "13900139000", "清空", null, false],
    ["手机号", "13900139000", "1390013", "13800138001", true],
    ["证件有效期", "2026-01-01", "2027年3月5日", "2027-03-05", false],
    ["证件有效期", "2026-01-01", "2027年3月", "2024-06-15", true],
    ["证件号", idOf(6), "对方", idOf(6), false],
    ["证件号", idOf(6), 379999195101010000, idOf(1), true],
    ["姓名", "王萌", "清空", "王梦", true],
    ["姓名", "王萌", "对方", "王萌", false],
  ];
  test.each(choices)("%s, theirs %s, chosen %s", (column, theirs, choice, after, isLeft) => {
    const played = importFiles(sentBook(agreed, [], { conflicts: open(column, theirs, choice) }), []);
    expect(toldBy(played).roster[0]?.[column] ?? null).toBe(after);
    expect(played.after.conflicts).toHaveLength(isLeft ? 1 : 0);
    expect(played.decision.findings.map(({ code }) => code)).toEqual(isLeft ? ["E23"] : []);
    const again = importFiles(played.after, []);
    expect(sizeOf({ ...again.decision, blanked: again.decision.blanked ?? [] })).toBe(0);
  });

  test("a settled conflict does not come back with the file that raised it", () => {
    const book = sentBook(withFirst({ 手机号: "13900139000" }), [{ generation: 1, people: agreed }]);
    const file = fileOf(withFirst({ 手机号: "13700137000" }));
    const raised = importFiles(book, [file]).after;
    const chosen = { ...raised, conflicts: raised.conflicts.map((row) => ({ ...row, choice: "我方" })) };
    const { after } = importFiles(chosen, [fileOf(withFirst({ 手机号: "13700137000", 备注: "夜班" }))]);
    expect(after.conflicts).toEqual([]);
    expect(after.roster[0]).toMatchObject({ mobile: "13900139000", note: "夜班" });
  });

  test("both sides agree again: the conflict goes", () => {
    const book = sentBook(withFirst({ 手机号: "13900139000" }), [{ generation: 1, people: agreed }]);
    const raised = importFiles(book, [fileOf(withFirst({ 手机号: "13700137000" }))]).after;
    const { after } = importFiles(raised, [fileOf(withFirst({ 手机号: "13900139000" }))]);
    expect(after.conflicts).toEqual([]);
  });
});

test("a row that is blanked and added again in one run is a row that changes", () => {
  const row = { table: "conflicts" as const, row: "B·列", reason: "" };
  const outcome = {
    cells: [],
    rows: [{ ...row, values: { enrolment: "B", column: "列", theirs: "新" } }],
    findings: [],
    summary: {},
  };
  const revived = withRevived(outcome, [{ ...row, values: { enrolment: "B", column: "列", theirs: "旧", choice: "我方" } }]);
  expect(revived.blanked).toEqual([]);
  expect(revived.outcome.rows).toEqual([]);
  expect(revived.outcome.cells.map(({ column, before, after }) => [column, before, after])).toEqual([
    ["theirs", "旧", "新"],
    ["choice", "我方", null],
  ]);
});

test("two files of one unit in one import: the second is merged against what the first said", () => {
  const book = sentBook(agreed, [{ generation: 1, people: agreed }]);
  const first = fileOf(withFirst({ 备注: "夜班" }));
  const second = fileOf(withFirst({ 备注: "夜班", 手机号: "13900139000" }), { file: "再发.xlsx" });
  const played = importFiles(book, [first, second]);
  expect(played.after.roster[0]).toMatchObject({ note: "夜班", mobile: "13900139000" });
  expect(played.after.conflicts).toEqual([]);
});

test("a reverted edit is taken when the file went on from the one before, and kept out when it is another copy", () => {
  const book = sentBook(agreed, [{ generation: 1, people: agreed }]);
  const { after } = importFiles(book, [fileOf(withFirst({ 备注: "夜班", 手机号: "13900139000" }))]);
  const went = importFiles(after, [fileOf(withFirst({ 备注: "夜班" }))]);
  expect(went.after.roster[0]).toMatchObject({ note: "夜班", mobile: "13800138001" });
  const other = importFiles(after, [fileOf(agreed)]);
  expect(other.after.roster[0]).toMatchObject({ note: "夜班", mobile: "13900139000" });
  expect(returnedReport(other).findings.map(({ code }) => code)).toEqual(["E06"]);
});

test("the copy for the unit: every changed cell with its end", () => {
  const book = sentBook(withFirst({ 手机号: "13900139000" }), [{ generation: 1, people: agreed }]);
  const theirs = withFirst({ 手机号: "13700137000", 备注: "夜班", 证件有效期: "2024年6月" });
  const report = returnedReport(importFiles(book, [fileOf(theirs)]));
  const [first] = report.annotated;
  expect(first?.cells.map(({ title, verdict, address }) => [title, verdict, address])).toEqual([
    ["手机号", "conflict", "D3"],
    ["证件有效期", "refused", "F3"],
    ["备注", "taken", "G3"],
  ]);
  expect(JSON.stringify(report.findings)).not.toMatch(/\d{11}/);
});

test("底稿 keeps what the last five files sent can need", () => {
  const people = (generation: number): Cells[] => agreed.map((one) => ({ ...one, 备注: `第${generation}份` }));
  const sent = [1, 2, 3, 4, 5, 6, 7].map((generation) => ({ generation, people: people(generation) }));
  const book = sentBook(people(7), sent);
  const { after } = importFiles(book, [fileOf(people(7), { generation: 7, sent: people(7) })]);
  expect([...new Set(after.bases.map(({ generation }) => generation))]).toEqual([3, 4, 5, 6, 7]);
});

test("a damaged mark is no mark: a file that nobody here sent is read as a list", () => {
  const book = sentBook([], []);
  const { reports } = importFiles(book, [fileOf(agreed, { identity: "none", workbook: "W-other" })]);
  expect(reports.map(({ kind }) => kind)).toEqual(["foreign"]);
});

describe("rows by which nobody can be told", () => {
  const book = sentBook(agreed, [{ generation: 1, people: agreed }]);
  const bare: Cells = { 姓名: null, 证件号: null };
  const cases: readonly (readonly [name: string, cells: Cells, code: string | null])[] = [
    ["neither name nor id", bare, "E28"],
    ["nothing at all", { ...bare, 手机号: null, 工作单位: null, 证件有效期: null }, "E28"],
    ["an id that cannot be read", { ...bare, 证件号: 379999195101010000 }, "E28"],
    ["the name alone", { 证件号: null }, null],
    ["the id alone", { 姓名: null }, null],
  ];
  test.each(cases)("%s", (_name, cells, code) => {
    const played = importFiles(book, [fileOf(withFirst({ ...cells, 备注: "夜班" }))]);
    const { rows, findings, annotated } = returnedReport(played);
    expect(findings.flatMap((one) => (one.severity === "阻断" ? [one.code] : []))).toEqual(code === null ? [] : [code]);
    expect(rows).toMatchObject({ refused: code === null ? 0 : 1, missing: 0 });
    expect(played.after.roster[0]?.note).toBe(code === null ? "夜班" : null);
    if (code !== null) expect(JSON.stringify(annotated[0])).not.toContain("王梦");
  });

  test("an enrolment that has neither itself is known by its row", () => {
    const people = withFirst(bare);
    const empty = sentBook(people, [{ generation: 1, people }]);
    const { after } = importFiles(empty, [
      fileOf(
        people.map((one, at) => (at === 0 ? { ...one, 备注: "夜班" } : one)),
        { sent: people },
      ),
    ]);
    expect(after.roster[0]?.note).toBe("夜班");
  });
});

/** What the unit reads of a row, without the row's own words. */
describe("an id tells nobody whether the centre knows it", () => {
  const other = "乙矿业有限公司";
  const stranger = person(5, { 姓名: "周涛", 工作单位: other, 手机号: "13800138005" });
  const book = sentBook(
    [...agreed, stranger],
    [
      { generation: 1, people: agreed },
      { exchange: "X00002", unit: other, generation: 1, people: [stranger] },
    ],
  );
  const toldOf = (cells: Cells) => {
    const report = returnedReport(importFiles(book, [fileOf(withFirst(cells))]));
    const { findings: _, fingerprint: _own, ...told } = report;
    return JSON.stringify({
      rows: told.rows,
      cells: told.cells,
      told: told.annotated,
      refused: told.refusedRows,
      stopped: told.stopped,
    });
  };
  const tries: readonly (readonly [name: string, cells: Cells])[] = [
    ["with the name as it was", {}],
    ["with no name", { 姓名: null }],
    ["with another name", { 姓名: "周涛" }],
    ["with all cells changed", { 手机号: "13900139000", 备注: "夜班", 证件有效期: "2025-01-01" }],
  ];
  test.each(tries)("another unit's in a row of one's own, %s", (_name, cells) => {
    const [known, unknown] = [idOf(5), idOf(6)];
    const masked = (text: string): string => text.replaceAll(/379999\d{11}[\dX]|379999\*+.{4}/gu, "…");
    expect(masked(toldOf({ ...cells, 证件号: known }))).toBe(masked(toldOf({ ...cells, 证件号: unknown })));
  });

  test("staff are told whose it is", () => {
    const { findings } = returnedReport(importFiles(book, [fileOf(withFirst({ 证件号: idOf(5) }))]));
    expect(findings.filter(({ code }) => code === "E12").map(({ message }) => message)).toEqual([
      expect.stringContaining("“乙矿业有限公司”的人员（B2024-00005）"),
    ]);
  });

  const otherwise: readonly (readonly [name: string, state: string | null, unit: string])[] = [
    ["a colleague", null, UNIT],
    ["somebody who left another unit", "离职", other],
  ];
  test.each(otherwise)("a new row for another post of %s under another name is asked about", (_name, state, unit) => {
    const { 报名编号: _, ...cells } = person(7, { 姓名: "郑洁" });
    const known = sentBook(
      [...agreed, person(7, { 姓名: "周涛", 工作单位: unit, 报名状态: state, 职位: "安全生产管理人员" })],
      [{ generation: 1, people: agreed }],
    );
    const rows = [...asReturned(agreed), { ...cells, 职位: "主要负责人", 工作单位: UNIT }];
    const played = importFiles(known, [returnedFile({ titles: [...TITLES, "职位"], sent: agreed, rows })]);
    const report = returnedReport(played);
    expect(report.refusedRows.flatMap(({ reasons }) => reasons.map(({ message }) => message))).toEqual([
      "证件号与姓名对不上，整行没有采用，请核对证件原件。",
    ]);
    expect(report.findings.map(({ code, message }) => [code, message])).toEqual([
      ["I24", expect.stringContaining("B2024-00007")],
    ]);
    expect(played.after.roster).toHaveLength(known.roster.length);
  });

  test("a new row of somebody whom another unit has: staff are told which, the unit that there is one", () => {
    const { 报名编号: _, ...cells } = stranger;
    const rows = [...asReturned(agreed), { ...cells, 工作单位: UNIT }];
    const played = importFiles(book, [returnedFile({ titles: TITLES, sent: agreed, rows })]);
    const report = returnedReport(played);
    expect(report.refusedRows.flatMap(({ reasons }) => reasons.map(({ message }) => message))).toEqual([
      "此人已由另一单位报名，请向中心核实。",
    ]);
    expect(report.findings.map(({ message }) => message)).toEqual([expect.stringContaining(other)]);
    expect(played.after.todo.map(({ content }) => content)).toEqual([expect.stringContaining(other)]);
  });
});
