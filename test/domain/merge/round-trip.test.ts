import { withChanges } from "../../../apps-script/domain/changes/advance";
import { sizeOf } from "../../../apps-script/domain/changes/change-set";
import { exportOperation, type UnitFile } from "../../../apps-script/domain/exchange/export";
import { IDENTITY_SHEET, keywordsOf, MAGIC, PEOPLE_SHEET, ROW_ID_TITLE } from "../../../apps-script/domain/exchange/identity";
import { type SentColumn, sentColumn } from "../../../apps-script/domain/exchange/sent-rows";
import { incomingFileOf, type SourceFile } from "../../../apps-script/domain/merge/returned";
import { importOperation } from "../../../apps-script/domain/operations/import";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { perform, type Terms } from "../../../node-sync/src/perform";
import { addRows, freshTabs, tabOf } from "../../hosts/lab";
import { memoryLab } from "../../hosts/memory-lab";
import { secretOf } from "../../support/books";
import { importFiles, returnedReport, sentBook, TODAY, UNIT } from "../../support/exchange-lab";
import { idOf } from "./lists";

const roster = ["王梦", "李明", "赵刚"].map((name, place) => ({
  报名编号: `B2024-0000${place + 1}`,
  姓名: name,
  证件号: idOf(place + 1),
  手机号: `1380013800${place}`,
  工作单位: UNIT,
  职位: "安全生产管理人员",
  申报类型: "再培训",
  证件有效期: "2024-06-15",
  班级: "再培训班第三期",
  应缴: 300,
}));

/** The file as a unit opens it, its cells by column title. */
function sheetOf(
  { identity, rows }: UnitFile,
  edit: (title: string, value: Value, place: number) => Value = (_title, value) => value,
): SourceFile {
  const columns = Object.keys(rows[0]?.values ?? {});
  const titles = columns.map((column) => sentColumn(column as SentColumn).title);
  const lines = rows.map(({ rowId, values }, place) => [
    rowId,
    ...columns.map((column, index) => edit(titles[index] ?? "", values[column as keyof typeof values], place)),
  ]);
  const grid: readonly (readonly Value[])[] = [["学员信息"], [ROW_ID_TITLE, ...titles], ...lines];
  return {
    file: "甲.xlsx",
    fingerprint: "bytes",
    keywords: keywordsOf(identity),
    sheets: [
      { name: PEOPLE_SHEET, hidden: false, rows: grid.map((cells, index) => ({ at: index + 1, cells })) },
      {
        name: IDENTITY_SHEET,
        hidden: true,
        rows: [MAGIC, JSON.stringify(identity)].map((cell, index) => ({ at: index + 1, cells: [cell] })),
      },
    ],
  };
}

function sent(book: Snapshot): { readonly file: UnitFile; readonly after: Snapshot } {
  const decision = exportOperation({ units: [UNIT] }).decide(book, contextOf(book, TODAY));
  const after = withChanges(book, decision);
  const [file] = decision.report.files;
  if (!file) throw new Error("no file");
  return { file, after };
}

test("what we export comes back unchanged as no change at all", () => {
  const { file, after } = sent(sentBook(roster, []));
  const played = importFiles(after, [sheetOf(file)]);
  const { rows, cells, findings } = returnedReport(played);
  expect(rows).toEqual({ total: 3, new: 0, changed: 0, unchanged: 3, refused: 0, missing: 0 });
  expect([cells.applied, cells.conflicts, cells.refused, findings]).toEqual([0, 0, 0, []]);
  expect([...played.decision.cells, ...played.decision.rows].map(({ table }) => table)).toEqual(["exchanges"]);
});

test("an edited phone comes in, a forged class does not", () => {
  const { file, after } = sent(sentBook(roster, []));
  const edit = (title: string, value: Value, place: number): Value =>
    place > 0 ? value : title === "手机号" ? "13900139000" : title === "班级" ? "再培训班第一期" : value;
  const played = importFiles(after, [sheetOf(file, edit)]);
  expect(played.after.roster[0]).toMatchObject({ mobile: "13900139000", class: "再培训班第三期" });
  expect(returnedReport(played).findings.map(({ code, column }) => `${code} ${column}`)).toEqual(["E10 class"]);
});

test("of two files whose bases are gone the second takes nothing back that the first brought", () => {
  const { file, after } = sent(sentBook(roster, []));
  const noting = (note: string): SourceFile =>
    sheetOf(file, (title, value, place) => (title === "备注" && place === 0 ? note : value));
  const first = importFiles({ ...after, bases: [] }, [noting("夜班")]);
  expect(first.after.conflicts.map(({ theirs }) => theirs)).toEqual(["夜班"]);
  // Staff take the note over; then another copy of some older file comes.
  const [row, ...others] = first.after.roster;
  const settled: Snapshot = { ...first.after, conflicts: [], roster: row ? [{ ...row, note: "夜班" }, ...others] : [] };
  const second = importFiles(settled, [noting("白班")]);
  expect(second.after.roster[0]?.note).toBe("夜班");
  expect(second.after.conflicts.map(({ ours, theirs }) => [ours, theirs])).toEqual([["夜班", "白班"]]);
});

