import { checkIn } from "../../../../apps-script/domain/operations/desk/check-in";
import { Refusal } from "../../../../apps-script/domain/refusal";
import { reportMorning, REPORT_DAY as TODAY } from "../../../support/clerk-book";
import { doing, named, problemsOf, settledBook } from "../../../support/clerk-desk";

const book = reportMorning();
const reasonFor = (raw: Record<string, unknown>): string | undefined => problemsOf(book, checkIn, raw, TODAY)[0]?.message;

test("papers, money and the day in one run, with what follows for the person", () => {
  const { after, told } = doing(
    book,
    checkIn,
    { people: "赵一", papers: "报名登记表、身份证原件、证件复印件", method: "现金" },
    TODAY,
  );
  expect(told).toEqual({
    said: "赵一 3月26日报到，现金300，缺学历证书复印件",
    people: { "B2024-00001": "赵一 3月26日报到，现金300，缺学历证书复印件" },
    input: {
      people: ["B2024-00001"],
      day: TODAY,
      papers: ["报到·报名登记表", "报到·证件原件", "报到·证件复印件"],
      method: "现金",
    },
  });
  expect(named(after, "赵一")).toMatchObject({
    reportedInOn: TODAY,
    missingPapers: "报到：缺学历证书复印件",
    feeDue: 300,
    feePaid: 300,
    feeState: "已缴",
    progress: "已报到",
  });
  expect(after.payments).toMatchObject([
    { key: "F00001", day: TODAY, amount: 300, method: "现金", payer: "赵一", shares: "B2024-00001", unshared: null },
  ]);
});

test("the same again changes nothing; 全部执行 has nothing to add for these rows", () => {
  const input = { people: ["赵一", "钱二"], papers: "全部", method: "微信" };
  const { after } = doing(book, checkIn, input, TODAY);
  const again = doing(after, checkIn, input, TODAY).outcome;
  expect([again.cells, again.rows]).toEqual([[], []]);
  const whole = settledBook(after, TODAY);
  for (const name of ["赵一", "钱二"]) expect(named(whole, name)).toEqual(named(after, name));
});

test("several people with a method pay each what they owe; with an amount it is one payment", () => {
  const each = doing(book, checkIn, { people: "赵一、钱二", method: "现金" }, TODAY);
  expect(each.after.payments.map(({ amount, shares }) => [amount, shares])).toEqual([
    [300, "B2024-00001"],
    [300, "B2024-00002"],
  ]);
  const one = doing(book, checkIn, { people: "赵一、钱二", amount: 700, method: "扫码", payer: "甲矿" }, TODAY);
  expect(one.after.payments).toMatchObject([{ amount: 700, payer: "甲矿", shares: "B2024-00001、B2024-00002", unshared: 100 }]);
  expect(one.codes).toContain("F07");
});

test.each<[string, Record<string, unknown>, string]>([
  ["no approval", { people: "吴六", method: "现金" }, "吴六（B2024-00006）省厅预约状态是“待审”；"],
  ["not paid", { people: "钱二" }, "钱二（B2024-00002）还欠300；"],
  ["paid in part", { people: "钱二", amount: 100, method: "现金" }, "钱二（B2024-00002）还欠200；"],
  [
    "another time, nothing booked",
    { people: "郑七", method: "现金" },
    "郑七（B2024-00007）3月26日不在“再培训班第三期”的报到和学习时间，没有省厅预约；",
  ],
  [
    "another class",
    { people: "郑七", class: "再二", method: "现金" },
    "郑七（B2024-00007）班级是“再培训班第三期”，不是“再培训班第二期”，没有省厅预约；",
  ],
])("%s needs a reason, which is kept", (_, raw, said) => {
  expect(reasonFor(raw)).toBe(`原因（reason）：${said}仍要办的，请写原因。`);
  const { after, told } = doing(book, checkIn, { ...raw, reason: "主任同意" }, TODAY);
  const [key = ""] = Object.keys(told.people);
  const row = after.roster.find((one) => one.key === key);
  expect(row?.reportedInOn).toBe(TODAY);
  expect(row?.stateNote).toMatch(/^3月26日报到时.+，原因：主任同意$/u);
  expect(row?.stateNote).toContain(said.replace(/^.*?）/u, "").replace("；", ""));
  const again = doing(after, checkIn, { people: key, reason: "又来" }, TODAY).outcome;
  expect(again.cells).toEqual([]);
});

