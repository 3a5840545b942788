import { handInPapers } from "../../../../apps-script/domain/operations/desk/papers";
import { enrol } from "../../../../apps-script/domain/operations/enrolment/enrol";
import { mergePerson } from "../../../../apps-script/domain/operations/enrolment/merge-person";
import { pay } from "../../../../apps-script/domain/operations/money/pay";
import { reportMorning } from "../../../support/clerk-book";
import { doing, named, problemsOf, settledBook } from "../../../support/clerk-desk";
import { idOf } from "../../people/residents";

const TODAY = "2024-03-20";
const book = reportMorning();
const newcomer = {
  name: "新 来",
  idNumber: idOf("19850303", 77),
  mobile: "19900009999",
  unit: "乙矿",
  post: "安全员",
  kind: "初训",
};

test("a walk-in gets a number, a person's number, a row of 资料 and a fee", () => {
  const { after, told } = doing(book, enrol, newcomer, TODAY);
  expect(named(after, "新来")).toMatchObject({
    key: "B2024-00009",
    person: "P00009",
    idType: "居民身份证",
    post: "安全生产管理人员",
    kind: "初培",
    unit: "乙矿",
    feeDue: 600,
    class: null,
  });
  expect(after.papers.some(({ key }) => key === "B2024-00009")).toBe(true);
  expect(told.said).toBe("新来 3月20日新增报名B2024-00009，初培，乙矿，班级由“分配班级”安排");
  const next = doing(after, enrol, { ...newcomer, name: "又来", idNumber: idOf("19850303", 79), mobile: "19900009998" }, TODAY);
  expect(named(next.after, "又来")).toMatchObject({ key: "B2024-00010", person: "P00010" });
  expect(named(settledBook(after, TODAY), "新来").class).toBe("培训班第一期");
});

test("a class may be given at once, a unit that is not known is added to be confirmed", () => {
  const { unit: _, ...rest } = newcomer;
  const { after, told } = doing(book, enrol, { ...rest, newUnit: "丙矿", class: "培二" }, TODAY);
  expect(named(after, "新来")).toMatchObject({ unit: "丙矿", lockedClass: "培训班第二期", class: "培训班第二期" });
  expect(after.units.find(({ name }) => name === "丙矿")?.status).toBe("待确认");
  expect(told.said).toContain("新单位加入“单位”，待确认，班级“培训班第二期”");
});

test("another post of somebody known keeps 人员编号", () => {
  const { after } = doing(book, enrol, { ...newcomer, name: "赵一", idNumber: idOf("19800101", 1) }, TODAY);
  expect(after.roster.filter(({ name }) => name === "赵一").map(({ person }) => person)).toEqual(["P00001", "P00001"]);
});

test("代替: 人员编号, papers, and money go along", () => {
  const paid = doing(book, pay, { people: "郑七", amount: 300, method: "现金" }, TODAY).after;
  const brought = doing(paid, handInPapers, { people: "郑七", papers: "身份证复印件" }, TODAY).after;
  const { after, told } = doing(brought, enrol, { instead: "郑七", kind: "初培" }, TODAY);
  const [old, fresh] = after.roster.filter(({ name }) => name === "郑七");
  expect(old).toMatchObject({ state: "转班", feeState: "已转出", stateNote: "3月20日另建初培B2024-00009" });
  expect(fresh).toMatchObject({
    person: "P00007",
    kind: "初培",
    feeDue: 600,
    feePaid: 300,
    feeState: "部分",
    mobile: "19900001006",
  });
  expect(fresh?.missingPapers).not.toContain("身份证复印件");
  expect(told.said).toContain("代替B2024-00007");
});

test.each<[Record<string, unknown>, string, string]>([
  [{ idNumber: "379999198001010025" }, "idNumber", "校验码不符"],
  [{ idNumber: idOf("19800101", 2) }, "name", "同一证件号在名册里是钱二（B2024-00002），姓名不同"],
  [{ name: "赵一", idNumber: idOf("19800101", 1), post: "主要负责人" }, "instead", "同一人同一职位已有报名赵一（B2024-00001）"],
  [{ kind: "再培训" }, "validUntil", "再培训要写证件有效期"],
  [{ kind: "延期" }, "kind", "不在可选的词里。可以写：初培、再培训、换证。"],
  [{ post: "矿长" }, "post", "不在可选的词里"],
  [{ unit: "丁矿" }, "unit", "“单位”表里没有这家"],
  [{ newUnit: "丙矿" }, "newUnit", "只写一个"],
  [{ name: "" }, "name", "没有填写姓名"],
  [{ idNumber: "" }, "idNumber", "证件号"],
  [{ post: "" }, "post", "没有填写"],
  [{ instead: "王八" }, "instead", "已经是“取消”，请直接新增"],
  [{ instead: "赵一、钱二" }, "instead", "只能代替一条报名"],
])("%j is not taken", (raw, field, message) => {
  const problems = problemsOf(book, enrol, { ...newcomer, ...raw }, TODAY);
  expect(problems.find((problem) => problem.field === field)?.message).toContain(message);
});

test.each(["0535-4766000", ""])("a doubtful mobile (%j) is said, and the row is there", (mobile) => {
  const { told } = doing(book, enrol, { ...newcomer, mobile }, TODAY);
  expect(told.said).toContain("手机号");
});

test("合并人员: one number; of two for one post the other is closed, what is lacking is filled, what differs is said", () => {
  const { key: _key, at: _at, ...known } = named(book, "赵一");
  const again = { name: "赵一", mobile: "19900001234", unit: "甲矿有限公司", post: "主要负责人", certificate: "Z9" } as const;
  const twice = reportMorning({ roster: [{ ...known, id: null, person: null }, again] });
  const numbers = twice.roster.map(({ key }) => key);
  const { after, told } = doing(twice, mergePerson, { people: numbers, reason: "身份证已核对" }, TODAY);
  const [keep, other] = after.roster;
  expect([keep?.person === other?.person, keep?.certificate, other?.state, keep?.mobile]).toEqual([
    true,
    "Z9",
    "转班",
    "19900001000",
  ]);
  expect(told.people[numbers[0] ?? ""]).toContain("手机号两边不同");
  expect(problemsOf(twice, mergePerson, { people: numbers[0], reason: "x" }, TODAY)[0]?.message).toContain("两条或几条");
});
