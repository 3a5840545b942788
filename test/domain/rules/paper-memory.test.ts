import { withChanges } from "../../../apps-script/domain/changes/advance";
import { readSiteList } from "../../../apps-script/domain/merge/site/read";
import { siteImport } from "../../../apps-script/domain/operations/import-site";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { papers } from "../../../apps-script/domain/rules/papers";
import type { PapersRow } from "../../../apps-script/domain/schema/papers";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf } from "../../support/books";
import { runOn, secondRunOf } from "../../support/running";

const key = "B2024-00001";
const before = "2024-04-20";
const units = [{ name: "甲矿业有限公司", aliases: "甲矿" }, { name: "乙矿业有限公司" }];
// 再培训班第三期 reports in on 2024-05-14.
const person: Partial<Enrolment> = {
  ...{ name: "王某", idNumber: "379999198001010024", mobile: "19900000001", unit: "甲矿业有限公司" },
  ...{ education: "高中", kind: "再培训", class: "再培训班第三期" },
};

interface Day {
  readonly who?: Partial<Enrolment>;
  readonly papers?: Partial<PapersRow>;
  readonly today?: string;
}

/** One day after the other: what is typed, then the action. The codes are those of the last day. */
function lived(...days: readonly Day[]): { codes: string[]; messages: string[]; book: Snapshot } {
  let book = bookOf({ units, roster: [person], papers: [{ id: key }] });
  let last: ReturnType<typeof runOn> | null = null;
  for (const { who = {}, papers: answers = {}, today = before } of days) {
    const typed: Snapshot = {
      ...book,
      roster: book.roster.map((row) => ({ ...row, ...who })),
      papers: book.papers.map((row) => ({ ...row, ...answers })),
    };
    last = runOn(papers, typed, today);
    expect(secondRunOf(papers, last, today)).toBe(0);
    book = last.after;
  }
  const found = (last?.outcome.findings ?? []).filter(({ code }) => code === "D04" || code === "D05");
  return { codes: found.map(({ code, column }) => `${code} ${column}`), messages: found.map(({ message }) => message), book };
}

const accepted: Day = { papers: { uploadForm: "已交" } };
const moved: Day = { who: { unit: "乙矿业有限公司" } };

describe("a unit that changed after the 推荐表 was accepted", () => {
  test.each<[string, Day[], string[]]>([
    ["is told", [accepted, moved], ["D04 unit"]],
    ["also where the approval settled it", [{ who: { booking: "通过" } }, moved], ["D04 unit"]],
    ["not before it was accepted", [{}, moved], []],
    ["the form not needed has no seal", [{ papers: { uploadForm: "不适用" } }, moved], []],
    ["another spelling is no change", [accepted, { who: { unit: "甲矿" } }], []],
    ["changed back", [accepted, moved, { who: { unit: "甲矿业有限公司" } }], []],
    ["until the report day", [accepted, { ...moved, today: "2024-05-13" }], ["D04 unit"]],
    ["not from the report day on", [accepted, { ...moved, today: "2024-05-14" }], []],
    ["nor once the person reported in", [accepted, { who: { ...moved.who, reportedInOn: "2024-04-19" } }], []],
    ["nor after the enrolment ended", [accepted, { who: { ...moved.who, state: "取消" } }], []],
    ["a form sent back is asked for anyway", [accepted, { ...moved, papers: { uploadForm: "不合格:旧章" } }], []],
    ["and accepted anew it is the new unit's", [accepted, { ...moved, papers: { uploadForm: "不合格" } }, accepted], []],
    ["a bad seal is no acceptance", [{ papers: { uploadForm: "已交", formSealUnit: "不合格" } }, moved], []],
  ])("%s", (_name, days, codes) => expect(lived(...days).codes).toEqual(codes));

  test("names both units", () => {
    expect(lived(accepted, moved).messages).toEqual([
      `王某（${key}）的推荐表是按“甲矿业有限公司”收下的，现在的“工作单位”是“乙矿业有限公司”。`,
    ]);
  });
});

const booked: Day = { who: { booking: "待审" } };
const phone: Day = { who: { mobile: "19900000002" } };
const id: Day = { who: { idNumber: "379999198001020020" } };

