import { withChanges } from "../../../apps-script/domain/changes/advance";
import { withoutBlanked } from "../../../apps-script/domain/changes/blanked";
import { applyChoices } from "../../../apps-script/domain/merge/choices";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { bookOf } from "../../support/books";
import { sentBook } from "../../support/exchange-lab";
import { idOf, TODAY } from "./lists";

const UNIT = "甲矿业有限公司";
const ALL_THEIRS = "全部采用对方";
const ALL_OURS = "全部保留我方";

/** People whose mobile ends in 0 here and in 1 in the file; `答` is what staff wrote, `来` the source. */
function openBook(rows: readonly { readonly 答?: Value; readonly 来?: Value; readonly 对?: Value }[]): Snapshot {
  const id = (place: number): string => `B2024-${String(place + 1).padStart(5, "0")}`;
  const people = rows.map((_row, place) => ({
    报名编号: id(place),
    姓名: "王梦",
    证件号: idOf(place),
    工作单位: UNIT,
    手机号: "13800138000",
  }));
  const conflicts = rows.map(({ 答 = null, 来 = "名单.xlsx#a1", 对 = "13800138001" }, place) => ({
    报名编号: id(place),
    列: "手机号",
    我方: "13800138000",
    对方: 对,
    采用: 答,
    来源: 来,
  }));
  return sentBook(people, [], { conflicts });
}

function settled(book: Snapshot) {
  const decision = applyChoices(book, contextOf(book, TODAY));
  const after = withoutBlanked(withChanges(book, decision), decision.blanked ?? []);
  const mobiles = after.roster.map(({ mobile }) => String(mobile).slice(-1)).join("");
  const open = after.conflicts.map(({ enrolment }) => Number(String(enrolment).slice(-5)) - 1).join("");
  const said = decision.findings.map(({ row }) => Number(String(row).slice(6, 11)) - 1).join("");
  return { mobiles, open, said, findings: decision.findings };
}

test.each<[name: string, rows: Parameters<typeof openBook>[0], mobiles: string, open: string, said: string]>([
  ["one row settles its file", [{ 答: ALL_THEIRS }, {}, {}], "111", "", ""],
  ["in any row", [{}, {}, { 答: ALL_OURS }], "000", "", ""],
  ["with blanks around it", [{}, { 答: " 全部采用对方　" }], "11", "", ""],
  ["an own answer wins", [{ 答: "我方" }, { 答: ALL_THEIRS }, { 答: "13800138002" }], "012", "", ""],
  ["other files wait", [{ 答: ALL_THEIRS }, { 来: "名单.xlsx#b2" }], "10", "1", ""],
  ["each file its own word", [{ 答: ALL_THEIRS }, { 来: "二", 答: ALL_OURS }, {}, { 来: "二" }], "1010", "", ""],
  ["the word twice", [{ 答: ALL_THEIRS }, { 答: ALL_THEIRS }, {}], "111", "", ""],
  ["both words: only own answers", [{ 答: ALL_THEIRS }, { 答: ALL_OURS }, {}, { 答: "对方" }], "0001", "012", "01"],
  ["a row of an older workbook has no file", [{ 来: null, 答: ALL_THEIRS }, { 来: null }], "00", "01", "0"],
  ["what cannot be taken stays, the others go", [{ 答: ALL_THEIRS }, { 对: "#N/A" }, {}], "101", "1", "1"],
])("%s", (_name, rows, mobiles, open, said) => {
  expect(settled(openBook(rows))).toMatchObject({ mobiles, open, said });
});

test("says what is wrong with contradicting words, and with one that has no file", () => {
  const both = settled(openBook([{ 答: ALL_THEIRS }, { 答: ALL_OURS }])).findings;
  expect(both[0]?.message).toBe("同一来源（名单.xlsx#a1）里既有“全部采用对方”又有“全部保留我方”，只处理了单独填了“采用”的行。");
  const none = settled(openBook([{ 来: null, 答: ALL_OURS }])).findings;
  expect(none[0]?.message).toContain("没有写来源");
});

test("settles a file of a thousand rows by one word", () => {
  const rows = Array.from({ length: 1000 }, (_, place) => (place === 500 ? { 答: ALL_THEIRS } : {}));
  expect(settled(openBook(rows))).toMatchObject({ mobiles: "1".repeat(1000), open: "", said: "" });
  expect(settled(bookOf({}))).toMatchObject({ mobiles: "", open: "" });
});
