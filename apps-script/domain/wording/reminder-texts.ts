import type { Day } from "../days/civil-day";
import { maskText } from "../people/masks";
import type { Cents } from "../rules/money/payment-amounts";
import { MOVER, type Mover } from "../schema/allowed";
import { cutTo, isLonger, lengthOf } from "../snapshot/text-length";
import { dayWords } from "./desk";
import { DONE } from "./done";
import { yuan } from "./money";
import { moverOf, type RuleCode, titleOfRule } from "./rules";

/**
 * Texts that staff send to people, units and groups of a class: who, what, by when, whom to ask. Names, classes, days and the
 * centre's phone stand in them and nothing else of anybody. Each ends with {@link DONE}.
 */

/** Characters of one message to one person. */
const LONGEST_TEXT = 70;

/** What a text is about. */
interface About {
  readonly class: string;
  readonly due: Day | null;
  readonly today: Day;
  /** The first day of the class. */
  readonly reportIn: Day | null;
  readonly papers: readonly string[];
  readonly owed: Cents;
}

/** `请在3月21日（含）前`; a day that is past is none to name. */
function please({ due, today }: About): string {
  if (due === null) return "请尽快";
  if (due <= today) return due === today ? "请今天" : "请马上";
  return `请在${dayWords(due)}（含）前`;
}

/** The day before which: that day itself is too late. */
const before = ({ due }: About): string => (due === null ? "证件到期" : dayWords(due));

function papersAs({ papers }: About): string {
  const [first = "", ...more] = papers;
  return more.length === 0 ? first : papers.length === 2 ? papers.join("、") : `${first}等${papers.length}项`;
}

/** The last day on which passing counts. */
const passBy = ({ due }: About): string => (due === null ? "" : `，${dayWords(due)}（含）前考合格`);
const pass = (about: About): string => `须在${before(about)}前考试合格，请抓紧预约培训和考试`;
const pay = ({ owed }: About): string => `培训费还差${yuan(owed)}元，请尽快到中心缴清`;

/** What each matter asks for. Of other matters that are not the centre's own move, the title says it. */
const WHAT: { readonly [C in RuleCode]?: (about: About) => string } = {
  T01: (about) => `${please(about)}在省厅系统预约${about.class}`,
  T03: pass,
  T04: pass,
  T05: pass,
  T15: pass,
  T06: (about) => `${please(about)}在中心网站预报名${about.class}`,
  T07: ({ class: name }) => `${name}中心网站报名已截止，请尽快联系中心补报`,
  T08: (about) => `培训已完成，请尽快在省厅系统预约考试${passBy(about)}`,
  T09: (about) => `考试没有通过或没有参加，请尽快在省厅系统预约补考${passBy(about)}`,
  T11: (about) => `还没有预报名，${please(about)}在省厅系统预约${about.class}`,
  T14: () => "补考没有合格，要重新参加初培，请与中心联系",
  T16: ({ class: name, due }) => `${name}的省厅预约${due === null ? "即将" : dayWords(due)}开始，请及时预约`,
  T17: (about) => `省厅预约被退回，${please(about)}重新预约${about.class}`,
  T18: (about) => `申报资料缺${papersAs(about)}，${please(about)}补齐`,
  T19: (about) =>
    about.due !== null && about.due >= about.today
      ? `${dayWords(about.due)}到${about.class}报到，请带齐${papersAs(about)}`
      : `报到资料还缺${papersAs(about)}，请尽快补交`,
  T20: pay,
  F12: pay,
  T22: () => "模拟卡还没有绑定，请尽快用微信绑定",
  T23: ({ due }) => `模拟卡${due === null ? "即将" : dayWords(due)}到期，请抓紧练习`,
  T25: () => "发去的报名表还没有收回，请填好发回",
  A07: () => "考试约得太晚，请改约更早的考试",
  A20: () => "没有来报到，请与中心联系",
  A25: ({ class: name, reportIn }) =>
    name === ""
      ? "原来的班级有变更，请与中心联系"
      : `班级安排有变更，现在是${name}${reportIn === null ? "" : `，${dayWords(reportIn)}报到`}`,
};

/** What a matter asks of people outside the centre; `null` where it is the centre's own. */
export function whatIn(code: RuleCode, whose: Mover, about: About): string | null {
  const usual = moverOf(code);
  const own = WHAT[code];
  if (own !== undefined) return whose === usual ? maskText(own(about)) : null;
  return usual === MOVER.centre ? null : `${titleOfRule(code)}，请核对后告诉中心`;
}

/** Matters that a whole class may read: no money, no failed exam, nothing of anybody's papers. */
export const FOR_GROUP: ReadonlySet<RuleCode> = new Set<RuleCode>([
  "T01",
  "T03",
  "T04",
  "T05",
  "T06",
  "T07",
  "T08",
  "T11",
  "T15",
  "T16",
  "T19",
  "T22",
  "A25",
]);

/** The centre's phone; of a long text about several the first number. */
function ask(phone: string | null): string {
  if (phone === null) return "";
  return `咨询电话${isLonger(phone, 18) ? (/[\d-]{7,}/u.exec(phone)?.[0] ?? phone) : phone}。`;
}

/** How much of a name and of the end of a class's name is said, the most that fits. */
const SHORTER = [
  [50, 60],
  [12, 16],
  [8, 12],
  [5, 9],
] as const;

const endOf = (text: string, most: number): string => (isLonger(text, most) ? `…${[...text].slice(1 - most).join("")}` : text);

/** A message to one person. */
export function personText(name: string, what: (classMost: (name: string) => string) => string, phone: string | null): string {
  const texts = SHORTER.map(
    ([most, classMost]) => `${cutTo(maskText(name), most)}：${what((one) => endOf(one, classMost))}。${ask(phone)}${DONE}`,
  );
  return texts.find((text) => lengthOf(text) <= LONGEST_TEXT) ?? texts[texts.length - 1] ?? "";
}

/** People of whom the same is asked. */
interface Asked {
  readonly names: readonly string[];
  readonly what: string;
}

/** All that is asked of a unit, or of a class in its group. */
export function togetherText(to: string, asked: readonly Asked[], phone: string | null): string {
  const lines = asked.map(({ names, what }, place) => {
    const who = names.length === 0 ? "" : `${names.map(maskText).join("、")}：`;
    return `${asked.length > 1 ? `${place + 1}. ` : ""}${who}${what}。`;
  });
  return [`${maskText(to)}：`, ...lines, `${ask(phone)}${DONE}`].join("\n");
}
export const noUnit = "没有工作单位的学员";
export const classGroup = (name: string): string => `${name}各位学员`;

/** `已通知2次，上次1月25日 微信`. */
export const toldWords = (times: number, day: Day | null, means: string | null): string =>
  `已通知${times}次${day === null ? "" : `，上次${dayWords(day)}${means === null ? "" : ` ${means}`}`}`;
