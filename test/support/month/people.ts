import { addDays } from "../../../apps-script/domain/days/civil-day";
import { idOf } from "../../domain/people/residents";
import { seeded } from "../invented-year";

/** Where somebody stands when the month begins: in one of three classes, or somewhere else in the year. */
type Group = "second" | "third" | "fourth" | "other";

/** Somebody invented, by the line of 名册 they will have. */
export interface Person {
  readonly key: string;
  readonly group: Group;
  readonly unit: string;
  readonly cells: Readonly<Record<string, string | number>>;
}

/** The group that reports for four mines, which are the first four units; others report for themselves. */
export const GROUP = "集团总部";
export const GROUP_MINES = ["甲一矿", "甲二矿", "甲三矿", "甲四矿"];
const OTHER_UNITS = Array.from({ length: 16 }, (_, at) => `乙${"一二三四五六七八九十甲乙丙丁戊己".charAt(at)}矿`);
export const UNITS = [...GROUP_MINES, ...OTHER_UNITS];

/** Of a hundred people so many are in each group. */
const SHARES: readonly (readonly [Group, number])[] = [
  ["second", 15],
  ["third", 22],
  ["fourth", 20],
  ["other", 43],
];

export class Chance {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  is(share: number): boolean {
    return this.random() < share;
  }

  upTo(most: number): number {
    return Math.floor(this.random() * (most + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.upTo(list.length - 1)] as T;
  }
}

const VALID_FROM = { second: "2024-05-28", third: "2024-07-01", fourth: "2024-08-01", other: "2024-10-01" } as const;
const VALID_DAYS = { second: 30, third: 30, fourth: 30, other: 500 } as const;

export function inventPeople(chance: Chance, count: number): Person[] {
  return Array.from({ length: count }, (_, at): Person => {
    const group = groupAt(at);
    const unit = chance.pick(UNITS);
    const birthday = addDays("1970-01-01", at * 7);
    return {
      key: `B2024-${String(at + 1).padStart(5, "0")}`,
      group,
      unit,
      cells: {
        姓名: `某${[...String(at + 1)].map((digit) => "零甲乙丙丁戊己庚辛壬".charAt(Number(digit))).join("")}`,
        证件号: idOf(birthday.replaceAll("-", ""), at % 1000),
        手机号: `199${String(at + 1).padStart(8, "0")}`,
        工作单位: unit,
        职位: chance.is(0.2) ? "主要负责人" : "安全生产管理人员",
        学历: "大专",
        申报类型: "再培训",
        证件有效期: addDays(VALID_FROM[group], chance.upTo(VALID_DAYS[group])),
      },
    };
  });
}

function groupAt(at: number): Group {
  let left = (at * 37) % 100;
  for (const [group, share] of SHARES) {
    if (left < share) return group;
    left -= share;
  }
  return "other";
}
