import { withChanges } from "../../../apps-script/domain/changes/advance";
import { isBlocked } from "../../../apps-script/domain/exchange/chosen-units";
import { type ExportOptions, exportOperation } from "../../../apps-script/domain/exchange/export";
import { sentHash, unpackBase } from "../../../apps-script/domain/exchange/identity";
import { rowIdParts } from "../../../apps-script/domain/exchange/row-id";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { type BookParts, bookOf as plainBook, sealerOf } from "../../support/books";
import { decisions, reordered } from "../../support/running";
import { idOf } from "../merge/lists";

const TODAY = "2024-03-12";
const bookOf = (parts: BookParts): Snapshot => plainBook({ keys: ["w1"], ...parts });
const JIA = "甲矿业有限公司";
const YI = "乙矿业有限公司";

function send(book: Snapshot, options: ExportOptions = {}) {
  const operation = exportOperation({ sentAt: "2024-03-12T09:00:00+08:00", ...options });
  const decision = operation.decide(book, contextOf(book, TODAY));
  return { decision, ...decision.report, after: withChanges(book, decision) };
}

const person = (serial: number, unit: string | null, more: Partial<Enrolment> = {}): Partial<Enrolment> => ({
  ...{ person: `P${String(serial).padStart(5, "0")}`, name: `某${"甲乙丙丁戊己庚辛"[serial % 8]}`, idType: "居民身份证" },
  ...{ idNumber: idOf(serial), mobile: `199000000${String(serial).padStart(2, "0")}`, unit, post: "主要负责人" },
  ...{ education: "大专", kind: "再培训", validUntil: "2024-06-15", ...more },
});

const units: BookParts["units"] = [{ name: JIA, aliases: "甲矿、甲矿业" }, { name: YI }];
const twoUnits = bookOf({ units, roster: [person(1, JIA), person(2, YI), person(3, "甲矿"), person(4, "甲矿业（有限公司）")] });

function edit(book: Snapshot, key: string, change: Partial<Enrolment>): Snapshot {
  return { ...book, roster: book.roster.map((row) => (row.key === key ? { ...row, ...change } : row)) };
}

describe("whose people", () => {
  it("sends each unit those who have its full name or an alias, and lists names that are no unit's", () => {
    const { files, decision } = send(twoUnits);
    expect(files.map(({ unit, rows }) => [unit, rows.map(({ enrolment }) => enrolment)])).toEqual([
      [YI, ["B2024-00002"]],
      [JIA, ["B2024-00001", "B2024-00003"]],
    ]);
    expect(decision.findings.map(({ code, row, message }) => [code, row, message])).toEqual([
      [
        "X01",
        "B2024-00004",
        `名册里有1人的工作单位写的是“甲矿业（有限公司）”，“单位”表里没有这个全称或别名，没有导出；相近的有“${JIA}”。`,
      ],
    ]);
  });

  it.each([
    ["  甲矿业有限公司 ", JIA],
    ["甲矿业有限公司", JIA],
    ["甲矿业", JIA],
    ["甲矿业有限责任公司", null],
    ["丙矿", null],
    ["共用", null],
    [null, null],
  ])("%j belongs to %j", (written, owner) => {
    const book = bookOf({
      units: [
        { name: JIA, aliases: "甲矿业、共用" },
        { name: YI, aliases: "共用" },
      ],
      roster: [person(1, written)],
    });
    const { files, decision } = send(book);
    expect(files.map(({ unit }) => unit)).toEqual(owner === null ? [] : [owner]);
    expect(decision.findings.length).toBe(owner === null ? 1 : 0);
  });

  it("sends the chosen units only, by name or alias, also one that has nobody yet", () => {
    const book = bookOf({ units: [...units, { name: "丙矿" }], roster: [person(1, JIA), person(2, YI)] });
    expect(send(book, { units: ["甲矿", JIA] }).files.map(({ unit }) => unit)).toEqual([JIA]);
    expect(send(book, { units: ["丙矿"] }).files.map(({ unit, rows }) => [unit, rows.length])).toEqual([["丙矿", 0]]);
    const none = send(book, { units: ["丁矿"] });
    expect(isBlocked(none.decision)).toBe(true);
    expect([none.files, none.decision.cells, none.decision.rows]).toEqual([[], [], []]);
  });

  it("decides the same whatever the order of rows", () => {
    const first = send(twoUnits);
    const other = send(reordered(twoUnits, ["roster", "units", "settings"], 7));
    expect(decisions(other.decision)).toEqual(decisions(first.decision));
    expect(other.files).toEqual(first.files);
  });
});

