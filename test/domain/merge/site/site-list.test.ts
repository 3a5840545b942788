import fc from "fast-check";
import { withChanges } from "../../../../apps-script/domain/changes/advance";
import type { SiteList } from "../../../../apps-script/domain/merge/site/kinds";
import { readSiteList } from "../../../../apps-script/domain/merge/site/read";
import { siteImport } from "../../../../apps-script/domain/operations/import-site";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { bookOf } from "../../../support/books";

const today = "2024-03-12";
const ids = ["379999198001010024", "37999919750815003X", "379999196402290013"];

function people(...changes: Partial<Enrolment>[]): Snapshot {
  return bookOf({
    roster: ids.map((idNumber, index) => ({
      name: `甲${index + 1}`,
      idNumber,
      post: "主要负责人",
      kind: "再培训",
      ...changes[index],
    })),
  });
}

function take(book: Snapshot, kind: SiteList, cells: readonly (readonly Value[])[], fingerprint = JSON.stringify(cells)) {
  const rows = cells.map((row, index) => ({ at: index + 1, cells: row }));
  const reading = readSiteList(kind, [{ name: "导出", hidden: false, rows }]);
  if (!reading) return null;
  const operation = siteImport({ ...reading, asOf: reading.asOf ?? today, isDated: true, kind, file: "名单.xlsx", fingerprint });
  const outcome = operation.decide(book, contextOf(book, today));
  return { outcome, counts: outcome.report, after: withChanges(book, outcome), codes: outcome.findings.map(({ code }) => code) };
}

const booked = (asOf: string, ...rows: Value[][]): Value[][] => [
  [`预约培训名单（截至${asOf}）`],
  ["序号", "姓名", "证件号码", "培训班级", "预约时间", "审核状态", "审核意见"],
  ...rows,
];

describe("lists from the two sites", () => {
  test("pre-registrations fill class and day, whatever the order of columns", () => {
    const ran = take(people(), "预报名", [
      ["报名时间", "身份证号", "班次", "姓名"],
      ["2024/3/1 9:20:11", ids[0] ?? "", "再培训班第二期", "甲1"],
      ["2024年3月2日", ` ${ids[1]} `, "再培训班第三期", "甲2"],
    ]);
    expect(ran?.after.roster.map((row) => [row.preRegisteredOn, row.preRegisteredClass, row.progress])).toEqual([
      ["2024-03-01", "再培训班第二期", expect.any(String)],
      ["2024-03-02", "再培训班第三期", expect.any(String)],
      [null, null, null],
    ]);
    expect(ran?.counts).toEqual({ total: 2, changed: 2, unchanged: 0, refused: 0, cells: 4 });
  });

  test("bookings come in the provincial system's own words", () => {
    const ran = take(
      people(),
      "省厅预约",
      booked(
        "2024年3月11日 16:00",
        [1, "甲1", ids[0] ?? "", "再培训班第二期", "2024-03-08", "审核通过", null],
        [2, "甲2", ids[1] ?? "", "再培训班第二期", "2024-03-09", "审核未通过", "照片不清"],
      ),
    );
    expect(ran?.after.roster.map((row) => [row.booking, row.bookedClass, row.bookedOn, row.refusal])).toEqual([
      ["通过", "再培训班第二期", "2024-03-08", null],
      ["退回", "再培训班第二期", "2024-03-09", "照片不清"],
      [null, null, null, null],
    ]);
    expect(ran?.after.exchanges.map((row) => [row.exchange, row.time, row.updated])).toEqual([
      ["省厅预约", "2024-03-11 16:00", 2],
    ]);
  });

  test("results", () => {
    const ran = take(people(), "成绩", [
      ["姓名", "证件号", "考试日期", "成绩", "考试结果", "有效期至"],
      ["甲1", ids[0] ?? "", "2024.4.2", "86", "合格", "2027-04-01"],
      ["甲3", ids[2] ?? "", "2024.4.2", null, "缺考", null],
    ]);
    expect(ran?.after.roster.map((row) => [row.exam, row.examOn, row.score, row.newValidUntil])).toEqual([
      ["合格", "2024-04-02", 86, "2027-04-01"],
      [null, null, null, null],
      ["缺考", "2024-04-02", null, null],
    ]);
  });

  test("the same list again changes nothing; who is not on a list stays as they are", () => {
    const list = booked("2024年3月11日", [1, "甲1", ids[0] ?? "", "再培训班第二期", "2024-03-08", "待审核", null]);
    const book = people({}, { booking: "通过" });
    const once = take(book, "省厅预约", list);
    const again = once && take(once.after, "省厅预约", list);
    expect([again?.outcome.cells, again?.outcome.rows]).toEqual([[], []]);
    expect(once?.after.roster[1]?.booking).toBe("通过");
  });

  test("an older list never undoes a newer one, and still fills what is empty", () => {
    const newer = take(
      people(),
      "省厅预约",
      booked("2024年3月11日", [1, "甲1", ids[0] ?? "", "再培训班第二期", "2024-03-08", "审核通过", null]),
    );
    const older =
      newer &&
      take(
        newer.after,
        "省厅预约",
        booked(
          "2024年3月9日",
          [1, "甲1", ids[0] ?? "", "再培训班第二期", "2024-03-08", "待审核", null],
          [2, "甲2", ids[1] ?? "", null, "2024-03-09", "待审核", null],
        ),
      );
    expect(older?.after.roster.map((row) => row.booking)).toEqual(["通过", "待审", null]);
    expect(older?.codes).toEqual(["S06"]);
  });

  test.each<[string, Value[], string]>([
    ["a stranger", ["乙", "379999198501010013", "通过"], "S01"],
    ["no id", ["甲1", null, "通过"], "S02"],
    ["an id turned into a number", ["甲1", 379999198001010050, "通过"], "S02"],
    ["another name", ["甲一", ids[0] ?? "", "通过"], "S04"],
    ["a state nobody knows", ["甲1", ids[0] ?? "", "大概行"], "S05"],
  ])("%s is told", (_, row, code) => {
    expect(take(people(), "省厅预约", [["姓名", "证件号", "状态"], row])?.codes).toEqual([code]);
  });

  test("two enrolments of one person need the post", () => {
    const book = people({}, { idNumber: ids[0] ?? "", post: "安全生产管理人员", name: "甲1" });
    expect(
      take(book, "省厅预约", [
        ["姓名", "证件号", "状态"],
        ["甲1", ids[0] ?? "", "通过"],
      ])?.codes,
    ).toEqual(["S03"]);
    const posted = take(book, "省厅预约", [
      ["姓名", "证件号", "职位", "状态"],
      ["甲1", ids[0] ?? "", "安全生产管理人员", "通过"],
    ]);
    expect(posted?.after.roster.map((row) => row.booking)).toEqual([null, "通过", null]);
  });

  test("a table without 证件号 is none", () => {
    expect(
      take(people(), "成绩", [
        ["姓名", "成绩"],
        ["甲1", 80],
      ]),
    ).toBeNull();
  });

  test("property: lists in order of their moments end in the newest word, and every list twice is as once", () => {
    const states = fc.array(fc.constantFrom("待审核", "审核通过", "审核未通过"), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(states, (words) => {
        let book = people();
        for (const [index, word] of words.entries()) {
          const list = booked(`2024年3月${index + 1}日`, [1, "甲1", ids[0] ?? "", null, null, word, null]);
          book = take(book, "省厅预约", list)?.after ?? book;
          expect(take(book, "省厅预约", list)?.outcome.cells).toEqual([]);
        }
        const last = { 待审核: "待审", 审核通过: "通过", 审核未通过: "退回" }[words[words.length - 1] as "待审核"];
        expect(book.roster[0]?.booking).toBe(last);
      }),
    );
  });
});

