import { withChanges } from "../../../apps-script/domain/changes/advance";
import { runAll } from "../../../apps-script/domain/rules/actions";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { READS } from "../../../apps-script/domain/rules/reads";
import type { Column } from "../../../apps-script/domain/schema/column";
import { ROSTER } from "../../../apps-script/domain/schema/roster";
import { bookOf } from "../../support/books";
import { loadTabs } from "../lab";
import { type AddOn, openAddOn } from "./support/add-on";
import { buildAddOn } from "./support/built";
import { type Desk, deskOf } from "./support/desk";
import { press } from "./support/press";
import { tabsOf } from "./support/seeded";

const TODAY = "2024-02-01";
const STALE = "待重算";
const built = buildAddOn();
let addOn: AddOn;
let desk: Desk;

/** Some people in their classes, each with a payment; everything has been run. */
function office(people: number): void {
  const numbers = Array.from({ length: people }, (_, index) => `B2024-${String(index + 1).padStart(5, "0")}`);
  const book = bookOf({
    roster: numbers.map((_, index) => ({ name: `某${index}`, kind: "再培训", validUntil: "2024-06-20" })),
    payments: numbers.map((shares, index) => ({ id: `F${index}`, amount: 300, method: "现金", shares })),
  });
  addOn = openAddOn(built, { moment: `${TODAY}T10:00:00+08:00` });
  loadTabs(addOn.google.workbook, tabsOf(withChanges(book, runAll(book, contextOf(book, TODAY)))), "dates");
  desk = deskOf(addOn);
}

const lightAndProgress = (row: number): unknown[] => [desk.value("名册", row, "到期提示"), desk.value("名册", row, "进度")];
const marked = (row: number): boolean[] => lightAndProgress(row).map((value) => value === STALE);

describe("a cell that a rule reads", () => {
  beforeEach(() => office(3));

  test.each([
    ["证件有效期", "2024-07-01", [true, true]],
    ["申报类型", "初培", [true, true]],
    ["锁定班级", "再培训班第三期", [true, true]],
    ["省厅预约状态", "待审", [true, true]],
    ["考试日期", "2024-05-01", [true, true]],
    ["报名状态", "取消", [true, true]],
    ["学历", "高中", [false, true]],
    ["绑定日期", "2024-02-01", [false, true]],
    ["发证日期", "2024-02-01", [false, true]],
    ["议定费用", "500", [false, true]],
    ["余款处理", "退款", [false, true]],
    ["已通知班级", "再培训班第二期", [false, false]],
    ["姓名", "某某", [false, false]],
    ["手机号", "19900000000", [false, false]],
    ["备注", "已电话通知", [false, false]],
    ["进度", "手工写的", [false, false]],
  ])("名册 %s", (header, text, expected) => {
    desk.type("名册", 3, header, text);
    expect([marked(2), marked(3), marked(4)]).toEqual([[false, false], expected, [false, false]]);
  });

  /** They name a person, or say what was told; no light hangs on them. */
  const WITHOUT_LIGHT: readonly string[] = ["name", "idNumber", "toldClass"];
  test("whatever people fill in that the assignment reads marks the light", () => {
    const columns = Object.entries<Column>(ROSTER.columns).filter(([, { owner }]) => owner === "unit" || owner === "centre");
    const read = columns.filter(
      ([name]) => (READS.assign.roster as readonly string[]).includes(name) && !WITHOUT_LIGHT.includes(name),
    );
    expect(read.length).toBeGreaterThan(14);
    for (const [, { title }] of read) {
      office(3);
      desk.type("名册", 3, title, "1");
      expect([title, marked(3)]).toEqual([title, [true, true]]);
    }
  });

  test.each([
    ["资料", "推荐表·公章", "已交", [3]],
    ["资料", "姓名", "某某", []],
    ["缴费", "金额", "600", [3]],
    ["缴费", "分摊到", "B2024-00001=150、B2024-00003=150", [2, 3, 4]],
    ["缴费", "票据号", "0001", []],
    ["单位", "电话", "0535", []],
  ])("%s %s: 进度 of the enrolments it is about", (tab, header, text, rows) => {
    desk.type(tab, 3, header, text);
    expect([2, 3, 4].filter((row) => marked(row)[1])).toEqual(rows);
    expect([2, 3, 4].some((row) => marked(row)[0])).toBe(false);
  });

  test.each<[string, string, number[]]>([
    ["a number with its amount", "B2024-00003=300", [3, 4]],
    ["a range", "B2024-00002~B2024-00003", [3, 4]],
    ["a range with a short end", "B2024-00001～03", [2, 3, 4]],
    ["a name", "某0", [2, 3]],
    ["a name with its unit", "某2（乙矿业有限公司）", [3, 4]],
    ["a unit", "乙矿业有限公司=300", [3, 4]],
    ["a unit by its alias", "甲矿", [2, 3]],
    ["nobody", "不认识的人", [3]],
  ])("缴费 分摊到 in every form that it takes: %s", (_, text, rows) => {
    desk.paste("名册", 2, "工作单位", [["甲矿业有限公司"], ["甲矿业有限公司"], ["乙矿业有限公司"]]);
    desk.put("单位", 2, "单位全称", "甲矿业有限公司");
    desk.put("单位", 2, "别名", "甲矿");
    expect([2, 3, 4].filter((row) => marked(row)[1])).toEqual([]);
    desk.type("缴费", 3, "分摊到", text);
    expect([2, 3, 4].filter((row) => marked(row)[1])).toEqual(rows);
  });

  test("培训计划: 计划检查 of the class", () => {
    desk.type("培训计划", 2, "报到时间", "4月9日9:00-11:00");
    expect([desk.value("培训计划", 2, "计划检查"), desk.value("培训计划", 3, "计划检查")]).not.toEqual([STALE, STALE]);
    expect(desk.value("培训计划", 2, "计划检查")).toBe(STALE);
    press(addOn, "menuCheckPlan");
    expect(desk.value("培训计划", 2, "计划检查")).not.toBe(STALE);
  });

  test("the next run puts what is right in its place, and the one after that has nothing to do", () => {
    const before = lightAndProgress(3);
    desk.type("名册", 3, "证件有效期", "2024-06-21");
    desk.type("资料", 2, "推荐表·公章", "已交");
    press(addOn, "menuAssign");
    expect(lightAndProgress(3)).toEqual(before);
    press(addOn, "menuAll");
    expect([marked(2), marked(3)].flat()).toEqual([false, false, false, false]);
    expect(press(addOn, "menuAll").preview.isNothing).toBe(true);
  });
});

