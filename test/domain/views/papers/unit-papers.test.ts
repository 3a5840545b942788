import { contextOf } from "../../../../apps-script/domain/rules/context";
import { snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { boardView } from "../../../../apps-script/domain/views/board";
import { everybody } from "../../../../apps-script/domain/views/everybody";
import type { Part } from "../../../../apps-script/domain/views/papers/paper";
import { remindersView } from "../../../../apps-script/domain/views/reminders";
import { bookOf } from "../../../support/books";
import { livedTabs } from "../../../support/counted-workbook";
import { cellsUnder, factOf, onePart, printed, tablesOf } from "../../../support/printed";
import { idOf } from "../../people/residents";

const [SECOND, FIRST_INITIAL] = ["再培训班第二期", "培训班第一期"];
const TODAY = "2024-04-20";
const who = { unit: "甲矿", kind: "再培训", class: SECOND, reportedInOn: "2024-03-26", trained: "是" } as const;
const units = [{ name: "甲矿有限公司", aliases: "甲矿" }, { name: "乙矿有限公司" }];
const roster = [
  { ...who, name: "赵一", exam: "合格" as const, score: 88, examOn: "2024-04-10" },
  { ...who, name: "钱二", unit: "甲矿有限公司", exam: "不合格" as const, score: 60, examOn: "2024-04-10" },
  { ...who, name: "孙三", unit: "乙矿有限公司" },
  { ...who, name: "李四", reportedInOn: null, trained: null },
  { ...who, name: "周五", kind: "初培" as const, class: FIRST_INITIAL },
  { ...who, name: "吴六", unit: null },
];

describe("单位培训档案", () => {
  const book = bookOf({ roster, units });
  const named = (parts: readonly Part[]) => Object.fromEntries(parts.map((part) => [part.name, cellsUnder("姓名", part)]));

  test("of a class is a sheet a unit, by the unit's one name, of who came", () => {
    const paper = printed("unit-record", book, TODAY, { class: "再二" });
    expect(named(paper.parts)).toEqual({ 没有写单位: ["吴六"], 乙矿有限公司: ["孙三"], 甲矿有限公司: ["赵一", "钱二"] });
    expect(paper.leftOut).toEqual(["没有列入（没有报到）1人：李四（甲矿）"]);
    expect(paper.people).toBe(4);
  });

  test("has nobody whose training was not completed once the class was ended, of a unit alone too", () => {
    const away = roster.map((row) =>
      row.name === "钱二" ? { ...row, trained: null, exam: null, score: null, examOn: null } : row,
    );
    const ended = printed("unit-record", bookOf({ roster: away, units }), TODAY, { class: "再二" });
    expect(named(ended.parts)).toEqual({ 没有写单位: ["吴六"], 乙矿有限公司: ["孙三"], 甲矿有限公司: ["赵一"] });
    expect(ended.leftOut).toContain("没有列入（培训没有完成）1人：钱二（甲矿有限公司）");
    const alone = away.map((row) => (row.name === "赵一" ? { ...row, class: FIRST_INITIAL } : row));
    const ofUnit = printed("unit-record", bookOf({ roster: alone, units }), TODAY, { class: "再二", unit: "甲矿" });
    expect(ofUnit.people).toBe(0);
    const running = roster.map((row) => ({ ...row, trained: null, exam: null, score: null, examOn: null }));
    expect(printed("unit-record", bookOf({ roster: running, units }), TODAY, { class: "再二" }).people).toBe(4);
  });

  test("of a unit is a sheet a class", () => {
    const paper = printed("unit-record", book, TODAY, { unit: "甲矿" });
    expect(named(paper.parts)).toEqual({ [SECOND]: ["赵一", "钱二"], [FIRST_INITIAL]: ["周五"] });
    expect(paper.parts.map((part) => factOf(part, "单位"))).toEqual(["甲矿有限公司", "甲矿有限公司"]);
  });

  test("says results, and leaves a line to sign on", () => {
    const part = onePart(printed("unit-record", book, TODAY, { class: "再二", unit: "甲矿" }));
    expect([cellsUnder("成绩", part), cellsUnder("考核结果", part), cellsUnder("学员签字", part)]).toEqual([
      [88, 60],
      ["合格", "不合格"],
      [null, null],
    ]);
    expect(factOf(part, "培训时间")).toBe("2024年3月26日至3月29日");
  });

  test("has hours and content from 设置 by the kind of the class, and never from the days", () => {
    const settings = { initialHours: 48, retrainingHours: "16学时", retrainingContent: "事故案例" };
    const said = (parts: object) =>
      printed("unit-record", bookOf({ roster, units, ...parts }), TODAY, { unit: "甲矿" }).parts.map((part) => [
        factOf(part, "学时"),
        factOf(part, "培训内容"),
      ]);
    expect(said({ settings })).toEqual([
      ["16学时", "事故案例"],
      [48, null],
    ]);
    expect(said({})).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test("of nobody is one sheet to write on", () => {
    expect(cellsUnder("姓名", onePart(printed("unit-record", bookOf({ units }), TODAY, { class: "再二" })))).toEqual([]);
  });
});

describe("模拟卡领取条", () => {
  const card = (number: string, enrolment: string, more = {}) => ({
    number,
    password: `密0O1l${number}`,
    enrolment,
    state: "已领" as const,
    ...more,
  });
  const book = bookOf({
    units,
    roster: [
      { ...who, name: "赵一", card: "0O1l" },
      { ...who, name: "钱二", card: "K2" },
      { ...who, name: "孙三" },
      { ...who, name: "李四", card: "K4" },
      { ...who, name: "周五", card: "K5" },
      { ...who, name: "吴六", unit: "乙矿有限公司", card: "K6" },
      { ...who, name: "郑七", state: "取消", card: "K7" },
    ],
    cards: [
      card("0O1l", "B2024-00001", { subject: "三项岗位人员", type: "初培" }),
      card("K2", "B2024-00002", { password: null }),
      card("K9", "B2024-00004"),
      card("K5", "B2024-00005", { state: "作废" }),
      card("K6", "B2024-00006"),
      card("K7", "B2024-00007"),
    ],
  });
  const slips = (question: object) =>
    onePart(printed("card-slips", book, TODAY, { ...question })).blocks.flatMap((block) =>
      block.kind === "slips" ? block.slips : [],
    );

  test("has number and password in a type that tells 0 from O, and no line for what is not known of the card", () => {
    const [, first] = slips({ class: "再二" });
    expect(first?.facts).toEqual([
      { label: "姓名", value: "赵一", kind: "text" },
      { label: "工作单位", value: "甲矿", kind: "text" },
      { label: "卡号", value: "0O1l", kind: "code" },
      { label: "密码", value: "密0O1l0O1l", kind: "code" },
      { label: "科目", value: "三项岗位人员", kind: "text" },
      { label: "类型", value: "初培", kind: "text" },
    ]);
    expect(first?.note).toContain("6个月");
  });

  test("is of a class, a unit or some people, and says who has none and why", () => {
    const names = (question: object) => slips(question).map(({ facts }) => facts[0]?.value);
    expect(names({})).toEqual(["吴六", "赵一"]);
    expect(names({ unit: "甲矿" })).toEqual(["赵一"]);
    expect(names({ people: "吴六" })).toEqual(["吴六"]);
    expect(names({ class: "再三" })).toEqual([]);
    expect(printed("card-slips", book, TODAY, { class: "再二" }).leftOut).toEqual([
      "没有列入（没有读到模拟卡的密码）1人：钱二（甲矿）",
      "没有列入（还没有模拟卡）1人：孙三（甲矿）",
      "没有列入（名册和模拟卡表的卡号不一致）1人：李四（甲矿）",
      "没有列入（模拟卡已过期或作废）1人：周五（甲矿）",
      "没有列入（取消）1人：郑七（甲矿）",
    ]);
  });
});

test("食宿名单 tells the venue whom to lodge together, as far as an id says it, and no id", () => {
  const book = bookOf({
    settings: { place: "度假村" },
    roster: [
      { ...who, name: "赵一", idNumber: idOf("19800101", 1) },
      { ...who, name: "钱二", idNumber: idOf("19800101", 2) },
      { ...who, name: "孙三", idNumber: "379999198001010000" },
      { ...who, name: "李四", idType: "护照", idNumber: "E12345678" },
      { ...who, name: "周五", state: "取消" },
    ],
  });
  const paper = printed("lodging", book, "2024-03-20", { class: "再二" });
  const part = onePart(paper);
  expect(cellsUnder("性别", part)).toEqual(["男", "女", null, null]);
  expect(["男", "女", "性别不明", "人数", "地点"].map((label) => factOf(part, label))).toEqual([1, 1, 2, 4, "度假村"]);
  expect(paper.leftOut).toEqual(["没有列入（取消）1人：周五（甲矿）"]);
});

describe.each(["2024-03-26", "2024-05-15"])("a workbook that was lived in until %s", (today) => {
  const book = snapshotOf(livedTabs(5, 80, today));
  const context = contextOf(book, today);

  test("温馨提示 has for each unit the text of the view, and tells nobody of what is about no unit", () => {
    const view = remindersView(book, context, { class: null, unit: null });
    const asked = view.units.filter(({ unit, text }) => unit !== null && text !== null);
    expect(asked.length).toBeGreaterThan(0);
    const { parts } = printed("reminders", book, today);
    expect(parts.map(({ name, blocks }) => [name, blocks])).toEqual(
      asked.map(({ unit, text }) => [unit, [{ kind: "text", paragraphs: text?.split("\n") }]]),
    );
  });

  test("模拟卡领取条 has a slip for everybody with a card, once, and names the others", () => {
    const paper = printed("card-slips", book, today);
    const slips = onePart(paper).blocks.flatMap((block) => (block.kind === "slips" ? block.slips : []));
    const shown = slips.map(({ facts }) => facts.map(({ value }) => value));
    const withdrawn = ["取消", "转班", "离职", "已失效"];
    const holders = book.roster.filter(({ card, state }) => card !== null && !withdrawn.includes(state ?? ""));
    expect(shown.map((values) => values[2]).sort()).toEqual(holders.map(({ card }) => card).sort());
    expect(new Set(shown.map((values) => values[3])).size).toBe(shown.length);
    const left = paper.leftOut.reduce((sum, sentence) => sum + Number(/(\d+)人：/u.exec(sentence)?.[1] ?? Number.NaN), 0);
    expect([slips.length, slips.length + left]).toEqual([paper.people, everybody(book).length]);
  });

  test("单位培训档案 has everybody who came, once", () => {
    const paper = printed("unit-record", book, today);
    const names = cellsUnder("姓名", ...paper.parts);
    expect(names).toHaveLength(paper.people);
    const seated = everybody(book).filter(
      ({ row }) => row.class !== null && !["取消", "转班", "离职", "已失效"].includes(row.state ?? ""),
    );
    const came = seated.filter(
      ({ row }) => row.reportedInOn !== null || row.trained !== null || !["未约", null].includes(row.exam),
    );
    expect([...names].sort()).toEqual(came.map(({ row }) => row.name).sort());
    expect(new Set(paper.parts.map(({ name }) => name)).size).toBe(paper.parts.length);
  });

  test("看板 has the numbers of the view", () => {
    const view = boardView(book, context);
    const part = onePart(printed("board", book, today));
    const [classes, months] = tablesOf(part);
    expect(
      ["名册人数", "在办人数", "资料齐全", "缺资料", "应缴（元）", "已缴（元）", "还欠（元）"].map((label) =>
        factOf(part, label),
      ),
    ).toEqual([
      ...[view.people.count, view.live.count, view.papers.complete.count, view.papers.short.count],
      ...[view.money.due, view.money.paid, view.money.open],
    ]);
    expect(classes?.rows.map((row) => [row[0], row[4]])).toEqual(view.classes.map(({ name, seats }) => [name, seats.taken]));
    for (const [at, { lights }] of view.classes.entries())
      for (const { name, count } of lights) expect(classes?.rows[at]?.[6]).toContain(`${name || "没有提示"}${count}`);
    expect(months?.rows[0]?.slice(1)).toEqual(view.expiries.map(({ due }) => due.count));
    for (const { name, count } of view.papers.byPaper) expect([name, factOf(part, name)]).toEqual([name, count]);
    for (const { method, amount } of view.money.byMethod) expect([method, factOf(part, method)]).toEqual([method, amount]);
  });
});
