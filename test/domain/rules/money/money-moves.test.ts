import { fees } from "../../../../apps-script/domain/rules/money/fees";
import { movesOf } from "../../../../apps-script/domain/rules/money/moves";
import type { Enrolment } from "../../../../apps-script/domain/schema/roster";
import type { Payment } from "../../../../apps-script/domain/schema/tables";
import { bookOf } from "../../../support/books";
import { findingOf, runOn } from "../../../support/running";

const today = "2024-03-01";
const [A, B, C] = ["B2024-00001", "B2024-00002", "B2024-00003"];
const person: Partial<Enrolment> = {
  name: "王某",
  person: "P00001",
  post: "主要负责人",
  kind: "再培训",
  validUntil: "2024-06-20",
};
const moved: Partial<Enrolment> = { ...person, state: "转班" };

function run(roster: readonly Partial<Enrolment>[], payments: readonly Partial<Payment>[] = [{ amount: 300, shares: A }]) {
  const rows = payments.map((one, at) => ({ id: `F0000${at + 1}`, method: "现金", ...one }));
  const ran = runOn(fees, bookOf({ roster, payments: rows }), today);
  return { ran, codes: ran.codes, money: ran.after.roster.map((row) => [row.feeDue, row.feePaid, row.feeState]) };
}

const gone = [null, null, "已转出"];

test.each<[string, Partial<Enrolment>[], unknown[][], string[]]>([
  ["a change of class", [moved, person], [gone, [300, 300, "已缴"]], []],
  [
    "known by the id",
    [
      { ...moved, person: null, idNumber: "379999198501010015" },
      { ...person, person: null, idNumber: "379999198501010015" },
    ],
    [gone, [300, 300, "已缴"]],
    [],
  ],
  ["twice", [moved, moved, person], [gone, gone, [300, 300, "已缴"]], []],
  ["and passed", [moved, { ...person, exam: "合格" }], [gone, [300, 300, "已缴"]], []],
  ["and given up: asked about there", [moved, { ...person, state: "取消" }], [gone, [null, 300, "余款待定"]], ["F13"]],
  ["to a dearer kind", [moved, { ...person, kind: "初培" }], [gone, [600, 300, "部分"]], []],
  [
    "the debt goes along",
    [
      { ...moved, reportedInOn: "2024-02-26" },
      { ...person, agreedFee: 400, state: "离职" },
    ],
    [gone, [400, 300, "部分"]],
    ["F13"],
  ],
  [
    "another person's",
    [moved, { ...person, person: "P00002" }],
    [
      [null, 300, "余款待定"],
      [300, 0, "未缴"],
    ],
    ["F13"],
  ],
  [
    "another post",
    [moved, { ...person, post: "安全生产管理人员" }],
    [
      [null, 300, "余款待定"],
      [300, 0, "未缴"],
    ],
    ["F13"],
  ],
  [
    "two new ones: asked",
    [moved, person, person],
    [
      [null, 300, "余款待定"],
      [300, 0, "未缴"],
      [300, 0, "未缴"],
    ],
    ["F16"],
  ],
  [
    "two new ones, one given up",
    [moved, { ...person, state: "取消" }, person],
    [gone, [null, null, null], [300, 300, "已缴"]],
    [],
  ],
  ["two new ones, one passed", [moved, { ...person, exam: "合格" }, person], [gone, [300, 300, "已缴"], [300, 0, "未缴"]], []],
  [
    "answered before the new one came",
    [{ ...moved, moneyAnswer: "不退" }, person],
    [
      [null, 300, "不退"],
      [300, 0, "未缴"],
    ],
    [],
  ],
])("转班: %s", (_name, roster, money, codes) => {
  expect(run(roster)).toMatchObject({ money, codes });
});

test("the new enrolment may stand above the old one", () => {
  expect(run([person, moved], [{ amount: 300, shares: B }]).money).toEqual([[300, 300, "已缴"], gone]);
});

test("no payment is rewritten, and nobody pays twice", () => {
  const { ran } = run([moved, person]);
  expect(ran.outcome.cells.filter(({ table }) => table === "payments")).toEqual([]);
  expect(ran.outcome.rows).toEqual([]);
  expect(ran.outcome.summary).toMatchObject({ due: 300, paid: 300, open: 0, expected: 0 });
  expect(ran.outcome.cells.find(({ row, column }) => row === B && column === "feePaid")?.reason).toBe(
    "按缴费表，B2024-00001交的钱转到这里",
  );
});

test("a payment that names the old number counts for the new one, whatever else it names", () => {
  const other: Partial<Enrolment> = { ...person, name: "李某", person: "P00002" };
  expect(run([moved, person, other], [{ amount: 600, shares: `${A}、${C}` }]).money).toEqual([
    gone,
    [300, 300, "已缴"],
    [300, 300, "已缴"],
  ]);
});

test("several new enrolments are named", () => {
  expect(findingOf(run([moved, person, person]).ran, "F16").message).toBe(
    "王某（B2024-00001）交的300元要随人转走，新的报名有2个：王某（B2024-00002）、王某（B2024-00003），暂不转。",
  );
});

describe("留作下次", () => {
  const kept: Partial<Enrolment> = { ...person, state: "取消", moneyAnswer: "留作下次" };
  test.each<[string, Partial<Enrolment>[], unknown[][], string[]]>([
    ["named until it is used", [kept], [[null, 300, "留作下次"]], ["F15"]],
    ["used by the next enrolment", [kept, person], [gone, [300, 300, "已缴"]], []],
    [
      "not by an earlier one",
      [person, { ...kept }],
      [
        [300, 0, "未缴"],
        [null, 300, "留作下次"],
      ],
      ["F15"],
    ],
    [
      "not by one that was given up",
      [kept, { ...person, state: "取消" }],
      [
        [null, 300, "留作下次"],
        [null, null, null],
      ],
      ["F15"],
    ],
    [
      "not by somebody else's",
      [kept, { ...person, person: "P00002" }],
      [
        [null, 300, "留作下次"],
        [300, 0, "未缴"],
      ],
      ["F15"],
    ],
    [
      "asked when two may use it",
      [kept, person, person],
      [
        [null, 300, "留作下次"],
        [300, 0, "未缴"],
        [300, 0, "未缴"],
      ],
      ["F16"],
    ],
  ])("%s", (_name, roster, money, codes) => {
    const own = roster[0]?.state === "取消" ? A : B;
    expect(run(roster, [{ amount: 300, shares: own }])).toMatchObject({ money, codes });
  });
});

test("where enrolments went is the same in any order", () => {
  const book = bookOf({ roster: [moved, { ...moved }, person, { ...person, post: "安全生产管理人员" }] });
  const [a, b, c] = [movesOf(book.roster), movesOf([...book.roster].reverse()), movesOf([...book.roster].sort(() => -1))];
  expect([...a.to]).toEqual([
    [A, C],
    [B, C],
  ]);
  expect([...b.to, ...c.to]).toEqual([...a.to, ...a.to]);
});
