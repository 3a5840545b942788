import fc from "fast-check";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { withoutBlanked } from "../../../apps-script/domain/changes/blanked";
import { exportOperation } from "../../../apps-script/domain/exchange/export";
import { incomingFileOf, type ReturnedMarks } from "../../../apps-script/domain/merge/returned";
import type { ExchangeBook } from "../../../apps-script/domain/merge/returned/exchange-book";
import type { Resolution } from "../../../apps-script/domain/merge/returned/resolve";
import * as resolveModule from "../../../apps-script/domain/merge/returned/resolve";
import { type FileReport, importOperation } from "../../../apps-script/domain/operations/import";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { forUnit } from "../../../apps-script/domain/wording/audience";
import { annotatedCopy } from "../../../node-sync/src/exchange/annotated-copy";
import { UnitBooks } from "../../../node-sync/src/exchange/export/unit-book";
import { deliverListReply } from "../../../node-sync/src/exchange/reply";
import { byUnit, deliverReply, dueReply } from "../../../node-sync/src/exchange/unit-replies";
import { TODAY } from "../../support/exchange-lab";
import { readableIn, secretsIn, secretsOf, unwritten } from "../../support/leaks";
import { MemoryOutbox } from "../../support/memory-outbox";
import { type Arriving, arrivals, SECRET_UNITS, type SecretOffice, secretOffice } from "../../support/secret-office";

const isSoak = process.env.ANPEI_SOAK !== undefined;
const runs = isSoak ? { numRuns: 1000 } : { numRuns: 60, seed: 12 };
const books = new UnitBooks();

/** What a unit must not read: everything of other units' people as 名册 has them, and the other units' names. */
function secretsFrom(unit: string | null, { roster }: SecretOffice): string[] {
  const others = SECRET_UNITS.filter((name) => name !== unit);
  return [...others, ...roster.filter((cells) => cells.工作单位 !== unit).flatMap(secretsOf)];
}

/** Something that left, and who reads it. */
interface Heard {
  readonly reader: string | null;
  readonly name: string;
  readonly text: string;
}

interface Takings {
  readonly heard: readonly Heard[];
  readonly reports: readonly FileReport[];
  readonly replies: number;
  /** What the two ways of taking a file write into 名册. */
  readonly after: Snapshot;
}

/** Takes files in and gives back everything that leaves: replies, sentences for units, and the files of the next sending. */
async function takingsOf({ book }: SecretOffice, files: readonly Arriving[]): Promise<Takings> {
  const terms = { answer: true, force: true };
  const operation = importOperation(
    files.map(({ source }) => incomingFileOf(source)),
    `${TODAY}T08:00:00+08:00`,
    terms,
  );
  const decision = operation.decide(book, contextOf(book, TODAY));
  const { files: reports, answers: sent } = decision.report;
  const due = reports.flatMap((report, place) => dueReply(report, sent[place] ?? null, null) ?? []);
  const outbox = new MemoryOutbox();
  const heard: Heard[] = [];
  for (const group of byUnit(due)) {
    const reader = group[0]?.unit ?? null;
    const name = await deliverReply(group, outbox, books);
    const bytes = (await outbox.read({ unit: reader, name })) ?? Buffer.alloc(0);
    heard.push({ reader, name, text: await readableIn(bytes) });
  }
  // Sentences of files whose unit is not clear, so that nobody is answered.
  for (const report of reports) {
    const rows = report.kind === "returned" ? report.annotated.map(({ reasons, cells }) => [reasons, cells]) : [];
    const reader = report.kind === "returned" ? report.unit : report.soleUnit;
    heard.push({ reader, name: "", text: JSON.stringify([rows, report.refusedRows]) });
  }
  const after = withoutBlanked(withChanges(book, decision), decision.blanked ?? []);
  const sending = exportOperation({ force: true }).decide(after, contextOf(after, TODAY));
  for (const file of sending.report.files)
    heard.push({ reader: file.unit, name: "", text: await readableIn(await books.bytes(file, new Map())) });
  return { heard, reports, replies: outbox.files.size, after };
}

/** All that a unit wrote, in whatever files. */
const writtenBy = (unit: string | null, files: readonly Arriving[]): string =>
  files.flatMap(({ sender, written }) => (unit === null || sender === unit ? [written] : [])).join("\n");

/** Whether all of a file was taken but for people who are another unit's by now. */
function isWhole(report: FileReport | undefined): boolean {
  if (report?.kind !== "returned" || report.stopped) return false;
  return report.annotated.every(({ end }) => end !== "refused") || report.findings.some(({ code }) => code === "E22");
}

