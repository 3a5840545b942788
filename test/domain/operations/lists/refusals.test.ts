import { booking } from "../../../../apps-script/domain/operations/lists/booking";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { reminders } from "../../../../apps-script/domain/rules/reminders/reminders";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../../apps-script/domain/snapshot/snapshot";
import { classView } from "../../../../apps-script/domain/views/class";
import { personView } from "../../../../apps-script/domain/views/person";
import { search } from "../../../../apps-script/domain/views/search";
import { reportMorning } from "../../../support/clerk-book";
import { doing, named, settledBook } from "../../../support/clerk-desk";

const TODAY = "2024-03-20";

/** 赵一 with what stands of the booking. */
function withBooking(cells: Partial<Enrolment>): Snapshot {
  const book = reportMorning();
  return { ...book, roster: book.roster.map((row) => (row.name === "赵一" ? { ...row, ...cells } : row)) };
}

const SECOND = { bookedClass: "再培训班第二期" } as const;
test.each<[string, Partial<Enrolment>, object, string | null]>([
  [
    "a refusal of a booking whose day nobody wrote",
    { booking: "待审", bookedOn: null, ...SECOND },
    { state: "退回", reason: "没有公章" },
    null,
  ],
  ["an approval of the same", { booking: "待审", bookedOn: null, ...SECOND }, { state: "通过" }, null],
  [
    "a refusal of somebody without a booking",
    { booking: null, bookedOn: null, bookedClass: null },
    { state: "退回", reason: "x" },
    null,
  ],
  ["a refusal", { booking: "待审", bookedOn: "2024-03-10", ...SECOND }, { state: "退回", reason: "x" }, "2024-03-10"],
  ["one under review, said again", { booking: "待审", bookedOn: "2024-03-10", ...SECOND }, { state: "待审" }, "2024-03-10"],
  ["an approval that is taken back", { booking: "通过", bookedOn: "2024-03-10", ...SECOND }, { state: "待审" }, "2024-03-10"],
  ["a booking after a refusal", { booking: "退回", bookedOn: "2024-03-10", ...SECOND }, { state: "待审" }, TODAY],
  ["a first booking", { booking: null, bookedOn: null, bookedClass: null }, { state: "待审" }, TODAY],
  [
    "a booking for another class",
    { booking: "待审", bookedOn: "2024-03-10", ...SECOND },
    { state: "待审", class: "再三" },
    TODAY,
  ],
  [
    "a day that is written",
    { booking: "待审", bookedOn: "2024-03-10", ...SECOND },
    { state: "待审", day: "3月12日" },
    "2024-03-12",
  ],
])("the day of the booking without one being written: %s", (_, cells, raw, day) => {
  const { after } = doing(withBooking(cells), booking, { people: "赵一", ...raw }, TODAY);
  expect(named(after, "赵一").bookedOn).toBe(day);
});

test("the day that a new booking is given is said", () => {
  const { told } = doing(withBooking({ booking: "退回" }), booking, { people: "赵一", state: "待审" }, TODAY);
  expect(told.said).toContain("没有写日期，按今天");
  const known = doing(withBooking({ booking: "待审" }), booking, { people: "赵一", state: "待审" }, TODAY);
  expect(known.told.said).not.toContain("按今天");
});

describe("a refusal is seen", () => {
  const run = doing(
    withBooking({ booking: "待审", bookedOn: null }),
    booking,
    { people: "赵一", state: "退回", reason: "没有公章" },
    TODAY,
  );
  const book = settledBook(run.after, TODAY);
  const { key, light, progress, class: name } = named(book, "赵一");
  const context = contextOf(book, TODAY);

  test("in the light, which is no better than 紧张 until the class is booked again", () => {
    expect([light, progress, name]).toEqual(["紧张", "预约退回", "再培训班第二期"]);
  });

  test("in every line about the person, with its reason", () => {
    expect(search(book, { find: "赵一", class: null, limit: 9 }).people[0]).toMatchObject({
      progress: "预约退回",
      refusal: "没有公章",
    });
    const line = classView(book, context, { class: "再培训班第二期" })?.people.find((one) => one.key === key);
    expect(line).toMatchObject({ progress: "预约退回", refusal: "没有公章" });
    expect(personView(book, context, { person: key })?.enrolments[0]?.booking).toMatchObject({
      state: "退回",
      on: null,
      refusal: "没有公章",
    });
  });

  test("among the calls of the day, with its reason", () => {
    const call = reminders(book, context).find(({ finding }) => finding.row === key && finding.code === "T17");
    expect(call?.finding.message).toContain("没有公章");
  });

  test("no longer once the person has booked again", () => {
    const again = doing(book, booking, { people: "赵一", state: "待审", day: "3月20日" }, TODAY).after;
    expect(search(again, { find: "赵一", class: null, limit: 9 }).people[0]).toMatchObject({ progress: "待审", refusal: null });
    expect(named(again, "赵一").light).toBe("正常");
  });
});
