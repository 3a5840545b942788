import { fees } from "../../../../apps-script/domain/rules/money/fees";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Payment, Unit } from "../../../../apps-script/domain/schema/tables";
import { bookOf } from "../../../support/books";
import { runOn } from "../../../support/running";

const today = "2024-03-01";
const key = (at: number): string => `B2024-${String(at).padStart(5, "0")}`;
const units: readonly Partial<Unit>[] = [{ name: "甲矿业有限公司", aliases: "甲矿" }, { name: "乙矿业有限公司" }];
const person = (name: string, unit: string, more: Partial<Enrolment> = {}): Partial<Enrolment> => ({
  name,
  unit,
  kind: "再培训",
  validUntil: "2024-06-20",
  ...more,
});
const roster: readonly Partial<Enrolment>[] = [
  person("赵一", "甲矿业有限公司", { idNumber: "379999198501010015" }),
  person("钱二", "甲矿业有限公司", { mobile: "19900001234" }),
  person("赵一", "乙矿业有限公司", { idNumber: "379999198501010023" }),
  person("孙三", "乙矿业有限公司", { mobile: "19900001200" }),
  person("李四", "乙矿业有限公司", { state: "取消" }),
];

function run(shares: string, amount = 900, more: readonly Partial<Payment>[] = [], people = roster) {
  const payments = [...more, { amount, shares, day: "2024-02-20" }].map((row, at) => ({
    id: `F0000${at + 1}`,
    method: "现金",
    payer: "甲矿",
    ...row,
  }));
  const ran = runOn(fees, bookOf({ roster: people, payments, units }), today);
  const said = ran.outcome.findings.filter(({ table, row }) => table === "payments" && row === `F0000${payments.length}`);
  return {
    paid: ran.after.roster.map(({ feePaid }) => feePaid ?? 0),
    left: ran.after.payments[payments.length - 1]?.unshared ?? 0,
    said: said.filter(({ code }) => code !== "F07").map(({ code, message }) => `${code} ${message}`),
  };
}

const F18 = (what: string): string => `F18 缴费 F00001（甲矿）的“分摊到”：${what}。`;
const F19 = (what: string): string => `F19 缴费 F00001（甲矿）的“分摊到”：${what}。`;

