import { booking } from "../../../../apps-script/domain/operations/lists/booking";
import { preRegister } from "../../../../apps-script/domain/operations/lists/pre-register";
import { reportMorning } from "../../../support/clerk-book";
import { doing, named, problemsOf } from "../../../support/clerk-desk";

const TODAY = "2024-03-20";
const book = reportMorning();

test("a sign-up, also of another class than before and after the deadline", () => {
  const { after, told } = doing(book, preRegister, { people: "郑七", class: "再三" }, TODAY);
  expect(named(after, "郑七")).toMatchObject({
    preRegisteredOn: TODAY,
    preRegisteredClass: "再培训班第三期",
    progress: "已预报名·待开窗",
  });
  expect(told.said).toBe("郑七 3月20日预报名“再培训班第三期”");
  const late = doing(after, preRegister, { people: "郑七", class: "再四", day: "4月2日" }, "2024-04-02");
  expect(late.told.said).toMatch(/^郑七 4月2日预报名“再培训班第四期”，原来是“再培训班第三期”，已过报名截止3月31日/u);
});

test("a refusal tells until when to book again, an approval settles the class", () => {
  const refused = doing(book, booking, { people: "吴六", state: "审核未通过", reason: "没有公章" }, TODAY);
  expect(named(refused.after, "吴六")).toMatchObject({
    booking: "退回",
    refusal: "没有公章",
    bookedOn: "2024-03-10",
    light: "紧张",
  });
  expect(refused.told.said).toBe("吴六 省厅预约退回“再培训班第二期”，请在3月24日前（含当天）重新预约，到期提示“紧张”");
  const again = doing(refused.after, booking, { people: "吴六", state: "待审", day: "3月21日" }, "2024-03-21");
  expect(named(again.after, "吴六")).toMatchObject({
    booking: "待审",
    bookedOn: "2024-03-21",
    refusal: null,
    reviewDue: "2024-03-25",
  });
  const passed = doing(again.after, booking, { people: "吴六", state: "预约成功" }, "2024-03-22");
  expect(named(passed.after, "吴六")).toMatchObject({ booking: "通过", bookedOn: "2024-03-21", class: "再培训班第二期" });
  const over = doing(book, booking, { people: "吴六", state: "退回", reason: "没有公章" }, "2024-03-25");
  expect(over.told.said).toContain("预约已于3月24日截止");
});

test("a booking outside the window and for another class is said, not stopped", () => {
  const { after, told } = doing(book, booking, { people: "郑七", state: "通过", class: "再三" }, TODAY);
  expect(named(after, "郑七")).toMatchObject({ bookedClass: "再培训班第三期", class: "再培训班第三期", feeDue: 300 });
  expect(told.said).toContain("不在预约时间4月13日至5月12日内");
});

test("未预约 takes back what was booked", () => {
  const { after } = doing(book, booking, { people: "赵一", state: "未预约" }, TODAY);
  expect(named(after, "赵一")).toMatchObject({ booking: "未预约", bookedClass: null, bookedOn: null });
});

test("a class that was looked through: the day stands in the plan, who was not booked is known not to be", () => {
  const { after, told, outcome } = doing(book, booking, { checked: "再二" }, "2024-03-25");
  expect(told.said).toBe("3月25日核对了“再培训班第二期”的预约");
  expect(outcome.cells.filter(({ table }) => table === "plan")).toMatchObject([
    { column: "bookingChecked", after: "2024-03-25" },
  ]);
  expect(doing(after, booking, { checked: "再二" }, "2024-03-25").outcome.cells).toEqual([]);
});

test.each<[Record<string, unknown>, string]>([
  [{}, "学员（people）：请写学员和状态，或写预约已核对的班。"],
  [{ people: "赵一" }, "省厅预约状态（state）：写了学员要写状态，写了状态要写学员。"],
  [{ people: "赵一", state: "好了" }, "省厅预约状态（state）：写的是“好了”，不在可选的词里。可以写：未预约、待审、通过、退回。"],
  [{ people: "赵一", state: "退回" }, "退回原因（reason）：退回要写原因。"],
  [{ people: "赵一", state: "通过", reason: "x" }, "退回原因（reason）：写的是“x”，只有退回的才写原因。"],
  [{ people: "赵一", state: "通过", class: "第三期" }, "省厅预约班级（class）：写的是“第三期”，可能是几个班"],
  [{ people: "赵一", state: "通过", day: "3月21日" }, "预约日期（day）：写的是“3月21日”，在2024-03-20之后，还没有到。"],
  [{ checked: "再九" }, "预约已核对的班（checked）：写的是“再九”，培训计划里没有这个班。"],
])("booking %j is not taken", (raw, message) => {
  expect(problemsOf(book, booking, raw, TODAY)[0]?.message).toContain(message);
});

test.each<[Record<string, unknown>, string]>([
  [{ people: "赵一" }, "预报名班级（class）：没有填写。"],
  [{ people: "赵", class: "再三" }, "学员（people）：“赵”在名册里没有找到"],
  [{ people: "赵一", class: "再三", day: "2024-02-30" }, "预报名日期（day）：写的是“2024-02-30”"],
])("pre-register %j is not taken", (raw, message) => {
  expect(problemsOf(book, preRegister, raw, TODAY)[0]?.message).toContain(message);
});

test("a sign-up that is entered again for the same class keeps its day, one for another class has a day of its own", () => {
  const { after } = doing(book, preRegister, { people: "郑七", class: "再三", day: "3月1日" }, TODAY);
  expect(named(doing(after, preRegister, { people: "郑七", class: "再三" }, TODAY).after, "郑七").preRegisteredOn).toBe(
    "2024-03-01",
  );
  const other = doing(after, preRegister, { people: "郑七", class: "再四" }, TODAY);
  expect(named(other.after, "郑七").preRegisteredOn).toBe(TODAY);
  expect(other.told.said).toMatch(/^郑七 3月20日预报名“再培训班第四期”，原来是“再培训班第三期”/u);
});
