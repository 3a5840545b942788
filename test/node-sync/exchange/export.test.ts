import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import type { Common, Options } from "../../../node-sync/src/cli/command";
import { run } from "../../../node-sync/src/cli/commands/export";
import { perform } from "../../../node-sync/src/perform";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { bytesOf } from "../../support/hand-workbook";
import { SENT_CARDS, SENT_PEOPLE, SENT_UNITS, sentOffice } from "../../support/sent-office";

const TODAY = "2024-03-12";
let folder = "";
let book = "";
let out = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "anpei-export-"));
  book = join(folder, "名册.xlsx");
  out = join(folder, "发件");
  writeFileSync(book, await sentOffice());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Json {
  readonly run: string | null;
  readonly unchanged: number;
  readonly files: readonly {
    unit: string;
    file: string;
    exchange: string;
    generation: number;
    rows: number;
    setAside: string | null;
  }[];
}

async function exported(options: Options = {}, common: Partial<Common> = {}) {
  const report = await run({ book, sheet: null, today: TODAY, dryRun: false, json: true, ...common }, [], { out, ...options });
  return { json: report.json as Json, text: report.text, needsPerson: report.needsPerson };
}

async function change(key: string, column: "class" | "note", value: string): Promise<void> {
  const operation: Operation = {
    id: "run",
    title: "改",
    decide: ({ roster }) => {
      const changes = new OutcomeBuilder();
      changes.set("roster", roster.find((row) => row.key === key) as Enrolment, column, value);
      return changes.done();
    },
  };
  const head = { time: "2024-03-12T10:00:00+08:00", clerk: "前台", source: "命令行" } as const;
  await perform(new XlsxHost(book), operation, { today: TODAY, head });
}

const sent = (name: string): Buffer => readFileSync(join(out, name));
const names = (): string[] => readdirSync(out).sort();
const [JIA, YI] = SENT_UNITS.map((unit) => `${unit.replace("/", "_")}.xlsx`) as [string, string];

it("writes one file for each unit and says so in the books", async () => {
  const { json, text } = await exported();
  expect(json.files).toEqual([
    { unit: "丙/金矿", file: "丙_金矿.xlsx", exchange: "X00001", generation: 1, rows: 5, setAside: null },
    { unit: "乙矿业有限公司", file: YI, exchange: "X00002", generation: 1, rows: 5, setAside: null },
    { unit: "甲矿业有限公司", file: JIA, exchange: "X00003", generation: 1, rows: 5, setAside: null },
  ]);
  expect(text).toContain("导出 3 个文件。");
  expect(names()).toEqual(["丙_金矿.xlsx", YI, JIA].sort());
  expect(statSync(join(out, JIA)).mode & 0o777).toBe(0o600);
  const { exchanges, bases, runs } = snapshotOf(await new XlsxHost(book).read());
  expect(exchanges).toHaveLength(3);
  expect(bases).toHaveLength(15);
  expect(runs.at(-1)).toMatchObject({ id: json.run, action: "导出单位文件", state: "完成" });
});

it("holds nothing of anybody else in any part of any file", async () => {
  await exported();
  const texts = await Promise.all(names().map(async (name) => [name, await textOfParts(sent(name))] as const));
  const secrets = SENT_CARDS.map(({ password }) => String(password));
  for (const [name, text] of texts) {
    const own = SENT_PEOPLE.filter(({ unit }) => name.startsWith(String(unit).replace("/", "_")));
    for (const person of SENT_PEOPLE) {
      const found = [person.name, person.idNumber, person.mobile, person.certificate, person.id].map((word) =>
        text.includes(String(word)),
      );
      expect([name, person.name, found]).toEqual([name, person.name, Array(5).fill(own.includes(person))]);
    }
    for (const word of [...secrets, "联系人", "0379-600", "K88"])
      expect([name, word, text.includes(word)]).toEqual([name, word, false]);
    const others = SENT_UNITS.filter((unit) => !name.startsWith(unit.replace("/", "_")));
    for (const unit of others) expect(text).not.toContain(unit);
  }
});

it("brings own cards with their passwords when asked, and nobody else's", async () => {
  const { json } = await exported({ withCards: true });
  expect(json.files).toHaveLength(3);
  for (const name of names()) {
    const text = await textOfParts(sent(name));
    const own = SENT_PEOPLE.filter(({ unit }) => name.startsWith(String(unit).replace("/", "_"))).map(({ id }) => id);
    for (const { number, password, enrolment } of SENT_CARDS) {
      expect([text.includes(String(number)), text.includes(String(password))]).toEqual(
        Array(2).fill(own.includes(enrolment ?? null)),
      );
    }
  }
  expect(JSON.stringify(json)).not.toContain("pw");
  const workbook = [...(await bytesOf(readFileSync(book)))].filter(([part]) => !part.includes("sheet")).map(String);
  expect(workbook.join()).not.toContain("pwK");
  const { changeParts } = snapshotOf(await new XlsxHost(book).read());
  expect(JSON.stringify(changeParts)).not.toContain("pw88");
});

