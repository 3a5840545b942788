import { card } from "../../../../apps-script/domain/operations/cards/card";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { reportMorning } from "../../../support/clerk-book";
import { doing, named, problemsOf, settledBook } from "../../../support/clerk-desk";

const TODAY = "2024-03-20";
const book = reportMorning({ cards: [{ number: "C01" }, { number: "C02" }] });
const cardOf = ({ cards }: Snapshot, number: string) => cards.find(({ key }) => key === number);
const bound = doing(book, card, { people: "赵一", action: "绑定" }, TODAY).after;

test("a card is fetched, then bound, and can be used six months", () => {
  const fetched = doing(book, card, { people: "赵一、钱二", action: "领取", day: "3月18日" }, TODAY);
  expect(fetched.told.said).toBe("3月18日领取模拟卡2张");
  expect(cardOf(fetched.after, "C01")).toMatchObject({ state: "已领", takenOn: "2024-03-18" });
  const { after, told } = doing(fetched.after, card, { people: "赵一", action: "绑定" }, TODAY);
  expect(told.said).toBe("赵一 3月20日绑定模拟卡C01，可用到2024-09-20");
  expect(named(after, "赵一")).toMatchObject({ cardTakenOn: "2024-03-18", cardBoundOn: TODAY, cardValidUntil: "2024-09-20" });
});

test("the subject is changed once, on the day of the binding or the next", () => {
  const { after } = doing(bound, card, { people: "赵一", action: "改绑" }, "2024-03-21");
  expect(cardOf(after, "C01")?.rebinds).toBe(1);
  expect(() => doing(after, card, { people: "赵一", action: "改绑" }, "2024-03-21")).toThrow("已经改绑过一次，不能再改");
  expect(() => doing(bound, card, { people: "赵一", action: "改绑" }, "2024-03-22")).toThrow("绑定后24小时内才能改绑");
});

test("a card that is voided says when and why, and stays with its person", () => {
  const { after } = doing(bound, card, { people: "赵一", action: "作废", reason: "丢了" }, TODAY);
  expect(cardOf(after, "C01")).toMatchObject({ state: "作废", note: "3月20日作废，原因：丢了", enrolment: "B2024-00001" });
  expect(() => doing(after, card, { people: "赵一", action: "作废" }, TODAY)).toThrow("已经作废");
});

test("a bought card is the one in use, the first keeps its days, and no run gives it away", () => {
  const { after, told } = doing(bound, card, { people: "赵一", action: "另购", number: "X9" }, "2024-03-22");
  expect(told.said).toBe("赵一 3月22日另购模拟卡X9");
  const settled = settledBook(after, "2024-03-22");
  expect(named(settled, "赵一")).toMatchObject({ card: "X9", cardTakenOn: "2024-03-22", cardBoundOn: null });
  expect(cardOf(settled, "C01")).toMatchObject({ enrolment: "B2024-00001", boundOn: TODAY, validUntil: "2024-09-20" });
  const used = settledBook(doing(settled, card, { people: "赵一", action: "绑定" }, "2024-03-25").after, "2024-03-25");
  expect([cardOf(used, "X9")?.validUntil, cardOf(used, "C01")?.validUntil]).toEqual(["2024-09-25", "2024-09-20"]);
});

test("whoever's card can't be fetched is left out with a finding", () => {
  expect([...doing(bound, card, { people: "赵一、钱二、郑七", action: "领取" }, TODAY).codes].sort()).toEqual(["K26", "K27"]);
});

test.each<[Record<string, unknown>, string]>([
  [{ people: "郑七", action: "领取" }, "郑七（B2024-00007）还没有模拟卡，省厅预约状态是“空”。"],
  [{ people: "赵一", action: "绑定" }, "的卡已于2024-03-20绑定，换科目请办“改绑”"],
  [{ people: "钱二", action: "改绑" }, "还没有绑定，不用改绑"],
  [{ people: "赵一", action: "领取" }, "已于2024-03-20领卡"],
])("%j is left out", (raw, message) => {
  expect(() => doing(bound, card, raw, "2024-03-21")).toThrow(message);
});

test.each<[Record<string, unknown>, string, string]>([
  [{ people: "赵一", action: "另购" }, "number", "另购要写新卡的卡号"],
  [{ people: "赵一", action: "领取", number: "X1" }, "number", "只有另购才写卡号"],
  [{ people: "赵一", action: "另购", number: "C02" }, "number", "已经有这张卡"],
  [{ people: "赵一、钱二", action: "另购", number: "X1" }, "people", "另购一次只登记一个人"],
  [{ people: "赵一", action: "借用" }, "action", "可以写：领取、绑定、改绑、作废、另购。"],
  [{ people: "赵一", action: "领取", day: "3月21日" }, "day", "还没有到"],
])("%j is not taken", (raw, field, message) => {
  expect(problemsOf(book, card, raw, TODAY).find((problem) => problem.field === field)?.message).toContain(message);
});