describe("exchange and generation", () => {
  it("gives every unit a number, and writes 往来 and 底稿 with what was sent", () => {
    const { files, after } = send(twoUnits);
    const [yi, jia] = files;
    expect(yi?.identity).toMatchObject({ exchange: "X00001", generation: 1, workbook: "w1", rows: 1 });
    expect(jia?.identity).toMatchObject({ exchange: "X00002", generation: 1, rows: 2 });
    expect(after.settings.find(({ item }) => item === "工作簿编号")?.value).toBe("w1");
    expect(
      after.exchanges.map(({ exchange, unit, direction, generation, people }) => [exchange, unit, direction, generation, people]),
    ).toEqual([
      ["X00001", YI, "发出", 1, 1],
      ["X00002", JIA, "发出", 1, 2],
    ]);
    const bases = after.bases.filter(({ exchange }) => exchange === "X00002");
    expect(bases.map(({ enrolment }) => enrolment)).toEqual(["B2024-00001", "B2024-00003"]);
    const sent = bases.map(({ enrolment, values }) => ({ enrolment: String(enrolment), values: unpackBase(values)?.values }));
    expect(sent[1]?.values).toMatchObject({ unit: "甲矿", idNumber: idOf(3), note: null });
    expect(sentHash(jia?.rows ?? [])).toBe(jia?.identity.hash);
    const marks = jia?.rows.map(({ rowId }) => rowIdParts(rowId));
    expect(marks).toEqual(
      ["B2024-00001", "B2024-00003"].map((enrolment) => {
        return { enrolment, exchange: "X00002", seal: sealerOf("w1").row("X00002", enrolment) };
      }),
    );
    if (jia) expect(jia.identity.seal).toBe(sealerOf("w1").file(jia.identity));
  });

  it("says that nothing changed, and changes nothing", () => {
    const again = send(send(twoUnits).after);
    expect([again.decision.cells, again.decision.rows]).toEqual([[], []]);
    expect(again.decision.summary).toEqual({ sent: 0, unchanged: 2 });
    expect(again.files.map(({ isNew, identity }) => [isNew, identity.generation])).toEqual([
      [false, 1],
      [false, 1],
    ]);
  });

  it("counts on where something that the unit reads has changed, and keeps only what changed", () => {
    const changed = edit(send(twoUnits).after, "B2024-00003", { class: "再培训班第三期" });
    const { files, decision, after } = send(changed);
    expect(files.map(({ isNew, identity }) => [isNew, identity.exchange, identity.generation])).toEqual([
      [false, "X00001", 1],
      [true, "X00002", 2],
    ]);
    expect(decision.rows.map(({ table, row }) => [table, row.split("·").slice(0, 3)])).toEqual([
      ["exchanges", ["X00002", "2", "发出"]],
      ["bases", ["X00002", "2", "B2024-00003"]],
    ]);
    expect(unpackBase(after.bases.at(-1)?.values ?? null)?.shown).toEqual({ class: "再培训班第三期" });
  });

  it("does not count on for what only the centre sees", () => {
    const changed = edit(send(twoUnits).after, "B2024-00003", { booking: "待审", slack: 3, card: "K1" });
    expect(send(changed).decision.summary).toEqual({ sent: 0, unchanged: 2 });
  });

  it("makes a new generation when forced, and goes on above what was taken back", () => {
    const sent = send(twoUnits).after;
    const back = { ...sent.exchanges[1], direction: "收回", generation: 4, key: "back", at: 9 } as Snapshot["exchanges"][number];
    const { files } = send({ ...sent, exchanges: [...sent.exchanges, back] }, { force: true, units: [JIA] });
    expect(files.map(({ isNew, identity }) => [isNew, identity.exchange, identity.generation])).toEqual([[true, "X00002", 5]]);
  });

  it("keeps the exchange of a unit that was renamed and has its old name as an alias", () => {
    const sent = send(twoUnits).after;
    const renamed = sent.units.map((unit) =>
      unit.name === YI ? { ...unit, name: "丙矿业有限公司", aliases: YI, key: "丙矿业有限公司" } : unit,
    );
    const { files } = send({ ...sent, units: renamed });
    expect(files.find(({ unit }) => unit === "丙矿业有限公司")?.identity).toMatchObject({ exchange: "X00001", generation: 2 });
  });

  it("uses rows of 底稿 again once no kept generation looks at them, and never grows beyond them", () => {
    let book = bookOf({ units: [{ name: JIA }], roster: [person(1, JIA), person(2, JIA)] });
    for (let round = 1; round <= 12; round += 1) {
      book = send(edit(book, "B2024-00001", { note: `第${round}次` })).after;
      const rows = book.bases.filter(({ enrolment }) => enrolment === "B2024-00001");
      const kept = rows.map(({ generation, values }) => [generation, unpackBase(values)?.values.note]);
      for (let generation = Math.max(1, round - 4); generation <= round; generation += 1) {
        expect(kept).toContainEqual([generation, `第${generation}次`]);
      }
      expect(rows.length).toBeLessThanOrEqual(6);
      expect(new Set(book.bases.map(({ key }) => key)).size).toBe(book.bases.length);
    }
    expect(book.bases.filter(({ enrolment }) => enrolment === "B2024-00002")).toHaveLength(1);
  });
});