describe("a second time", () => {
  it("writes nothing when nothing changed, and says so", async () => {
    await exported();
    for (const name of names()) utimesSync(join(out, name), 1, 1);
    const before = readFileSync(book);
    const { json, text } = await exported();
    expect(json).toMatchObject({ run: null, files: [], unchanged: 3 });
    expect(text).toBe("没有变化：3 家单位的文件都是最新的，没有写任何文件。");
    expect(names().map((name) => statSync(join(out, name)).mtimeMs)).toEqual([1000, 1000, 1000]);
    expect(readFileSync(book).equals(before)).toBe(true);
  });

  it("writes the changed unit's file as its next generation", async () => {
    await exported();
    const before = sent(YI);
    await change("B2024-00001", "class", "再培训班第四期");
    const { json } = await exported();
    expect(json.files).toMatchObject([{ file: JIA, exchange: "X00003", generation: 2, rows: 5, setAside: null }]);
    expect(sent(YI).equals(before)).toBe(true);
  });

  it.each(["missing", "cut short"])("makes good a file that is %s as the same generation", async (fault) => {
    await exported();
    const before = sent(JIA);
    if (fault === "missing") rmSync(join(out, JIA));
    else writeFileSync(join(out, JIA), before.subarray(0, 5000));
    const { json } = await exported();
    expect(json).toMatchObject({ run: null, files: [{ file: JIA, generation: 1 }] });
    expect(sent(JIA).equals(before)).toBe(true);
  });

  it("never overwrites a file that somebody typed into: it is renamed, every time", async () => {
    await exported();
    const whole = sent(JIA);
    const typed = (text: string) =>
      patchWorkbook(whole, [{ sheet: "学员", firstDataRow: 3, cells: [{ row: 3, column: 12, value: text, kind: "text" }] }]);
    for (const [copy, kept] of ["甲矿业有限公司-改动过的.xlsx", "甲矿业有限公司-改动过的（2）.xlsx"].entries()) {
      const answer = await typed(`单位写的${copy}`);
      writeFileSync(join(out, JIA), answer);
      const { json, text } = await exported();
      expect(json.files).toMatchObject([{ file: JIA, generation: 1, setAside: kept }]);
      expect(text).toContain(kept);
      expect(sent(JIA).equals(whole)).toBe(true);
      expect(sent(kept).equals(answer)).toBe(true);
    }
  });
});

it("exports the units that were named, and refuses a name that is none", async () => {
  const { json } = await exported({ unit: ["甲矿"] });
  expect(json.files.map(({ unit }) => unit)).toEqual(["甲矿业有限公司"]);
  await expect(exported({ unit: ["丁矿"] })).rejects.toMatchObject({ code: "no-such-unit" });
  await expect(run({ book, sheet: null, today: TODAY, dryRun: false, json: true }, [], {})).rejects.toMatchObject({
    code: "usage",
  });
});

it("leaves out units that would share a file, names them, and sends the others", async () => {
  writeFileSync(
    book,
    await patchWorkbook(readFileSync(book), [
      { sheet: "单位", firstDataRow: 2, cells: [{ row: 5, column: 1, value: "丙:金矿", kind: "text" }] },
      { sheet: "名册", firstDataRow: 2, cells: [{ row: 3, column: 7, value: "丙:金矿", kind: "text" }] },
    ]),
  );
  const { json, needsPerson } = await exported();
  expect(needsPerson).toBe(true);
  expect(json.files.map(({ unit }) => unit)).not.toContain("丙:金矿");
  expect(json.files.length).toBeGreaterThan(0);
  expect(JSON.stringify(json)).toContain("丙_金矿.xlsx");
});

it("shows on a dry run what it would write, and writes nothing", async () => {
  mkdirSync(out);
  const before = readFileSync(book);
  const { json } = await exported({}, { dryRun: true });
  expect(json.files).toHaveLength(3);
  expect(json.run).toBeNull();
  expect(names()).toEqual([]);
  expect(readFileSync(book).equals(before)).toBe(true);
});

it("makes the same bytes from the same workbook", async () => {
  await exported();
  const first = names().map(sent);
  rmSync(out, { recursive: true });
  await exported();
  expect(names().map((name, index) => sent(name).equals(first[index] ?? Buffer.alloc(0)))).toEqual([true, true, true]);
});

async function textOfParts(file: Buffer): Promise<string> {
  const parts = await bytesOf(file);
  return [...parts].map(([name, bytes]) => `${name}\n${bytes.toString("utf8")}`).join("\n");
}
