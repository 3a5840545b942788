import { addDays } from "../../../apps-script/domain/days/civil-day";
import { idOf } from "../../domain/people/residents";
import { Agenda } from "./agenda";
import { FIRST_DAY, isWorked, LAST_DAY, typedOn, workedLater } from "./days";
import { type Before, FIRST_EXAM } from "./opening";
import { type Chance, GROUP, GROUP_MINES, type Person } from "./people";

const SECOND = "再培训班第二期";
const THIRD = "再培训班第三期";
export const FOURTH = "再培训班第四期";
const REPORT_IN = "2024-05-14";
/** The class is put off on a day, and its people are told of it some days after. */
export const CHANGED_ON = "2024-05-10";
export const TOLD_ON = "2024-05-15";
const EXAM_DAYS = ["2024-05-09", "2024-05-16", "2024-05-22"] as const;

/** What happens to everybody in a month, and on which day the centre gets to know and types it. */
export class Life {
  readonly agenda = new Agenda();

  constructor(
    private readonly chance: Chance,
    all: readonly Before[],
  ) {
    for (const one of all) {
      const { person, cells } = one;
      if (person.group === "second") this.examsOf(person, cells.考试状态 === "待考" ? FIRST_EXAM : null);
      if (person.group === "third") this.thirdClass(person, String(cells.省厅预约状态 ?? ""), String(cells.预约日期 ?? ""));
      if (person.group === "fourth") this.fourthClass(person);
      if (person.group === "other") this.elsewhere(person);
    }
    this.centre(all);
  }

  private put(day: string, id: string, given: Readonly<Record<string, unknown>>, person: Person): void {
    const typed = typedOn(day);
    if (typed <= LAST_DAY) this.agenda.put(typed, id, given, person.key);
  }

  /** Books what is not booked yet, sits it, sits it again; the certificate comes some working days after. */
  private examsOf(person: Person, booked: string | null, isRetake = false): void {
    const { chance } = this;
    let exam = booked;
    if (exam === null) {
      if (!chance.is(0.85)) return;
      const bookedOn = addDays(isRetake ? "2024-05-06" : "2024-04-22", chance.upTo(10));
      exam = EXAM_DAYS.find((day) => day > addDays(typedOn(bookedOn), 2)) ?? null;
      if (exam === null) return;
      this.put(bookedOn, "book-exam", { day: exam, place: "考试点" }, person);
    }
    const told = workedLater(exam, 1 + chance.upTo(2));
    const result = chance.pick(["合格", "合格", "合格", "合格", "不合格", "缺考"]);
    this.put(told, "exam", { result, day: exam }, person);
    if (result !== "合格") {
      if (!isRetake && told < "2024-05-06") this.examsOf(person, null, true);
    } else if (chance.is(0.9)) {
      this.put(workedLater(told, 3 + chance.upTo(11)), "issue", { until: "2027-06-30" }, person);
    }
  }

  private thirdClass(person: Person, state: string, bookedOn: string): void {
    const approvedOn = state === "通过" ? "2024-04-22" : this.bookingOf(person, THIRD, state, bookedOn, "2024-05-10");
    if (approvedOn === null) return;
    const { chance } = this;
    const leavesEarly = chance.is(0.03);
    if (!leavesEarly && chance.is(0.9)) {
      const taken = workedLater(approvedOn, 1 + chance.upTo(3));
      this.put(taken, "card", { action: "领取", day: typedOn(taken) }, person);
      const bound = addDays(taken, 1 + chance.upTo(20));
      if (chance.is(0.8) && bound < "2024-05-16") this.put(bound, "card", { action: "绑定", day: typedOn(bound) }, person);
    }
    if (chance.is(0.5))
      this.put(addDays("2024-05-06", chance.upTo(5)), "papers", { papers: "报到·证件复印件、报到·报名登记表" }, person);
    if (leavesEarly) this.put("2024-05-13", "leave", { day: "2024-05-13", reason: "离开单位" }, person);
    else if (chance.is(0.94)) this.reportsIn(person);
    else this.put("2024-05-15", "no-show", { class: THIRD }, person);
  }

  /** Comes, pays and is trained; the group pays for its mines a day before. */
  private reportsIn(person: Person): void {
    const { chance } = this;
    const isGroups = GROUP_MINES.includes(person.unit);
    if (isGroups) this.put("2024-05-13", "pay", { each: 300, method: "转账", payer: GROUP }, person);
    const pays = isGroups || chance.is(0.1) ? {} : { method: chance.pick(["现金", "扫码"]) };
    this.put(REPORT_IN, "check-in", { class: THIRD, papers: "全部", reason: "现场核对过", ...pays }, person);
    if (chance.is(0.02)) this.put("2024-05-17", "leave", { day: "2024-05-17", reason: "辞职", money: "留作下次" }, person);
    else if (chance.is(0.6)) this.examsOf3(person);
  }

