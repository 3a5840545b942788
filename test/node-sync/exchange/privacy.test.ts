import fc from "fast-check";
import { incomingFileOf } from "../../../apps-script/domain/merge/returned";
import { importOperation } from "../../../apps-script/domain/operations/import";
import { contextOf } from "../../../apps-script/domain/rules/context";
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
const runs = isSoak ? { numRuns: 2000 } : { numRuns: 60, seed: 12 };
const books = new UnitBooks();

/** What a unit must not read: everything of other units' people as 名册 has them, and the other units' names. */
function secretsFrom(unit: string | null, { roster }: SecretOffice): string[] {
  const others = SECRET_UNITS.filter((name) => name !== unit);
  return [...others, ...roster.filter((cells) => cells.工作单位 !== unit).flatMap(secretsOf)];
}

interface Heard {
  readonly unit: string | null;
  readonly name: string;
  readonly text: string;
  readonly written: string;
}

/** Takes files in and gives back what every unit reads of it, and the codes that staff read. */
async function heardOf({ book }: SecretOffice, files: readonly Arriving[]) {
  const { operation, reports, answers } = importOperation(
    files.map(({ source }) => incomingFileOf(source)),
    `${TODAY}T08:00:00+08:00`,
    { answer: true, force: true },
  );
  operation.decide(book, contextOf(book, TODAY));
  const sent = answers();
  const due = reports().flatMap((report, place) => {
    const reply = dueReply(report, sent[place] ?? null, null);
    return reply ? [{ ...reply, written: files[place]?.written ?? "" }] : [];
  });
  const outbox = new MemoryOutbox();
  const heard: Heard[] = [];
  for (const group of byUnit(due)) {
    const unit = group[0]?.unit ?? null;
    const name = await deliverReply(group, outbox, books);
    const bytes = (await outbox.read({ unit, name })) ?? Buffer.alloc(0);
    heard.push({ unit, name, text: await readableIn(bytes), written: group.map(({ written }) => written).join("\n") });
  }
  // Sentences of files whose unit is not clear, so that nobody is answered.
  for (const [place, report] of reports().entries()) {
    const rows = report.kind === "returned" ? report.annotated.map(({ reasons, cells }) => [reasons, cells]) : [];
    const text = JSON.stringify([rows, report.refusedRows]);
    const unit = report.kind === "returned" ? report.unit : report.soleUnit;
    heard.push({ unit, name: "", text, written: files[place]?.written ?? "" });
  }
  return { heard, codes: reports().flatMap(({ findings }) => findings.map(({ code }) => code)), replies: outbox.files.size };
}

test("whatever comes in, no unit reads a word of another unit that it did not write itself", async () => {
  const codes = new Set<string>();
  let replies = 0;
  const given = secretOffice.chain((office) => fc.tuple(fc.constant(office), arrivals(office)));
  await fc.assert(
    fc.asyncProperty(given, async ([office, files]) => {
      const found = await heardOf(office, files);
      for (const { unit, name, text, written } of found.heard) {
        const secrets = unwritten(secretsFrom(unit, office), written);
        expect({ unit, name, leaks: secretsIn(text, secrets) }).toEqual({ unit, name, leaks: [] });
        if (name !== "") expect(name.startsWith(`${unit ?? "未知单位"}-退回`)).toBe(true);
      }
      for (const code of found.codes) codes.add(code);
      replies += found.replies;
    }),
    runs,
  );
  // The files do touch everything that used to tell of others.
  expect([...codes]).toEqual(expect.arrayContaining(["E11", "E12", "E13", "E14", "E22", "E28", "I09", "I10", "E08", "E10"]));
  expect(replies).toBeGreaterThan(runs.numRuns);
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
    refusedRows: [{ sheet: "", at: 1, cells: [], reasons }],
  };
  const name = await deliverListReply(null, [list], outbox);
  const reply = (await outbox.read({ unit: null, name })) ?? Buffer.alloc(0);
  const { operation, answers } = importOperation([], undefined, { answer: true });
  operation.decide(office.book, contextOf(office.book, TODAY));
  expect(answers()).toEqual([]);
  const verdicts = [{ enrolment: null, row: 1, column: "姓名", verdict: "refused", reason: sentence } as const];
  const part = { verdicts, strays: [], placeOf: () => forUnit("") };
  const file = { unit: SECRET_UNITS[0], file: "", planYear: 2024, isNew: true, rows: [] };
  const identity = { exchange: "X00001", generation: 1, workbook: "w", schema: 1, hash: "h", rows: 0, seal: null };
  const copy = await annotatedCopy({ ...file, identity }, [part]);
  for (const bytes of [reply, copy]) expect(secretsIn(await readableIn(bytes), secrets)).toEqual(expect.arrayContaining(told));
  expect(unwritten(secrets, JSON.stringify(other))).not.toContain(other.姓名);
  expect(secrets).not.toContain(own.姓名);
});