test.each<[string, string, number, number[], number, string[]]>([
  ["a number says nothing", key(2), 300, [0, 300, 0, 0, 0], 0, []],
  ["a name", "钱二", 300, [0, 300, 0, 0, 0], 0, [F18(`“钱二”是钱二（${key(2)}）`)]],
  ["too much for a name shows", "钱二", 400, [0, 400, 0, 0, 0], 0, [F18(`“钱二”是钱二（${key(2)}）`)]],
  [
    "a name and an amount",
    "钱二=200",
    300,
    [0, 200, 0, 0, 0],
    100,
    [expect.stringMatching(/^F05/), F18(`“钱二”是钱二（${key(2)}）`)],
  ],
  ["name and unit", "赵一+乙矿业有限公司", 300, [0, 0, 300, 0, 0], 0, [F18(`“赵一+乙矿业有限公司”是赵一（${key(3)}）`)]],
  ["name and alias in brackets", "赵一（甲矿）", 300, [300, 0, 0, 0, 0], 0, [F18(`“赵一(甲矿)”是赵一（${key(1)}）`)]],
  ["the last digits of an id", "0023", 300, [0, 0, 300, 0, 0], 0, [F18(`“0023”是赵一（${key(3)}）`)]],
  ["of a mobile, with an amount", "1234=200、0015", 300, [100, 200, 0, 0, 0], 0, [expect.stringMatching(/^F18/)]],
  ["a name with them", "赵一0015", 300, [300, 0, 0, 0, 0], 0, [F18(`“赵一0015”是赵一（${key(1)}）`)]],
  ["a name with them in brackets", "赵一(0023)", 300, [0, 0, 300, 0, 0], 0, [F18(`“赵一(0023)”是赵一（${key(3)}）`)]],
  ["a name with another one's", "钱二(0023)", 300, [0, 0, 0, 0, 0], 300, [expect.stringMatching(/^F\d\d/)]],
  [
    "round digits may be an amount",
    "甲矿 1200",
    300,
    [300, 0, 0, 0, 0],
    0,
    [expect.stringMatching(/^F18/), expect.stringContaining("“1200”有1个")],
  ],
  ["unit before the name", "甲矿/赵一", 300, [300, 0, 0, 0, 0], 0, [F18(`“甲矿/赵一”是赵一（${key(1)}）`)]],
  [
    "a unit by its alias: who owes, in order",
    "甲矿",
    500,
    [300, 200, 0, 0, 0],
    0,
    [F18(`“甲矿”是甲矿业有限公司，欠费的2人：赵一（${key(1)}）、钱二（${key(2)}）`)],
  ],
  [
    "a unit by its full name; who gave up is not asked, and the rest stays",
    "乙矿业有限公司",
    900,
    [0, 0, 300, 300, 0],
    300,
    [F18(`“乙矿业有限公司”欠费的2人：赵一（${key(3)}）、孙三（${key(4)}）`)],
  ],
  [
    "a unit and an amount beside a person",
    "乙矿业有限公司=300、钱二",
    600,
    [0, 300, 300, 0, 0],
    0,
    [F18(`“乙矿业有限公司”欠费的2人：赵一（${key(3)}）、孙三（${key(4)}）；“钱二”是钱二（${key(2)}）`).replace("=300", "=300")],
  ],
  [
    "a range",
    `${key(2)}~${key(5)}`,
    900,
    [0, 300, 300, 300, 0],
    0,
    [F18(`“${key(2)}~${key(5)}”欠费的3人：钱二（${key(2)}）、赵一（${key(3)}）、孙三（${key(4)}）`)],
  ],
  ["a range as people write it", `${key(2)} 至 4`, 900, [0, 300, 300, 300, 0], 0, [expect.stringMatching(/^F18 .*欠费的3人/)]],
  [
    "an amount beside a range says too little",
    `${key(2)}~${key(4)}=300`,
    900,
    [0, 0, 0, 0, 0],
    900,
    [expect.stringMatching(/^F11/), expect.stringMatching(/^F18/)],
  ],
  [
    "a name of two people: nobody is taken",
    "赵一",
    300,
    [0, 0, 0, 0, 0],
    300,
    [
      F19(
        `“赵一”有2个：赵一（${key(1)}，甲矿业有限公司，证件****0015）、赵一（${key(3)}，乙矿业有限公司，证件****0023），没有分摊`,
      ),
    ],
  ],
  ["the others of the list are", `赵一、${key(4)}`, 600, [0, 0, 0, 300, 0], 300, [expect.stringMatching(/^F19/)]],
  ["like a unit", "甲矿业", 300, [0, 0, 0, 0, 0], 300, [F19("“甲矿业”是不是“甲矿业有限公司”，没有分摊")]],
  [
    "nobody",
    "周五",
    300,
    [0, 0, 0, 0, 0],
    300,
    ["F04 缴费 F00001（甲矿）的“分摊到”里“周五”不是名册中的报名编号、姓名或单位，或编号重复。"],
  ],
])("%s", (_name, shares, amount, paid, left, said) => {
  const result = run(shares, amount);
  expect({ ...result, said: [...result.said].sort() }).toEqual({ paid, left, said });
});

test("a unit whose people have paid", () => {
  const before = [{ amount: 600, shares: "甲矿", day: "2024-01-10" }];
  const { paid, left, said } = run("甲矿", 300, before);
  expect([paid, left]).toEqual([[300, 300, 0, 0, 0], 300]);
  expect(said).toEqual([expect.stringContaining("“甲矿”是甲矿业有限公司，现在没有人欠费")]);
});

test("a refund goes back to a person, never to a group", () => {
  const before = [{ amount: 300, shares: "孙三", day: "2024-01-10" }];
  expect(run("乙矿业有限公司", -300, before)).toMatchObject({ paid: [0, 0, 0, 300, 0], left: -300 });
  expect(run("孙三", -300, before)).toMatchObject({ paid: [0, 0, 0, 0, 0], left: 0 });
});

test("of one person's enrolments the live one is meant; of several live ones none is taken", () => {
  const twice = (state: Enrolment["state"]) => [
    person("赵一", "甲矿业有限公司", { person: "P00001", post: "主要负责人", state }),
    person("赵一", "甲矿业有限公司", { person: "P00001", post: "安全生产管理人员" }),
  ];
  expect(run("赵一", 300, [], twice("取消")).paid).toEqual([0, 300]);
  expect(run("赵一", 300, [], twice(null))).toMatchObject({ paid: [0, 0], left: 300 });
});