describe("the columns about the class", () => {
  const third = "再培训班第三期";
  const moved = (book: Snapshot): Snapshot => ({
    ...book,
    plan: book.plan.map((row) => (row.name === third ? { ...row, statedReportIn: "5月21日9:00-11:00" } : row)),
  });
  /** The file as a program made it that did not know these columns. */
  const without = (source: SourceFile): SourceFile => {
    const [people, ...rest] = source.sheets;
    const [title, header, ...lines] = people?.rows ?? [];
    const kept = (cells: readonly Value[] = []) =>
      cells.filter((_, at) => !["报名截止", "预约起止", "报到时间", "报到地点"].includes(String(header?.cells[at])));
    const rows = [title, header, ...lines].flatMap((row) => (row ? [{ ...row, cells: kept(row.cells) }] : []));
    return { ...source, sheets: [{ name: PEOPLE_SHEET, hidden: false, rows }, ...rest] };
  };
  const codes = (book: Snapshot, source: SourceFile) =>
    returnedReport(importFiles(book, [source])).findings.map(({ code }) => code);

  test("a forged one is told and not taken", () => {
    const { file, after } = sent(sentBook(roster, []));
    const edit = (title: string, value: Value, place: number): Value => (title === "报到时间" && place === 0 ? "6月1日" : value);
    const { findings } = returnedReport(importFiles(after, [sheetOf(file, edit)]));
    expect(findings.map(({ code, message }) => [code, message.replace(/^.*：(?=报到)/u, "")])).toEqual([
      ["E10", "报到时间由中心填写，文件改成了“6月1日”（原为“2024-05-14 09:00-11:00”），没有采用。"],
    ]);
  });
  test("as sent, after the plan changed", () => {
    const { file, after } = sent(sentBook(roster, []));
    expect(codes(moved(after), sheetOf(file))).toEqual([]);
  });
  test("without any base, as they are today", () => {
    const { file, after } = sent(sentBook(roster, []));
    expect(codes({ ...after, bases: [] }, sheetOf(file))).toEqual(["E05"]);
  });
  test("a file from before there were such columns is known and merged as before", () => {
    const { file, after } = sent(sentBook(roster, []));
    const edit = (title: string, value: Value, place: number): Value =>
      title === "手机号" && place === 0 ? "13900139000" : value;
    const old = without(sheetOf(file, edit));
    const played = importFiles(after, [old]);
    expect(played.after.roster[0]?.mobile).toBe("13900139000");
    expect(returnedReport(played).findings).toEqual([]);
  });
});

test("undone and imported again, a file is taken again", async () => {
  const tabs = freshTabs();
  addRows(tabOf(tabs, "名册"), roster);
  addRows(tabOf(tabs, "单位"), [{ 单位全称: UNIT }]);
  addRows(tabOf(tabs, "封印"), [{ 工作簿编号: "W-test", 密钥: secretOf("W-test") }]);
  const { host } = memoryLab(tabs);
  const terms: Terms = { today: TODAY, head: { time: "2024-03-01T08:00:00+08:00", clerk: "", source: "命令行" } };
  const exported = await perform(host, exportOperation({ units: [UNIT] }), terms);
  const [file] = exported.report?.files ?? [];
  if (!file) throw new Error("no file");
  const edited = sheetOf(file, (title, value, place) => (title === "手机号" && place === 0 ? "13900139000" : value));
  const take = () => perform(host, importOperation([incomingFileOf(edited)], terms.head.time), terms);
  const mobile = async () => snapshotOf(await host.read()).roster[0]?.mobile;
  await take();
  expect(await mobile()).toBe("13900139000");
  expect(sizeOf((await take()).changes)).toBe(0);
  await perform(host, undoOperation(), terms);
  expect(await mobile()).toBe("13800138000");
  await take();
  expect(await mobile()).toBe("13900139000");
});

test("a copy that lost its identity is known by its content, also once the next file was sent", () => {
  const { file, after } = sent(sentBook(roster, []));
  const edited = sheetOf(file, (title, value, place) => (title === "手机号" && place === 0 ? "13900139000" : value));
  const operation = importOperation([incomingFileOf(edited)], "2024-03-01T08:00:00+08:00", { answer: true });
  const taken = operation.decide(after, contextOf(after, TODAY));
  const answered = withChanges(after, taken);
  // Decided again, it is the same again.
  expect(operation.decide(after, contextOf(after, TODAY))).toEqual(taken);
  const [next] = taken.report.answers;
  expect(next?.identity.generation).toBeGreaterThan(file.identity.generation);
  const bare = { ...edited, keywords: undefined, sheets: edited.sheets.slice(0, 1) };
  const played = importFiles(answered, [bare]);
  expect(returnedReport(played).findings.map(({ code }) => code)).toEqual(["E01"]);
  expect(returnedReport(played)).toMatchObject({ generation: file.identity.generation, importedBefore: true });
});