it.each([
  ["nothing was sent since", 1, [2, true]],
  ["a later generation was sent since", 0, [1, false]],
])("sends a unit an answer that it is owed, where nothing changed and %s", (_what, sentBefore, expected) => {
  const first = send(twoUnits);
  const answered = send(first.after, { owed: [{ exchange: "X00001", sentBefore }] });
  const told = answered.files.map(({ identity, isNew }) => [identity.exchange, identity.generation, isNew]);
  expect(told).toEqual([
    ["X00001", ...expected],
    ["X00002", 1, false],
  ]);
  const again = send(answered.after, { owed: [{ exchange: "X00001", sentBefore }] });
  expect(again.files.map(({ isNew }) => isNew)).toEqual([false, false]);
});

test("a unit knows the classes that its file says, and no other unit's", () => {
  const book = bookOf({
    units,
    roster: [person(1, JIA, { class: "再培训班第二期" }), person(2, YI, { class: "再培训班第三期" })],
  });
  const told = ({ roster }: Snapshot) => roster.map(({ toldClass }) => toldClass);
  const first = send(book, { units: [JIA] }).after;
  expect(told(first)).toEqual(["再培训班第二期", null]);
  const moved = send(edit(first, "B2024-00001", { class: null })).after;
  expect(told(moved)).toEqual([null, "再培训班第三期"]);
});

describe("what a row says", () => {
  const noted = (more: Partial<Enrolment>) => {
    const [file] = send(bookOf({ units, roster: [person(1, JIA, more)] })).files;
    return file?.rows[0];
  };

  it.each<[string, Partial<Enrolment>, string, string]>([
    [
      "papers that are short",
      { missingPapers: "申报上传：缺推荐表（公章、签名指印）；报到：缺身份证原件" },
      "missingPapers",
      "推荐表（公章、签名指印）\n报到",
    ],
    ["a day that is none", { validUntil: "2024年6月" }, "validUntil", "2024年6月"],
    ["a missing day", { validUntil: null }, "validUntil", "还没有填写证件有效期"],
    ["a missing mobile", { mobile: null }, "mobile", "还没有填写手机号"],
    [
      "an id with a wrong check character",
      { idNumber: idOf(1).replace(/.$/, (last) => (last === "1" ? "2" : "1")) },
      "idNumber",
      "校验",
    ],
    ["an id that lost digits", { idNumber: 379999198001010000 }, "idNumber", "重新填写完整"],
  ])("notes %s at its cell", (_what, more, column, sentence) => {
    const row = noted(more);
    expect(Object.entries(row?.notes ?? {})).toEqual([[column, expect.stringContaining(sentence)]]);
  });

  it("notes nothing where nothing is wrong, and asks no day of 初培", () => {
    expect(noted({})?.notes).toEqual({});
    expect(noted({ kind: "初培", validUntil: null })?.notes).toEqual({});
  });

  it("says that an id lost its digits, and sends a number that is whole as text", () => {
    const row = noted({ idNumber: 379999198001010000, mobile: 19900000001 as unknown as string });
    expect([row?.values.idNumber, row?.values.mobile]).toEqual([379999198001010000, "19900000001"]);
  });
});

it("hands passwords over beside the change set, and only for the cards of the files", () => {
  const book = bookOf({
    units,
    roster: [person(1, JIA, { card: "K1" }), person(2, YI, { card: "K2" })],
    cards: [
      { number: "K1", password: "secret1", enrolment: "B2024-00001", state: "已领" },
      { number: "K2", password: "secret2", enrolment: "B2024-00002", state: "已领" },
    ],
  });
  const { files, passwords, decision } = send(book, { withCards: true, units: [JIA] });
  expect(files[0]?.cards?.map(({ number, name }) => [number, name])).toEqual([["K1", "某乙"]]);
  expect([...passwords]).toEqual([["K1", "secret1"]]);
  expect(JSON.stringify([decision, files])).not.toContain("secret");
  expect(send(book).passwords.size).toBe(0);
  expect(send(book).files[0]).not.toHaveProperty("cards");
});
