import fc from "fast-check";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { type Snapshot, snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import { boardView } from "../../../../apps-script/domain/views/board";
import { deskView } from "../../../../apps-script/domain/views/desk";
import { numberRuns } from "../../../../apps-script/domain/views/papers/number-runs";
import type { Slip } from "../../../../apps-script/domain/views/papers/paper";
import { bookOf } from "../../../support/books";
import { livedTabs } from "../../../support/counted-workbook";
import { cellsUnder, onePart, printed, tablesOf, textsOn } from "../../../support/printed";

const CLASS = "再培训班第三期";
const TODAY = "2024-05-14";
const [FIRST, SECOND, THIRD] = ["B2024-00001", "B2024-00002", "B2024-00003"];
const person = { unit: "甲矿", kind: "再培训", class: CLASS, reportedInOn: TODAY } as const;
const roster = [
  { ...person, name: "赵一" },
  { ...person, name: "钱二" },
  { ...person, name: "孙三", kind: "初培" as const, unit: "乙矿有限公司" },
];
const units = [
  { name: "甲矿有限公司", aliases: "甲矿", creditCode: "91370612MA3T0XY054", email: "kj@jia.example" },
  { name: "乙矿有限公司" },
];
const bookWith = (payments: Parameters<typeof bookOf>[0] & object): Snapshot => bookOf({ roster, units, ...payments });

const slipsOf = (book: Snapshot, question = {}, today = TODAY): readonly Slip[] =>
  onePart(printed("receipt", book, today, question)).blocks.flatMap((block) => (block.kind === "slips" ? block.slips : []));

const said = ({ facts }: Slip): Record<string, unknown> => Object.fromEntries(facts.map(({ label, value }) => [label, value]));

const sum = (cells: readonly unknown[]): number => cells.reduce((all: number, cell) => all + Number(cell ?? 0), 0);

describe("收据", () => {
  const book = bookWith({
    settings: { centreName: "中心" },
    payments: [
      { id: "F00001", day: TODAY, amount: 300, method: "现金", payer: "赵一", shares: FIRST, receipt: "0012", clerk: "前台" },
      { id: "F00002", day: TODAY, amount: 900.5, method: "微信", payer: "甲矿", shares: `${SECOND}=300、${THIRD}=600` },
      { id: "F00003", day: TODAY, amount: -100, method: "现金", shares: FIRST, refundOf: "F00001" },
      { id: "F00004", day: TODAY, amount: 300, method: "POS机", shares: SECOND },
      { id: "F00005", day: "2024-05-13", amount: 300, method: "现金", shares: SECOND },
    ],
  });

  test("has a part that stays and one for who paid, with the same on both", () => {
    const slips = slipsOf(book, { payments: "F00001" });
    expect(slips.map(({ title }) => title)).toEqual(["收据（存根）", "收据（交款人）"]);
    expect(slips[0]?.facts).toEqual(slips[1]?.facts);
    expect(slips[0] && said(slips[0])).toEqual({
      ...{ 流水号: "F00001", 票据号: "0012", 日期: TODAY, 交款人: "赵一", 收费项目: "再培训费", 学员: "赵一" },
      ...{ 金额大写: "叁佰元整", 金额小写: 300, 方式: "现金", "收款单位（盖章）": "中心", 经手人: "前台" },
    });
  });

  test("of a payment for several kinds says what is for which, and what is nobody's", () => {
    const [slip] = slipsOf(book, { payments: "F00002" });
    expect(slip && said(slip)).toMatchObject({
      ...{ 交款人: "甲矿", 收费项目: "再培训费300、培训费600、预收培训费0.5", 学员: "钱二、孙三", 票据号: null },
      ...{ 金额大写: "玖佰元零伍角整", 金额小写: 900.5 },
    });
  });

  test("of a day is for what came that day, and says what has none", () => {
    const numbers = (question = {}): unknown[] => slipsOf(book, question).map((slip) => said(slip).流水号);
    expect(numbers()).toEqual(["F00001", "F00001", "F00002", "F00002"]);
    expect(numbers({ from: "5月13日", to: "5月13日" })).toEqual(["F00005", "F00005"]);
    expect(numbers({ class: "再三" })).toEqual(["F00005", "F00005", "F00001", "F00001", "F00002", "F00002"]);
    expect(numbers({ to: "5月13日" })).toEqual(["F00005", "F00005"]);
    const paper = printed("receipt", book, TODAY);
    expect(paper.name).toBe("2024年5月14日-收据");
    expect(paper.leftOut).toEqual(["F00003是退款，没有收据", "F00004没有计入：金额看不懂，或是刷卡"]);
    expect(paper.people).toBe(3);
  });

  test("with many people names some and how many", () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...person, name: `某${at}` }));
    const payments = [{ id: "F00001", day: TODAY, amount: 9000, method: "转账" as const, payer: "甲矿", shares: "甲矿" }];
    const [slip] = slipsOf(bookOf({ roster: many, units, payments }));
    expect(slip && said(slip).学员).toBe("某0、某1、某2、某3、某4、某5等30人");
  });
});