test("who reports in elsewhere is locked there: the class follows, a seat is free", () => {
  const { after, told } = doing(book, checkIn, { people: "郑七", class: "再二", method: "现金", reason: "换班" }, TODAY);
  expect(named(after, "郑七")).toMatchObject({ lockedClass: "再培训班第二期", class: "再培训班第二期" });
  expect(told.said).toContain("班级“再培训班第二期”，“再培训班第三期”空出一个座位");
});

test("one reason is enough for a whole unit, and nobody is taken in without one", () => {
  const raw = { people: "甲矿", method: "现金", class: "再二" };
  const [problem] = problemsOf(book, checkIn, raw, TODAY);
  expect(problem?.message.match(/B2024-\d+/gu)).toEqual(["B2024-00006", "B2024-00007"]);
  const { after, told } = doing(book, checkIn, { ...raw, reason: "集体来的" }, TODAY);
  expect(told.said).toBe("3月26日报到7人");
  expect(after.roster.filter(({ reportedInOn }) => reportedInOn === TODAY)).toHaveLength(7);
});

test("who has given up or came before is left out with a sentence, the others are done", () => {
  const { after } = doing(book, checkIn, { people: "赵一", method: "现金" }, TODAY);
  const { outcome } = doing(after, checkIn, { people: "B2024-00008、赵一、钱二", method: "现金" }, "2024-03-27");
  const blocked = outcome.findings.filter(({ severity }) => severity === "阻断");
  expect(blocked.map(({ code, row, message }) => [code, row, message])).toEqual([
    ["K01", "B2024-00008", "王八（B2024-00008）的报名已经结束（取消），不能报到。"],
    ["K02", "B2024-00001", "赵一（B2024-00001）已于3月26日报到。"],
  ]);
  expect(outcome.cells.filter(({ column }) => column === "reportedInOn")).toMatchObject([
    { row: "B2024-00002", after: "2024-03-27" },
  ]);
  expect(() => doing(book, checkIn, { people: "B2024-00008" }, TODAY)).toThrow(Refusal);
});

test.each<[Record<string, unknown>, string, unknown]>([
  [{ amount: 300 }, "method", "方式（method）：收了钱要写方式。"],
  [{ receipt: "12" }, "method", "方式（method）：收了钱要写方式。"],
  [
    { method: "POS机" },
    "method",
    "方式（method）：写的是“POS机”，不收POS机刷卡，只收现金或扫码。可以写：现金、微信、支付宝、扫码、转账。",
  ],
  [{ papers: "推荐表" }, "papers", expect.stringContaining("可以写：报到·证件原件、")],
  [{ day: "2024-03-28" }, "day", expect.stringContaining("还没有到")],
  [{ class: "再九" }, "class", expect.stringContaining("培训计划里没有这个班")],
  [{ amount: "很多", method: "现金" }, "amount", expect.stringContaining("不是金额")],
  [{ people: "赵" }, "people", expect.stringContaining("在名册里没有找到")],
])("%j is not taken", (raw, field, message) => {
  const problems = problemsOf(book, checkIn, { people: "赵一", ...raw }, TODAY);
  expect(problems.find((one) => one.field === field)?.message).toEqual(message);
});

test("one receipt cannot be for several payments", () => {
  const problems = problemsOf(book, checkIn, { people: "赵一、钱二", method: "现金", receipt: "0012" }, TODAY);
  expect(problems.map(({ field, message }) => [field, message])).toEqual([
    ["receipt", "票据号（receipt）：写的是“0012”，各人一笔时不能用同一个票据号。"],
  ]);
});

test("what was found wanting or not to be needed goes by what is seen now", () => {
  const papers = [{ id: "B2024-00001", deskCopy: "不合格:不清楚", deskForm: "不适用", deskOriginal: "√" }];
  const { outcome } = doing(reportMorning({ papers }), checkIn, { people: "赵一", papers: "全部", method: "现金" }, TODAY);
  const written = outcome.cells.filter(({ table }) => table === "papers");
  expect(written.map(({ column, after }) => [column, after])).toEqual([
    ["deskCopy", "已交"],
    ["deskEducation", "已交"],
  ]);
});
