import { addDays } from "../../../apps-script/domain/days/civil-day";
import type { LabTab } from "../../hosts/lab";
import { workedEarlier, workedLater } from "./days";

/** The tabs as somebody reads them who knows the notice and nothing of the program: rows by the titles of their columns. */
type Line = Readonly<Record<string, string>>;

function linesOf(tabs: readonly LabTab[], title: string): Line[] {
  const [header = [], ...rows] = tabs.find((tab) => tab.title === title)?.cells ?? [];
  return rows
    .filter((row) => row.some((cell) => cell !== null && cell !== ""))
    .map((row) => Object.fromEntries(header.map((name, at) => [String(name), String(row[at] ?? "")])));
}

/** Who is asked for what: `已预报名未预约，请致电 B2024-00012`. */
type Asked = ReadonlySet<string>;

/** A line of 待办 that is there. */
interface TodoLine {
  readonly id: string;
  readonly what: string;
  readonly rule: string;
  readonly people: readonly string[];
  readonly due: string;
  readonly isOpen: boolean;
  /** Somebody was told, and it rests until a day. */
  readonly told: { readonly on: string; readonly until: string } | null;
}

export function todoLines(tabs: readonly LabTab[]): readonly TodoLine[] {
  return linesOf(tabs, "待办").flatMap(({ 编号: id = "", 规则: rule = "", 报名编号: people = "", 截止日: due = "", ...line }) => {
    if (line.现状 !== "") return [];
    const told = line.处理 === "已通知" ? { on: line.上次通知 ?? "", until: line.再提醒日 ?? "" } : null;
    const isOpen = ["", "未处理"].includes(line.处理 ?? "");
    return [{ id, what: `${rule} ${people}`, rule, people: people.split("、"), due, isOpen, told }];
  });
}

/** Why somebody who was told is not told again in time; `null` where they are, or will be. */
export function restsTooLong({ told, due }: TodoLine, today: string): string | null {
  if (told === null) return null;
  if (told.until <= today) return `rests on ${today} and was to come back on ${told.until}`;
  const days = due === "" ? [] : [workedEarlier(due, 3), due];
  const next = days.find((day) => day > told.on) ?? addDays(told.on, 7);
  return told.until <= next ? null : `comes back on ${told.until}, after ${next}`;
}

/** The rules whose lines this reader can tell from the tabs alone. */
export const READ_RULES = [
  "已预报名未预约，请致电",
  "没有预报名也没有预约成功，请致电",
  "预约被退回，请重新预约",
  "预约今天要审核",
  "预约待审已超期",
  "培训已完成，未约考",
  "考试没有通过，可以补考",
  "考试已过，成绩还没有登记",
  "已报到，费用没有缴清",
  "预约通过，还没有模拟卡",
  "模拟卡领了14天没有绑定",
  "合格后10个工作日还没有证书",
] as const;
type ReadRule = (typeof READ_RULES)[number];

interface ClassDays {
  readonly from: string;
  readonly to: string;
  readonly studyTo: string;
}

/** What the tabs ask for on a day, by the notice: each rule for each person. */
export function askedFor(tabs: readonly LabTab[], today: string): Asked {
  const classes = new Map(
    linesOf(tabs, "培训计划")
      .filter((line) => line.状态 !== "停办")
      .map((line) => [line.班级名称 ?? "", { from: line.预约起 ?? "", to: line.预约止 ?? "", studyTo: line.学习止 ?? "" }]),
  );
  const paid = paidBy(tabs);
  const asked = new Set<string>();
  for (const line of linesOf(tabs, "名册")) {
    const rules = [
      ...bookingRules(line, classes.get(line.班级 ?? ""), today),
      ...examRules(line, today),
      ...deskRules(line, paid.get(line.报名编号 ?? "") ?? 0, classes.get(line.班级 ?? ""), today),
    ];
    for (const rule of rules) asked.add(`${rule} ${line.报名编号}`);
  }
  return asked;
}

const hasLeft = (line: Line): boolean => ["取消", "离职", "转班", "已完成", "已失效"].includes(line.报名状态 ?? "");

/** Whose certificate ends within some days, who has neither passed nor an exam ahead, and is still with the centre. */
export function endingSoon(tabs: readonly LabTab[], today: string, days: number): readonly string[] {
  return linesOf(tabs, "名册").flatMap((line) => {
    const { 证件有效期: until = "", 报名编号: key = "" } = line;
    const isNear = until > today && until <= addDays(today, days);
    const isOnTheWay = line.考试状态 === "待考" && (line.考试日期 ?? "") >= today;
    return isNear && !hasLeft(line) && line.考试状态 !== "合格" && !isOnTheWay ? [key] : [];
  });
}