test("whatever comes in, nothing that leaves holds a word of another unit that its reader did not write", async () => {
  const codes = new Set<string>();
  const count = { files: 0, forged: 0, honest: 0, whole: 0, replies: 0 };
  const given = secretOffice.chain((office) => fc.tuple(fc.constant(office), arrivals(office)));
  await fc.assert(
    fc.asyncProperty(given, async ([office, files]) => {
      const { heard, reports, replies } = await takingsOf(office, files);
      for (const { reader, name, text } of heard) {
        const secrets = unwritten(secretsFrom(reader, office), writtenBy(reader, files));
        expect({ reader, name, leaks: secretsIn(text, secrets) }).toEqual({ reader, name, leaks: [] });
        if (name !== "") expect(name.startsWith(`${reader ?? "未知单位"}-退回`)).toBe(true);
      }
      for (const [place, { making }] of files.entries()) {
        const report = reports[place];
        if (making === "forged") expect(report?.kind).toBe("foreign");
        count.files++;
        count.forged += Number(making === "forged");
        count.honest += Number(making === "honest");
        count.whole += Number(making === "honest" && (isWhole(report) || report?.importedBefore === true));
      }
      for (const code of reports.flatMap(({ findings }) => findings.map((finding) => finding.code))) codes.add(code);
      count.replies += replies;
    }),
    runs,
  );
  // The files do touch everything that used to tell of others.
  expect([...codes]).toEqual(
    expect.arrayContaining(["E11", "E12", "E13", "E14", "E22", "E28", "E30", "I09", "I10", "E08", "E10"]),
  );
  expect(count.replies).toBeGreaterThan(runs.numRuns);
  expect(count.forged).toBeGreaterThan(runs.numRuns / 4);
  expect(count.whole).toBeGreaterThanOrEqual(0.9 * count.honest);
  if (isSoak) expect(count.files).toBeGreaterThan(2000);
});

test("forged files change nothing of anybody: what 名册 holds of others is as it was", async () => {
  const given = secretOffice.chain((office) => fc.tuple(fc.constant(office), arrivals(office)));
  await fc.assert(
    fc.asyncProperty(given, async ([office, files]) => {
      const forged = files.filter(({ making }) => making === "forged");
      const { after } = await takingsOf(office, forged);
      expect(after.roster.slice(0, office.book.roster.length)).toEqual(office.book.roster);
    }),
    runs,
  );
});

describe("with files taken for ours on their own word, as before there were seals", () => {
  /** The unit to whom a file says that it belongs: then its exchange, and the rows that it names, were believed. */
  const believed = ({ identity, keywords }: ReturnedMarks, _rows: unknown, book: ExchangeBook): Resolution => {
    const exchange = identity?.exchange ?? keywords?.exchange;
    if (exchange === undefined) return { kind: "foreign", remark: null };
    const generation = identity?.generation ?? keywords?.generation ?? 1;
    return { kind: "ours", exchange, unit: book.unitOf(exchange), generation, isGuessed: false, isOlder: true, remarks: [] };
  };

  test("the same search finds that a forger reads the people of others", async () => {
    const resolving = jest.spyOn(resolveModule, "resolve").mockImplementation(believed);
    let leaks = 0;
    for (const [office, files] of fc.sample(
      secretOffice.chain((one) => fc.tuple(fc.constant(one), arrivals(one))),
      { numRuns: 30, seed: 7 },
    )) {
      for (const file of files.filter(({ making }) => making === "forged")) {
        const { heard } = await takingsOf(office, [file]);
        // A reply went back by the name of the file, to whoever had sent it.
        const secrets = unwritten(secretsFrom(file.sender, office), file.written);
        leaks += Number(heard.some(({ name, text }) => name !== "" && secretsIn(text, secrets).length > 0));
      }
    }
    resolving.mockRestore();
    expect(leaks).toBeGreaterThan(5);
  });
});

test("the search finds a secret wherever a reply could hold it", async () => {
  const [office] = fc.sample(secretOffice, { numRuns: 1, seed: 3 });
  if (!office) throw new Error("no office");
  const [own, other] = [office.roster[0] ?? {}, office.roster.find(({ 工作单位: unit }) => unit === SECRET_UNITS[1]) ?? {}];
  const secrets = secretsFrom(SECRET_UNITS[0], office);
  expect(secrets).toContain(other.姓名);
  const sentence = forUnit(`${String(other.姓名)}（${String(other.证件号)}）是“${SECRET_UNITS[1]}”的人员 <&>`);
  const told = [other.姓名, other.证件号, SECRET_UNITS[1], String(other.证件号).slice(-6)];
  const outbox = new MemoryOutbox();
  const reasons = [{ address: "A1", column: "姓名", message: sentence }];
  const list = {
    file: "",
    soleUnit: null,
    fingerprint: "",
    corrects: null,
    unread: [],
    refusedRows: [{ sheet: "", at: 1, cells: [], reasons }],
  };
  const name = await deliverListReply(null, [list], outbox);
  const reply = (await outbox.read({ unit: null, name })) ?? Buffer.alloc(0);
  const nothing = importOperation([], undefined, { answer: true }).decide(office.book, contextOf(office.book, TODAY));
  expect(nothing.report.answers).toEqual([]);
  const verdicts = [{ enrolment: null, row: 1, column: "姓名", verdict: "refused", reason: sentence } as const];
  const part = { verdicts, strays: [], placeOf: () => forUnit("") };
  const file = { unit: SECRET_UNITS[0], file: "", planYear: 2024, isNew: true, rows: [] };
  const identity = { exchange: "X00001", generation: 1, workbook: "w", schema: 1, hash: "h", rows: 0, seal: null };
  const copy = await annotatedCopy({ ...file, identity }, [part]);
  for (const bytes of [reply, copy]) expect(secretsIn(await readableIn(bytes), secrets)).toEqual(expect.arrayContaining(told));
  expect(unwritten(secrets, JSON.stringify(other))).not.toContain(other.姓名);
  expect(secrets).not.toContain(own.姓名);
});
