import { leave, withdraw } from "../../../../apps-script/domain/operations/enrolment/give-up";
import { reinstate } from "../../../../apps-script/domain/operations/enrolment/reinstate";
import { pay } from "../../../../apps-script/domain/operations/money/pay";
import { reportMorning } from "../../../support/clerk-book";
import { doing, named, problemsOf } from "../../../support/clerk-desk";

const TODAY = "2024-03-20";
const book = reportMorning({ cards: [{ number: "C01" }] });

test("who leaves keeps the row, the card and what was paid; the seat is free and nobody asks for money", () => {
  const paid = doing(book, pay, { people: "赵一", amount: 100, method: "现金" }, TODAY).after;
  const { after, told } = doing(paid, leave, { people: "赵一", reason: "调走" }, TODAY);
  expect(told.said).toBe(
    "赵一 3月20日离职，原因：调走，“再培训班第二期”空出一个座位，已缴100元，余款怎样处理还没有定，模拟卡C01仍归本人",
  );
  expect(named(after, "赵一")).toMatchObject({
    state: "离职",
    stateNote: "3月20日离职，原因：调走",
    light: null,
    feeState: "余款待定",
    card: "C01",
    progress: "离职",
  });
});

test.each([
  ["退款", "待退款"],
  ["留作下次", "留作下次"],
  ["不退", "不退"],
] as const)("the money of who withdraws: %s", (money, feeState) => {
  const paid = doing(book, pay, { people: "郑七", amount: 300, method: "扫码" }, TODAY).after;
  const { after, told } = doing(paid, withdraw, { people: "郑七", money }, TODAY);
  expect(told.said).toContain(`已缴300元，余款${money}`);
  expect(named(after, "郑七")).toMatchObject({ state: "取消", moneyAnswer: money, feeState });
});

test("nothing was paid: nothing is answered about money", () => {
  const { after } = doing(book, withdraw, { people: "郑七", money: "退款" }, TODAY);
  expect(named(after, "郑七").moneyAnswer).toBeNull();
});

test("an enrolment that was given up counts again", () => {
  const gone = doing(book, withdraw, { people: "郑七" }, TODAY).after;
  const { after, told } = doing(gone, reinstate, { people: "郑七", reason: "又来了" }, "2024-03-21");
  expect(told.said).toMatch(/^郑七 3月21日恢复报名，原因：又来了/u);
  expect(named(after, "郑七")).toMatchObject({
    state: "有效",
    stateNote: "3月20日取消；3月21日恢复报名，原因：又来了",
    feeDue: 300,
    progress: "已导入",
  });
});

test("several at once, and who has ended is left out with a sentence", () => {
  const { told, codes } = doing(book, leave, { people: "赵一、郑七、王八" }, TODAY);
  expect([told.said, Object.keys(told.people).length, codes]).toEqual(["3月20日离职2人", 2, ["K01"]]);
});

test.each<[Record<string, unknown>, string]>([
  [{ people: "赵一" }, "赵一（B2024-00001）的报名没有取消，不用恢复。"],
  [{ people: "王五" }, "“王五”在名册里没有找到"],
])("reinstate %j is not taken", (raw, message) => {
  expect(() => doing(book, reinstate, raw, TODAY)).toThrow(message);
});

test("whoever can't come back is left out with a finding", () => {
  const gone = doing(book, withdraw, { people: "郑七" }, TODAY).after;
  expect(doing(gone, reinstate, { people: "郑七、赵一" }, TODAY).codes).toEqual(["K20"]);
  const again = {
    ...gone,
    roster: [...gone.roster, { ...named(gone, "郑七"), key: "B2024-00099", id: "B2024-00099", state: null }],
  };
  expect(doing(again, reinstate, { people: ["B2024-00007", "王八"] }, TODAY).codes).toEqual(["K21"]);
});

test("nobody is reinstated beside another enrolment of the same post", () => {
  const twice = reportMorning({
    roster: [
      { name: "甲", idNumber: "379999198001010024", post: "主要负责人", kind: "再培训", state: "取消" },
      { name: "甲", idNumber: "379999198001010024", post: "主要负责人", kind: "初培" },
    ],
  });
  expect(() => doing(twice, reinstate, { people: "B2024-00001" }, TODAY)).toThrow(
    "同一职位已经另有报名甲（B2024-00002），没有恢复。",
  );
});

test.each<[Record<string, unknown>, string]>([
  [{ people: "赵一", day: "3月21日" }, "日期（day）：写的是“3月21日”，在2024-03-20之后，还没有到。"],
  [{ people: "赵一", money: "以后再说" }, "余款处理（money）：写的是“以后再说”，不在可选的词里。可以写：退款、留作下次、不退。"],
  [{}, "学员（people）：没有填写。"],
])("leave %j is not taken", (raw, message) => {
  expect(problemsOf(book, leave, raw, TODAY)[0]?.message).toContain(message);
});