/** Who is in a class and still on the way, and has signed up or booked for it. */
export function expecting(tabs: readonly LabTab[], name: string): readonly string[] {
  return linesOf(tabs, "名册").flatMap((line) => {
    const knows = line.预报名班级 === name || line.省厅预约班级 === name;
    return line.班级 === name && knows && !hasLeft(line) ? [line.报名编号 ?? ""] : [];
  });
}

/** Everything in a text that nobody may read who is not its own: ids, mobiles, passwords of cards. */
export function secretsIn(tabs: readonly LabTab[], text: string): readonly string[] {
  const ids = linesOf(tabs, "名册").flatMap(({ 证件号: id = "", 手机号: mobile = "" }) => [id, mobile]);
  const passwords = linesOf(tabs, "模拟卡").map(({ 密码: password = "" }) => password);
  return [...ids, ...passwords].filter((secret) => secret !== "" && text.includes(secret));
}

/** Step 3 of the notice: who is to book, and two working days for the review. */
function* bookingRules(line: Line, one: ClassDays | undefined, today: string): Iterable<ReadRule> {
  if (hasLeft(line) || line.考试状态 === "合格") return;
  const state = line.省厅预约状态;
  if (state === "待审" && line.预约日期 !== "") {
    const due = workedLater(line.预约日期 ?? "", 2);
    if (due === today) yield "预约今天要审核";
    if (due < today) yield "预约待审已超期";
  }
  const isForThis = line.省厅预约班级 === "" || line.省厅预约班级 === line.班级;
  const isBooked = (state === "待审" || state === "通过") && isForThis;
  if (one === undefined || isBooked || line.报到日期 !== "" || today < one.from || today > one.to) return;
  if (state === "退回") yield "预约被退回，请重新预约";
  else if (line.预报名日期 !== "" || line.预报名班级 !== "") yield "已预报名未预约，请致电";
  else yield "没有预报名也没有预约成功，请致电";
}

/** What comes after the class: the exam, one more of it, the certificate. */
function* examRules(line: Line, today: string): Iterable<ReadRule> {
  const { 考试状态: exam, 考试日期: day = "" } = line;
  if (exam === "合格" && line.报名状态 !== "已完成" && line.发证日期 === "" && (line.证件有效期 ?? "") < "2025") {
    if (workedLater(day, 10) < today) yield "合格后10个工作日还没有证书";
  }
  if (hasLeft(line)) return;
  if (exam === "待考" && day !== "" && day < today) yield "考试已过，成绩还没有登记";
  const isInTime = today < (line.证件有效期 ?? "");
  if (line.培训完成 !== "" && (exam === "" || exam === "未约") && isInTime) yield "培训已完成，未约考";
  const tries = Number(line.考试次数);
  if ((exam === "缺考" || (exam === "不合格" && tries < 2)) && isInTime) yield "考试没有通过，可以补考";
}

/** Money and cards. */
function* deskRules(line: Line, paid: number, one: ClassDays | undefined, today: string): Iterable<ReadRule> {
  if (hasLeft(line)) return;
  if (line.报到日期 !== "" && paid < 300 && line.考试状态 !== "合格") yield "已报到，费用没有缴清";
  const isBefore = line.考试状态 === "待考" ? (line.考试日期 ?? "") >= today : line.考试状态 !== "合格";
  const isPast = line.培训完成 === "" && line.考试状态 === "" && one !== undefined && one.studyTo < today;
  if (!isBefore || isPast) return;
  if (line.省厅预约状态 === "通过" && line.模拟卡号 === "") yield "预约通过，还没有模拟卡";
  const { 领卡日期: taken = "" } = line;
  if (taken !== "" && line.绑定日期 === "" && today >= addDays(taken, 14)) yield "模拟卡领了14天没有绑定";
}

/** What 缴费 says of each person: an amount without a person of its own is shared evenly. */
function paidBy(tabs: readonly LabTab[]): ReadonlyMap<string, number> {
  const paid = new Map<string, number>();
  for (const line of linesOf(tabs, "缴费")) {
    const shares = (line.分摊到 ?? "").split("、").filter((part) => part !== "");
    const open = shares.filter((part) => !part.includes("="));
    for (const part of shares) {
      const [key = "", amount] = part.split("=");
      paid.set(key, (paid.get(key) ?? 0) + (amount === undefined ? Number(line.金额) / open.length : Number(amount)));
    }
  }
  return paid;
}
