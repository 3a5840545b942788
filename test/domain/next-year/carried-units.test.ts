import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { again, person } from "./carried-twice";
import { oldBook } from "./rolled";

const UNIT = "安生矿业";
const before = { roster: [person(0)], units: [{ name: UNIT, aliases: "安生", contact: "王某", phone: "13900000000" }] };

type Parts = Parameters<typeof oldBook>[0]["units"];
const withUnits =
  (...units: NonNullable<Parts>) =>
  (book: Snapshot): Snapshot => ({ ...book, units: oldBook({ units }).units });
const shown = ({ units }: Snapshot): string[] =>
  units.map(({ name, aliases, contact, phone }) => [name, aliases, contact, phone].join(" "));

describe("单位 of the old book after the first carry-over", () => {
  test.each<[string, NonNullable<Parts>, NonNullable<Parts> | null, string[], string[]]>([
    [
      "a contact that changed there is taken",
      [{ ...before.units[0], contact: "李某" }],
      null,
      [`${UNIT} 安生 李某 13900000000`],
      [],
    ],
    [
      "an alias that was added there is taken",
      [{ ...before.units[0], aliases: "安生、安生石料" }],
      null,
      [`${UNIT} 安生、安生石料 王某 13900000000`],
      [],
    ],
    [
      "what was typed in the new book stays",
      [{ ...before.units[0] }],
      [{ ...before.units[0], phone: "13911111111" }],
      [`${UNIT} 安生 王某 13911111111`],
      [],
    ],
    [
      "where both changed, staff are told",
      [{ ...before.units[0], contact: "李某" }],
      [{ ...before.units[0], contact: "周某" }],
      [`${UNIT} 安生 周某 13900000000`],
      [`Y01 ${UNIT}的联系人，上年的工作簿里现在是“李某”，本年度填的是“周某”，没有改动。`],
    ],
    [
      "a new unit goes along",
      [{ ...before.units[0] }, { name: "新矿", contact: "孙某" }],
      null,
      [`${UNIT} 安生 王某 13900000000`, "新矿  孙某 "],
      [],
    ],
    [
      "a new unit that is in both gets what is empty here",
      [{ ...before.units[0] }, { name: "新矿", contact: "孙某", phone: "1" }],
      [{ ...before.units[0] }, { name: "新矿", contact: "吴某" }],
      [`${UNIT} 安生 王某 13900000000`, "新矿  吴某 1"],
      ["Y01 新矿的联系人，上年的工作簿里现在是“孙某”，本年度填的是“吴某”，没有改动。"],
    ],
    [
      "one that has another name by now keeps its row",
      [{ ...before.units[0], name: "安生集团", aliases: `安生、${UNIT}` }],
      null,
      [`安生集团 安生、${UNIT} 王某 13900000000`],
      [],
    ],
    ["a unit that staff took away in the new book stays away", [{ ...before.units[0], contact: "李某" }], [], [], []],
  ])("%s, and the next time nothing is new", (_name, old, typed, wanted, told) => {
    const next = typed === null ? (book: Snapshot) => book : withUnits(...typed);
    const { after, third, findings } = again({ before, later: withUnits(...old), typed: next });
    expect(shown(after)).toEqual(wanted);
    expect(findings).toEqual(told);
    expect([third.cells, third.rows, third.findings]).toEqual([[], [], []]);
  });
});