describe("the order in which lists come", () => {
  const list = fc.record({
    day: fc.integer({ min: 1, max: 4 }),
    rows: fc.uniqueArray(
      fc.record({
        who: fc.nat(2),
        word: fc.constantFrom("待审核", "审核通过", "审核未通过", null),
        name: fc.constantFrom("再培训班第二期", "再培训班第三期", null),
      }),
      { minLength: 1, maxLength: 3, selector: ({ who }) => who },
    ),
  });
  const known = (book: Snapshot) => [
    book.roster.map(({ booking, bookedClass }) => [booking, bookedClass]),
    book.plan.map(({ bookingsListed }) => bookingsListed),
  ];
  const read = (book: Snapshot, { day, rows }: typeof list extends fc.Arbitrary<infer T> ? T : never): Snapshot => {
    const cells = rows.map(({ who, word, name }) => [who + 1, `甲${who + 1}`, ids[who] ?? "", name, null, word, null]);
    return take(book, "省厅预约", booked(`2024年3月${day}日`, ...cells))?.after ?? book;
  };
  test("does not matter: every cell is what the latest list says that says anything of it", () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 5 }), fc.infiniteStream(fc.nat(99)), (lists, random) => {
        const shuffled = lists.map((one) => ({ one, at: random.next().value ?? 0 })).sort((a, b) => a.at - b.at);
        const inOrder = lists.reduce(read, people());
        expect(known(shuffled.reduce((book, { one }) => read(book, one), people()))).toEqual(known(inOrder));
      }),
    );
  });
  test("says until when a class is known of, and of no other class", () => {
    const book = read(read(people(), { day: 4, rows: [{ who: 0, word: "待审核", name: "再培训班第二期" }] }), {
      day: 2,
      rows: [{ who: 1, word: "待审核", name: "再培训班第三期" }],
    });
    const days = book.plan.flatMap(({ name, bookingsListed }) => (bookingsListed === null ? [] : [[name, bookingsListed]]));
    expect(days).toEqual([
      ["再培训班第二期", "2024-03-04"],
      ["再培训班第三期", "2024-03-02"],
    ]);
  });
  test("a value that staff typed gives way to a list of the last moment, not to an older one", () => {
    const typed = people({ booking: "待审" });
    expect(read(typed, { day: 1, rows: [{ who: 0, word: "审核通过", name: null }] }).roster[0]?.booking).toBe("通过");
    const later = read(typed, { day: 3, rows: [{ who: 1, word: "审核通过", name: null }] });
    expect(read(later, { day: 1, rows: [{ who: 0, word: "审核通过", name: null }] }).roster[0]?.booking).toBe("待审");
  });
});