  private examsOf3(person: Person): void {
    this.put("2024-05-20", "book-exam", { day: "2024-05-22", place: "考试点" }, person);
    if (this.chance.is(0.8)) this.put("2024-05-24", "exam", { result: "合格", day: "2024-05-22" }, person);
  }

  /** Books, is reviewed or refused, books again; the lists come some days late. The day on which the approval is typed. */
  private bookingOf(person: Person, name: string, state: string, bookedOn: string, last: string): string | null {
    const { chance } = this;
    if (state === "" && !chance.is(0.93)) return null;
    let booked = state === "待审" ? bookedOn : addDays(state === "退回" ? "2024-04-23" : "2024-04-22", chance.upTo(17));
    let listed = booked;
    if (state !== "待审") {
      if (booked > last) return null;
      listed = typedOn(addDays(booked, chance.upTo(3)));
      this.put(listed, "booking", { state: "待审", class: name, day: booked }, person);
    }
    let told = workedLater(listed, chance.is(0.9) ? 1 : 4);
    if (told < FIRST_DAY) told = FIRST_DAY;
    if (state !== "退回" && chance.is(0.1)) {
      this.put(told, "booking", { state: "退回", class: name, reason: "证件照不合格" }, person);
      booked = workedLater(told, 1);
      if (booked > last || !isWorked(booked)) return null;
      this.put(booked, "booking", { state: "待审", class: name, day: booked }, person);
      told = workedLater(booked, 2);
    }
    this.put(told, "booking", { state: "通过", class: name }, person);
    return told <= "2024-05-13" ? told : null;
  }

  private fourthClass(person: Person): void {
    const { chance } = this;
    if (chance.is(0.03)) this.put("2024-05-13", "move", { class: "再培训班第五期", reason: "井下大修" }, person);
    else if (chance.is(0.02)) this.put("2024-05-08", "withdraw", { day: "2024-05-08", reason: "不再需要" }, person);
    else if (chance.is(0.7)) this.booksFourth(person);
  }

  private booksFourth(person: Person): void {
    const { chance } = this;
    const booked = addDays("2024-05-06", chance.upTo(15));
    const listed = typedOn(addDays(booked, chance.upTo(2)));
    this.put(listed, "booking", { state: "待审", class: FOURTH, day: booked }, person);
    this.put(workedLater(listed, 1 + chance.upTo(1)), "booking", { state: "通过", class: FOURTH }, person);
  }

  private elsewhere(person: Person): void {
    const { chance } = this;
    if (chance.is(0.01)) this.put("2024-04-30", "transfer", { unit: "乙一矿", reason: "工作调动" }, person);
    else if (chance.is(0.05))
      this.put(addDays("2024-04-23", chance.upTo(25)), "pre-register", { class: "再培训班第八期" }, person);
  }

  /** What is done about classes and units, and the people who walk in. */
  private centre(all: readonly Before[]): void {
    const { agenda } = this;
    agenda.put("2024-04-22", "unit", { unit: GROUP, reportsFor: GROUP_MINES.join("、"), phone: "0535-0000009" });
    agenda.put(CHANGED_ON, "change-class", {
      class: FOURTH,
      reportIn: "6月11日9:00-11:00",
      study: "6月11日-6月14日",
    });
    for (let walkIn = 1; walkIn <= 3; walkIn++) {
      const key = `B2024-${String(all.length + walkIn).padStart(5, "0")}`;
      const idNumber = idOf("19900101", 900 + walkIn);
      const given = {
        idNumber,
        name: `来人${"一二三".charAt(walkIn - 1)}`,
        unit: "乙二矿",
        post: "安全生产管理人员",
        kind: "再培训",
      };
      agenda.put(REPORT_IN, "enrol", { ...given, mobile: `1980000000${walkIn}`, validUntil: "2024-07-15", class: THIRD });
      agenda.put("2024-05-15", "check-in", { class: THIRD, day: REPORT_IN, method: "现金", reason: "临时来的" }, key);
    }
    agenda.put("2024-05-17", "complete", { class: THIRD });
    agenda.put("2024-04-23", "edit", { cells: "B2024-00004|状态备注||电话里说会晚到" });
    agenda.put("2024-04-26", "booking", { checked: SECOND });
    for (const day of ["2024-04-24", "2024-04-30", "2024-05-08"]) {
      agenda.put(day, "notified", { rule: "已预报名未预约，请致电", by: "电话" });
    }
    agenda.put(TOLD_ON, "notified", { rule: "班级已改，尚未通知", class: FOURTH, by: "微信" });
  }
}