describe.each([
  [1, "2024-05-15"],
  [4, "2024-03-26"],
  [7, "2024-11-20"],
])("the money of lived workbook %i on %s", (seed, today) => {
  const book = snapshotOf(livedTabs(seed, 70, today));
  const context = contextOf(book, today);
  const { money } = boardView(book, context);

  test("收费汇总 is the till of the views, by day and by method", () => {
    const part = onePart(printed("takings", book, today));
    const [byMethod, byDay] = tablesOf(part);
    const rows = (byDay?.rows ?? []).filter((row) => row[1] !== "当天小计");
    const shown = rows.map(([day, method, count, amount]) => [day, method, count, amount]);
    expect(shown).toEqual(
      money.byDay.flatMap(({ day, byMethod: own }) =>
        own.map(({ method, amount, payments }) => [day ?? "日期不明", method, payments.length, amount]),
      ),
    );
    expect(byMethod?.rows.map(([method, , amount]) => [method, amount])).toEqual(
      money.byMethod.map(({ method, amount }) => [method, amount]),
    );
    const total = money.byMethod.reduce((all, { amount }) => all + Math.round(amount * 100), 0) / 100;
    expect([byDay?.total?.[3], byMethod?.total?.[2]]).toEqual([total, total]);
    expect(printed("takings", book, today).leftOut).toHaveLength(money.uncounted.length);
  });

  test("收费汇总 of a day is the till of that day", () => {
    const name = String(book.plan[0]?.name);
    const till = deskView(book, context, { class: name })?.till;
    const part = onePart(printed("takings", book, today, { from: today, to: today }));
    expect(tablesOf(part)[0]?.rows.map(([method, count, amount]) => [method, count, amount])).toEqual(
      till?.byMethod.map(({ method, amount, payments }) => [method, payments.length, amount]),
    );
    expect(tablesOf(part)[0]?.total?.[2]).toBe(till?.total);
  });

  test("收据 of all payments come to what came in, less what is no payment", () => {
    const days = money.byDay.flatMap(({ day }) => (day === null ? [] : [day]));
    const slips = days.flatMap((day) => slipsOf(book, { from: day, to: day }, today));
    const came = slips.filter(({ title }) => title.includes("存根")).map((slip) => said(slip).金额小写);
    const refunded = book.payments.filter(({ amount, method }) => Number(amount) < 0 && method !== "POS机");
    const aside = book.repeated.filter(({ table }) => table === "payments").flatMap(({ rows }) => rows);
    const back = [...refunded, ...aside.filter(({ amount }) => Number(amount) < 0)];
    expect(sum(came) + sum(back.map(({ amount }) => amount))).toBeCloseTo(sum(money.byMethod.map(({ amount }) => amount)));
  });

  test("开票清单 has the same money by title and by person, and nobody's invoice twice", () => {
    const paper = printed("invoices", book, today);
    const [titles, people] = paper.parts.flatMap(tablesOf);
    expect(sum(titles?.rows.map((row) => row[4]) ?? [])).toBeCloseTo(Number(titles?.total?.[4]));
    expect(sum(people?.rows.map((row) => row[4]) ?? [])).toBeCloseTo(Number(titles?.total?.[4]));
    const names = titles?.rows.map(([title]) => title) ?? [];
    expect(new Set(names).size).toBe(names.length);
    expect(titles?.total?.[3]).toBe(paper.people);
  });
});

test("开票清单 has the unit's number and mail, less what went back, and nothing that has its invoice", () => {
  const book = bookWith({
    payments: [
      { id: "F00001", day: TODAY, amount: 600, method: "微信", payer: "甲矿", shares: `${FIRST}、${SECOND}` },
      { id: "F00002", day: TODAY, amount: -100, method: "微信", payer: "甲矿", shares: FIRST, refundOf: "F00001" },
      { id: "F00003", day: TODAY, amount: 600, method: "现金", shares: THIRD },
      { id: "F00004", day: TODAY, amount: 300, method: "现金", payer: "甲矿", shares: FIRST, invoiced: "是" },
      { id: "F00005", day: TODAY, amount: 300, method: "现金", payer: "甲矿", shares: FIRST, invoice: "24370001" },
    ],
  });
  const rows = (question = {}) => printed("invoices", book, TODAY, question).parts.flatMap(tablesOf)[0]?.rows;
  expect(rows()).toEqual([
    ["乙矿有限公司", null, "培训费", 1, 600, null, "F00003", null],
    ["甲矿有限公司", "91370612MA3T0XY054", "再培训费", 2, 500, "kj@jia.example", "F00001", null],
  ]);
  expect(rows({ unit: "甲矿" })?.map(([title]) => title)).toEqual(["甲矿有限公司"]);
  expect(rows({ class: "再二" })).toEqual([]);
  const people = printed("invoices", book, TODAY, { unit: "甲矿" }).parts.flatMap(tablesOf)[1]?.rows;
  expect(people?.map(([, name, , item, amount]) => [name, item, amount])).toEqual([
    ["赵一", "再培训费", 200],
    ["钱二", "再培训费", 300],
  ]);
});