describe("a class typed into 班级", () => {
  beforeEach(() => office(3));

  test("goes to 锁定班级, and stays what it is in the next run", () => {
    desk.type("名册", 3, "班级", "再培训班第三期");
    expect([desk.value("名册", 3, "锁定班级"), desk.value("名册", 2, "锁定班级")]).toEqual(["再培训班第三期", ""]);
    expect(addOn.google.ui.toasts).toHaveLength(1);
    expect(marked(3)).toEqual([true, true]);
    press(addOn, "menuAssign");
    expect(desk.value("名册", 3, "班级")).toBe("再培训班第三期");
    expect(marked(3)).toEqual([false, false]);
  });

  test("typed back, or emptied, is no decision", () => {
    const own = String(desk.value("名册", 3, "班级"));
    desk.type("名册", 3, "班级", "");
    desk.type("名册", 3, "班级", own);
    expect(desk.value("名册", 3, "锁定班级")).toBe("");
  });

  test("typed after another one replaces it", () => {
    const own = String(desk.value("名册", 3, "班级"));
    desk.type("名册", 3, "班级", "再培训班第三期");
    desk.type("名册", 3, "班级", own);
    expect(desk.value("名册", 3, "锁定班级")).toBe(own);
  });

  test("pasted into many rows: each row its own", () => {
    desk.paste("名册", 2, "班级", [["再培训班第三期"], ["再培训班第四期"], ["再培训班第三期"]]);
    expect([2, 3, 4].map((row) => desk.value("名册", row, "锁定班级"))).toEqual([
      "再培训班第三期",
      "再培训班第四期",
      "再培训班第三期",
    ]);
  });
});

describe("many cells, odd places", () => {
  test("a paste over 400 rows takes as many calls as one cell, and marks every row that is an enrolment", () => {
    office(400);
    const calls = (work: () => void): number => {
      addOn.google.calls.reset();
      work();
      return addOn.google.calls.spreadsheet;
    };
    const one = calls(() => desk.type("名册", 3, "证件有效期", "2024-07-02"));
    const many = calls(() =>
      desk.paste(
        "名册",
        2,
        "证件有效期",
        Array.from({ length: 450 }, () => ["2024-07-01"]),
      ),
    );
    expect([one <= 30, many <= 35]).toEqual([true, true]);
    expect([marked(2), marked(401)]).toEqual([
      [true, true],
      [true, true],
    ]);
    expect([marked(402), marked(451)].flat()).toEqual([false, false, false, false]);
  });

  test("rows without a person are not marked: that would make one", () => {
    office(2);
    desk.type("名册", 9, "证件有效期", "2024-07-01");
    expect(marked(9)).toEqual([false, false]);
  });

  test("a formula of the staff's own stays a formula", () => {
    office(2);
    desk.put("名册", 3, "到期提示", '=IF(1=1,"好","")');
    desk.type("名册", 3, "证件有效期", "2024-07-01");
    expect(lightAndProgress(3)).toEqual(["好", STALE]);
  });

  test("headers that stand further down, or are edited themselves; other tabs", () => {
    office(2);
    addOn.outside(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheetByName("名册")?.insertRowsBefore(1, 2));
    const lower = deskOf(addOn, 3);
    lower.type("名册", 5, "证件有效期", "2024-07-01");
    expect([lower.value("名册", 4, "进度"), lower.value("名册", 5, "进度")]).toEqual(["已导入", STALE]);
    lower.type("名册", 3, "证件有效期", "证件有效期");
    expect(lower.value("名册", 3, "进度")).toBe("进度");
    addOn.google.calls.reset();
    addOn.call("onEdit", addOn.google.type("操作记录", 2, 3, "乙"));
    expect(addOn.google.calls.document).toBeLessThanOrEqual(1);
  });

  test("whatever goes wrong, the edit stands and nobody sees an error", () => {
    office(2);
    const event = addOn.google.type("名册", 2, 12, "2024-07-01");
    for (let cut = 1; cut < 30; cut++) {
      let calls = 0;
      const stop = addOn.google.onCall(() => {
        calls += 1;
        if (calls === cut) throw new Error("cut off");
      });
      expect(() => addOn.call("onEdit", event)).not.toThrow();
      stop();
    }
    expect(() => addOn.call("onEdit", {})).not.toThrow();
  });
});
