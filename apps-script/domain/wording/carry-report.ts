import type { CarryReport, ReportLine } from "../next-year/carry-report";
import type { WhyNot } from "../next-year/year-end";
import { WHY_NOT } from "./next-year";

/** What a carry-over does, in sentences: the same on the command line and on the page. */
export function carryFacts(report: CarryReport, isAgain: boolean): string[] {
  const { carried, money, cards, educations, units, ended } = report;
  return [
    `持证 ${carried} 人，各一行待培训的报名；单位 ${units} 家；学历证明 ${educations} 份；没有发出的模拟卡 ${cards} 张`,
    `上年欠费 ${money.debts} 元，余款 ${money.credits} 元，记在缴费表里，方式是“上年结转”`,
    `上年办结的报名 ${ended} 行存入历史`,
    "预约、报到、考试、发证、班级等上年的状态一律没有带过来；新年度的培训计划另外读入",
    ...(isAgain || carried === 0 ? [] : ["各人留在名册原来的那一行，没有结转的行空着；想收拢，按报名编号排序就行"]),
  ];
}

const LEFT: readonly WhyNot[] = ["lapsed", "awaitsResult", "notCertified", "left"];

interface TitledLines {
  readonly title: string;
  readonly lines: readonly ReportLine[];
}

/** Who has to be looked at, and whose money and certificates: lists that hold somebody. */
export function carryLists({ year, questions, unfinished, left, money, early }: CarryReport): TitledLines[] {
  const lists = [
    { title: "要核实的", lines: questions },
    { title: "上年还没有办完的", lines: unfinished },
    ...LEFT.map((why) => ({ title: `没有结转：${WHY_NOT[why]}`, lines: left[why] })),
    { title: "上年的欠费和余款", lines: money.carried },
    { title: "留在上年的钱", lines: money.stays },
    { title: `证件有效期在${year}年、${year + 1}年1月和2月的`, lines: early },
  ];
  return lists.filter(({ lines }) => lines.length > 0);
}