test("开票清单 names the payments of a title in one place when they are many", () => {
  const numbers = Array.from({ length: 40 }, (_, at) => `F0${at * 3}`);
  const payments = numbers.map((id) => ({ id, day: TODAY, amount: 300, method: "现金" as const, payer: "甲矿", shares: FIRST }));
  const [titles, people] = printed("invoices", bookWith({ payments }), TODAY).parts.flatMap(tablesOf);
  expect(titles?.rows.map((row) => row[6])).toEqual(["40笔，见人员明细"]);
  expect(people?.rows.map((row) => row[5])).toEqual([...numbers].sort());
});

test("no paper charges for an exam", () => {
  const book = snapshotOf(livedTabs(2, 40, TODAY));
  for (const id of ["receipt", "invoices", "takings"]) expect(textsOn(printed(id, book, TODAY)).join("")).not.toContain("考试费");
});

test("收费汇总 says the numbers of receipts, and which payments have none", () => {
  const paid = (id: string, receipt: string | null) => ({ id, day: TODAY, amount: 300, method: "现金" as const, receipt });
  const book = bookOf({
    payments: [paid("F00001", "0012"), paid("F00002", "0013"), paid("F00003", "0014"), paid("F00004", null)],
  });
  const part = onePart(printed("takings", book, TODAY));
  expect(cellsUnder("票据号", part)).toEqual(["0012至0014"]);
  expect(cellsUnder("没有票据号的", part)).toEqual(["F00004"]);
});

test("收费汇总 of several hundred receipts has no line higher than a page, and every number once", () => {
  const receipts = Array.from({ length: 300 }, (_, at) => `N${String(at * 2).padStart(5, "0")}`);
  const payments = receipts.map((receipt, at) => ({ id: `F${at}`, day: TODAY, amount: 300, method: "现金" as const, receipt }));
  const cells = cellsUnder("票据号", onePart(printed("takings", bookOf({ payments }), TODAY))).map((cell) =>
    String(cell).split("、"),
  );
  expect(cells.flat()).toEqual(receipts);
  expect(Math.max(...cells.map(({ length }) => length))).toBeLessThanOrEqual(20);
});

test("收费汇总 of some days names what has no day", () => {
  const payments = [null, "见单据", "2024-05-02"].map((day, at) => ({
    id: `F0000${at}`,
    day,
    amount: 300,
    method: "现金" as const,
  }));
  const book = bookOf({ payments });
  expect(printed("takings", book, TODAY, { from: "5月1日" }).leftOut).toEqual([
    "F00000没有列入：日期空着",
    "F00001没有列入：日期“见单据”看不懂",
  ]);
  expect(printed("takings", book, TODAY).leftOut).toEqual([]);
});

test.each([
  [[], ""],
  [["7"], "7"],
  [["0012", "0013"], "0012、0013"],
  [["0014", "0012", "0013"], "0012至0014"],
  [["9", "10", "11"], "9、10、11"],
  [["A009", "A010", "A011", "A013", "B1"], "A009至A011、A013、B1"],
  [["无号", "无号", "收1", "收2", "收3"], "收1至收3、无号"],
])("receipts %j are %s", (numbers, words) => {
  expect(numberRuns(numbers)).toBe(words);
});

test("every number of a run is in it, and no other", () => {
  const digits = fc.integer({ min: 1, max: 60 }).map((number) => `F${String(number).padStart(5, "0")}`);
  fc.assert(
    fc.property(fc.array(digits), (numbers) => {
      const shown = numberRuns(numbers)
        .split("、")
        .flatMap((part) => {
          const [first = "", last = first] = part.split("至");
          const [from, to] = [Number(first.slice(1)), Number(last.slice(1))];
          return Array.from({ length: first === "" ? 0 : to - from + 1 }, (_, at) => `F${String(from + at).padStart(5, "0")}`);
        });
      expect(shown).toEqual([...new Set(numbers)].sort());
    }),
  );
});
