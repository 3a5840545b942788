import { addDays, type Day, daysBetween, partsOf } from "../../../apps-script/domain/days/civil-day";
import { chineseNumeral } from "../../../apps-script/domain/plan/numerals";

/** How a day, a range and months can be written; `isAsked` says that nobody can know the days from it. */
interface Spelling<T> {
  readonly name: string;
  readonly write: (value: T) => string;
  readonly isAsked?: (value: T) => boolean;
}

const always = () => true;
const md = (day: Day, sign: string): string => `${partsOf(day).month}${sign}${partsOf(day).day}`;
const plain = (day: Day): string => `${md(day, "月")}日`;
const numerals = (day: Day): string => `${chineseNumeral(partsOf(day).month)}月${chineseNumeral(partsOf(day).day)}日`;
const inYear = (day: Day): string => `${partsOf(day).year}年${plain(day)}`;

const DAYS: readonly Spelling<Day>[] = [
  { name: "plain", write: plain },
  { name: "numerals", write: numerals },
  { name: "slash", write: (day) => md(day, "/") },
  // 2.10 without its zero is 2.1.
  { name: "dot", write: (day) => md(day, "."), isAsked: (day) => partsOf(day).day <= 3 },
  { name: "iso", write: (day) => day },
  { name: "year", write: inYear },
  { name: "dots", write: (day) => day.split("-").map(Number).join(".") },
  { name: "weekday", write: (day) => `${plain(day)}（周一）` },
  { name: "third of a month", write: (day) => `${partsOf(day).month}月上旬`, isAsked: always },
  { name: "recurring", write: () => "每月第一周", isAsked: always },
  { name: "open", write: () => "待定", isAsked: always },
];

export const DEADLINES: readonly Spelling<Day>[] = [
  ...DAYS,
  { name: "before", write: (day) => `${plain(day)}前` },
  { name: "before an hour", write: (day) => `${plain(day)}17:00前` },
  { name: "until", write: (day) => `截至${numerals(day)}` },
  { name: "midnight", write: (day) => `${plain(day)}0:00前`, isAsked: always },
];

export const REPORT_INS: readonly Spelling<Day>[] = [
  ...DAYS,
  { name: "hours", write: (day) => `${plain(day)}9:00-11:00` },
  { name: "half a day", write: (day) => `${plain(day)}上午` },
  { name: "the day", write: (day) => `${md(day, "/")} 全天` },
  { name: "two days", write: (day) => `${plain(day)}-${partsOf(addDays(day, 1)).day}日`, isAsked: always },
];

type Range = readonly [Day, Day];
const joined =
  (write: (day: Day) => string, sign: string) =>
  ([from, to]: Range): string =>
    `${write(from)}${sign}${write(to)}`;
const sameMonth = ([from, to]: Range): boolean => from.slice(0, 7) === to.slice(0, 7);

export const RANGES: readonly Spelling<Range>[] = [
  { name: "plain", write: joined(plain, "-") },
  { name: "until", write: joined(plain, "至") },
  { name: "dots", write: joined((day) => md(day, "."), "-") },
  { name: "slashes", write: joined((day) => md(day, "/"), "—") },
  { name: "numerals", write: joined(numerals, "至") },
  { name: "iso", write: joined((day) => day, "~") },
  { name: "years", write: joined(inYear, "－") },
  { name: "year once", write: ([from, to]) => `${inYear(from)}-${plain(to)}` },
  {
    name: "month once",
    write: (range) => (sameMonth(range) ? `${plain(range[0])}-${partsOf(range[1]).day}日` : joined(plain, "-")(range)),
  },
  { name: "halves", write: ([from, to]) => `${plain(from)}上午-${plain(to)}下午` },
  { name: "third of a month", write: ([from]) => `${partsOf(from).month}月上旬-中旬`, isAsked: always },
];

export const STUDIES: readonly Spelling<Range>[] = [
  ...RANGES,
  { name: "hours of teaching", write: (range) => `${joined(plain, "-")(range)}（16学时）` },
  {
    name: "list",
    write: ([from, to]) => Array.from({ length: daysBetween(from, to) + 1 }, (_, step) => plain(addDays(from, step))).join("、"),
  },
  { name: "one day", write: (range) => (range[0] === range[1] ? plain(range[0]) : joined(plain, "-")(range)) },
  { name: "recurring", write: () => "每月第一周", isAsked: always },
];

export const MONTHS: readonly Spelling<readonly number[]>[] = [
  { name: "list", write: (months) => `${months.join("、")}月` },
  { name: "range", write: (months) => `${[...new Set([months[0], months[months.length - 1]])].join("-")}月` },
  { name: "numerals", write: (months) => months.map((month) => `${chineseNumeral(month)}月`).join("、") },
  { name: "all year", write: () => "全年", isAsked: always },
];