describe("证件号 and 手机号 after the booking", () => {
  test.each<[string, Day[], string[]]>([
    ["a new mobile", [booked, phone], ["D05 mobile"]],
    ["a new id", [booked, id], ["D05 idNumber"]],
    ["both, once", [booked, { who: { ...id.who, ...phone.who } }], ["D05 idNumber"]],
    ["before the booking", [phone, booked], []],
    ["another spelling", [booked, { who: { mobile: "199 0000 0001" } }], []],
    ["changed back", [booked, phone, { who: { mobile: "19900000001" } }], []],
    ["after the approval", [{ who: { booking: "通过" } }, phone], ["D05 mobile"]],
    [
      "a booking sent back is known to the province all the same",
      [booked, { who: { booking: "退回", ...phone.who } }],
      ["D05 mobile"],
    ],
    ["a booking that never was", [booked, { who: { booking: "未预约", ...phone.who } }], []],
    ["filled in later", [{ who: { booking: "待审", mobile: null } }, phone], []],
    [
      "filled in, then changed",
      [{ who: { booking: "待审", mobile: null } }, phone, { who: { mobile: "19900000003" } }],
      ["D05 mobile"],
    ],
    ["taken out", [booked, { who: { mobile: null } }], []],
    ["taken out and typed otherwise", [booked, { who: { mobile: null } }, phone], ["D05 mobile"]],
    ["an id that became a number is said elsewhere", [booked, { who: { idNumber: 379999198001010000 } }], []],
    ["ended", [booked, { who: { exam: "合格", ...phone.who } }], []],
  ])("%s", (_name, days, codes) => expect(lived(...days).codes).toEqual(codes));

  test("names what changed, and nothing of it is in the workbook a second time", () => {
    const { messages, book } = lived(booked, { who: { ...id.who, ...phone.who } });
    expect(messages).toEqual([`王某（${key}）在省厅系统预约之后，名册里的证件号、手机号改过。`]);
    expect(JSON.stringify(book.papers)).not.toMatch(/3799991980|1990000/u);
  });
});

describe("a list that brings the booking remembers with what numbers", () => {
  const list = (state: string) => {
    const [name, idNumber] = [String(person.name), String(person.idNumber)];
    const rows = [
      ["姓名", "证件号", "预约班级", "审核状态"],
      [name, idNumber, "再培训班第三期", state],
    ].map((cells, index) => ({ at: index + 1, cells }));
    const reading = readSiteList("省厅预约", [{ name: "导出", hidden: false, rows }]);
    if (!reading) throw new Error("no list");
    return siteImport({ ...reading, kind: "省厅预约", file: "名单.xlsx", fingerprint: state, asOf: before, isDated: true });
  };
  const read = (book: Snapshot, state: string): Snapshot => withChanges(book, list(state).decide(book, contextOf(book, before)));
  const codesAfter = (book: Snapshot, who: Partial<Enrolment>): string[] => {
    const changed = { ...book, roster: book.roster.map((row) => ({ ...row, ...who })) };
    return runOn(papers, changed, before).codes.filter((code) => /^D0[45]$/u.test(code));
  };

  test.each<[string, Parameters<typeof bookOf>[0]]>([
    ["with a row in 资料", { papers: [{ id: key }] }],
    ["before there is one", {}],
  ])("%s, a number that changes before the next run is told", (_, parts) => {
    const book = bookOf({ units, roster: [person], ...parts });
    expect(codesAfter(read(book, "审核通过"), {})).toEqual([]);
    expect(codesAfter(read(book, "待审核"), { mobile: "19900000002" })).toEqual(["D05"]);
    expect(codesAfter(read(book, "审核通过"), { unit: "乙矿业有限公司" })).toEqual(["D04"]);
    expect(codesAfter(book, { booking: "通过", mobile: "19900000002" })).toEqual([]);
  });

  test("the same list again changes nothing, and 退回 of nobody's booking leaves no row", () => {
    const book = read(bookOf({ units, roster: [person] }), "审核通过");
    const again = list("审核通过").decide(book, contextOf(book, before));
    expect([again.cells, again.rows]).toEqual([[], []]);
    expect(read(bookOf({ units, roster: [person] }), "退回").papers).toEqual([]);
  });
});
