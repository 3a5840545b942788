import { withChanges } from "../../../../apps-script/domain/changes/advance";
import { OutcomeBuilder } from "../../../../apps-script/domain/changes/outcome";
import { checkIn } from "../../../../apps-script/domain/operations/desk/check-in";
import { move } from "../../../../apps-script/domain/operations/enrolment/move";
import { noShow } from "../../../../apps-script/domain/operations/enrolment/no-show";
import { renew } from "../../../../apps-script/domain/operations/enrolment/renew";
import { transfer } from "../../../../apps-script/domain/operations/enrolment/transfer";
import { complete } from "../../../../apps-script/domain/operations/lists/complete";
import { reportMorning } from "../../../support/clerk-book";
import { doing, named, problemsOf, settledBook } from "../../../support/clerk-desk";

const TODAY = "2024-03-20";
const book = reportMorning();

test("who moves is locked to the new class; both lights and the new booking are said", () => {
  const { after, told } = doing(book, move, { people: "赵一", class: "再三", reason: "出差" }, TODAY);
  expect(named(after, "赵一")).toMatchObject({
    lockedClass: "再培训班第三期",
    class: "再培训班第三期",
    light: "紧张",
    feeDue: 300,
  });
  expect(told.said).toBe(
    "赵一 由“再培训班第二期”调到“再培训班第三期”，原来的到期提示是“正常”，省厅预约的是“再培训班第二期”，要重新预约，预约时间4月13日至5月12日，班级“再培训班第三期”，“再培训班第二期”空出一个座位，到期提示“紧张”",
  );
  expect(named(settledBook(after, TODAY), "赵一").class).toBe("再培训班第三期");
});

test("a full class is taken with a reason alone, which is kept", () => {
  const out = new OutcomeBuilder();
  const third = book.plan.find(({ name }) => name === "再培训班第三期");
  if (third === undefined) throw new Error("no third class");
  out.set("plan", third, "capacity", 1);
  const small = withChanges(book, out.done());
  const asked = problemsOf(small, move, { people: "赵一", class: "再三" }, TODAY);
  expect(asked[0]?.message).toBe(
    "原因（reason）：赵一（B2024-00001）“再培训班第三期”1个座位，已有1人；仍要报到的，请写原因。".replace(
      "仍要报到的",
      "仍要办的",
    ),
  );
  const { after } = doing(small, move, { people: "赵一", class: "再三", reason: "主任同意" }, TODAY);
  expect(named(after, "赵一").stateNote).toContain("“再培训班第三期”1个座位，已有1人，原因：主任同意");
});

test.each<[string, string, string]>([
  ["再一", "2024-03-20", "这个班2月29日已经结束"],
  ["培一", "2024-03-20", "申报类型是“再培训”，不能调到“培训班第一期”"],
  ["再九", "2024-03-20", "培训计划里没有这个班"],
])("nobody moves to %s", (name, today, message) => {
  expect(() => doing(book, move, { people: "赵一", class: name }, today)).toThrow(message);
});

test("who was trained does not move", () => {
  const inside = doing(book, checkIn, { people: "赵一", reason: "后补" }, "2024-03-26").after;
  const trained = doing(inside, complete, { class: "再二" }, "2024-04-01").after;
  expect(() => doing(trained, move, { people: "赵一", class: "再三" }, "2024-04-01")).toThrow("已经培训完成，不能调班");
});

test("未报到: all of the class who did not come, who came is left out, a class that still fits is named", () => {
  const inside = doing(book, checkIn, { people: "赵一", reason: "后补" }, "2024-03-26").after;
  const { after, told } = doing(inside, noShow, { class: "再二" }, "2024-03-27");
  expect(told.said).toBe("“再培训班第二期”未报到5人");
  expect(named(after, "赵一").noShow).toBeNull();
  expect(named(after, "钱二")).toMatchObject({ noShow: "再培训班第二期", progress: "未报到" });
  expect(() => doing(inside, noShow, { class: "再二", people: "赵一" }, "2024-03-27")).toThrow("已于3月26日报到，没有记未报到");
  const june = reportMorning({ roster: [{ ...jia, validUntil: "2024-06-20", lockedClass: "再培训班第二期" }] });
  expect(doing(june, noShow, { class: "再二" }, "2024-03-27").told.said).toBe(
    "甲 没有到“再培训班第二期”报到，还可以上“再培训班第三期”",
  );
});

const jia = { name: "甲", idNumber: "379999198001010024", post: "主要负责人", kind: "再培训", unit: "乙矿" } as const;

test("the lock on the class that was missed goes, so that another one is given", () => {
  const june = reportMorning({ roster: [{ ...jia, validUntil: "2024-06-20", lockedClass: "再培训班第二期" }] });
  const { after } = doing(june, noShow, { class: "再二" }, "2024-03-27");
  expect(named(after, "甲").lockedClass).toBeNull();
  expect(named(settledBook(after, "2024-03-27"), "甲").class).toBe("再培训班第三期");
});

test("nobody is 未报到 before the class has begun", () => {
  expect(problemsOf(book, noShow, { class: "再二" }, TODAY)[0]?.message).toContain("还没有开班，3月26日报到");
});

test("变更单位: the enrolment goes along, the new unit's form is asked for", () => {
  const { after, told } = doing(book, transfer, { people: "郑七", unit: "乙矿", reason: "调动" }, TODAY);
  expect(named(after, "郑七")).toMatchObject({
    unit: "乙矿",
    stateNote: "3月20日工作单位由“甲矿有限公司”改为“乙矿”，原因：调动",
  });
  expect(told.said).toContain("单位推荐表要换新单位的");
  expect(() => doing(after, transfer, { people: "郑七", unit: "乙矿" }, TODAY)).toThrow("已经是“乙矿”");
});

test("whoever can't be moved is left out with a finding, the others move", () => {
  const inside = doing(book, checkIn, { people: "赵一", reason: "后补" }, "2024-03-26").after;
  const trained = doing(inside, complete, { class: "再二" }, "2024-04-01").after;
  expect(doing(trained, move, { people: "赵一、郑七", class: "再四" }, "2024-04-01").codes).toContain("K22");
  const beginner = reportMorning({
    roster: [
      { ...jia, kind: "初培" },
      { ...jia, idNumber: "37999919750815003X", name: "乙" },
    ],
  });
  const { codes } = doing(beginner, move, { people: "甲、乙", class: "再四" }, TODAY);
  expect(codes).toContain("K23");
  expect(doing(book, noShow, { class: "再二", people: "赵一、郑七" }, "2024-03-27").codes).toEqual(["K24"]);
  expect(doing(book, transfer, { people: "赵一、郑七", unit: "乙矿" }, TODAY).codes).not.toContain("K25");
  const moved = doing(book, transfer, { people: "郑七", unit: "乙矿" }, TODAY).after;
  expect(doing(moved, transfer, { people: "赵一、郑七", unit: "乙矿" }, TODAY).codes).toContain("K25");
});

test("换证: the fee that was agreed, also none", () => {
  const { after, told } = doing(book, renew, { people: "郑七", fee: "100" }, TODAY);
  expect([named(after, "郑七"), told.said]).toMatchObject([
    { kind: "换证", agreedFee: 100, feeDue: 100 },
    "郑七 换证，费用100元，原来是“再培训”",
  ]);
  const free = doing(book, renew, { people: "郑七", free: "是" }, TODAY).after;
  expect(named(free, "郑七")).toMatchObject({ agreedFee: 0, feeState: "免收" });
  expect(problemsOf(book, renew, { people: "郑七" }, TODAY)[0]?.message).toContain("请写议定费用，或者写“不收费”");
});
