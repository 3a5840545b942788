import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UNIT_COLUMNS } from "../../../apps-script/domain/schema/unit-columns";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { seeded } from "../../support/invented-year";
import { AT, SyncOffice } from "../../support/sync-office";
import { type Letter, letter } from "../../support/year/letters";
import { TurnOfYear } from "../../support/year/turn-of-year";
import { Year } from "../../support/year/year";
import { brokenAcross, brokenTurn } from "../../support/years/across-books";

const isSoak = process.env.ANPEI_SOAK !== undefined;
const DAYS = isSoak ? 8 : 1;
const UNITS = 2;
/** The short years are always the same ones. */
const SEED = Number(process.env.ANPEI_SEED ?? (isSoak ? Date.now() % 1_000_000 : 21));

let first: SyncOffice;
beforeAll(async () => {
  first = await SyncOffice.open(UNITS);
});
afterAll(() => first.close());

/** A unit's file as it was sent, by when. */
interface SentFile {
  readonly unit: string;
  readonly bytes: Buffer;
}

async function sentFile(office: SyncOffice, unit: string): Promise<SentFile> {
  return { unit, bytes: await readFile(join(office.outbox, `${unit}.xlsx`)) };
}

/** A unit types a mobile for the person in a row of a file and sends it back, in whatever year. */
async function filledIn({ bytes }: SentFile, row: number, mobile: string): Promise<Buffer> {
  const cells = [{ row, column: AT.mobile, value: mobile, kind: "text" as const }];
  return patchWorkbook(bytes, [{ sheet: "学员", firstDataRow: 3, cells }]);
}

/** What a unit says of its people is in the new book as it was in the old one. */
function changedOnTheWay(old: Snapshot, next: Snapshot): string[] {
  const before = new Map(old.roster.map((row) => [`${row.idNumber} ${row.post}`, row]));
  const columns = UNIT_COLUMNS.filter((column) => !["kind", "certificate", "validUntil"].includes(column));
  return next.roster.flatMap((row) => {
    const was = before.get(`${row.idNumber} ${row.post}`);
    if (was === undefined) return [`${row.key} was nobody`];
    return columns.flatMap((column) =>
      row[column] === was[column] ? [] : [`${row.key} ${column}: ${was[column]} became ${row[column]}`],
    );
  });
}

test(`an office through three books, ${DAYS} days of every kind of file in each: nothing lost, given twice or told to others, seed ${SEED}`, async () => {
  const random = seeded(SEED);
  const books: { year: number; office: SyncOffice; book: Snapshot }[] = [
    { year: 2024, office: first, book: await first.snapshot() },
  ];
  const wrong: string[] = [];
  let used = 0;
  const live = async (year: number, office: SyncOffice, letters: readonly Letter[]): Promise<Year> => {
    const lived = await Year.begin(office, random, used);
    for (let day = 1; day <= DAYS; day++) await lived.day(day, day === 1 ? letters : []);
    used = lived.desk.used;
    const { ledger, watch, stopped, untold } = lived;
    wrong.push(
      ...[...ledger.lost.keys(), ...ledger.foreign, ...watch.found, ...stopped, ...untold].map((one) => `${year}: ${one}`),
    );
    return lived;
  };
  const look = async (when: string): Promise<void> => {
    for (const one of books) one.book = await one.office.snapshot();
    wrong.push(...brokenAcross(books).map((one) => `${when}: ${one}`));
  };

  let lived = await live(2024, first, []);
  let letters: Letter[] = [];
  const older: SentFile[] = [];
  for (const year of [2024, 2025]) {
    const { office } = books[books.length - 1] as (typeof books)[number];
    const unit = (await lived.desk.units())[0] ?? "";
    older.push(await sentFile(office, unit));
    const turn = new TurnOfYear(office, random, year);
    await turn.typeResults();
    await office.sync();
    const december = await sentFile(office, unit);
    const rolled = await turn.roll();
    books.push({ year: year + 1, office: rolled.office, book: rolled.turn.next });
    wrong.push(...brokenTurn(rolled.turn), ...changedOnTheWay(rolled.turn.old, rolled.turn.next));
    await look(`${year}-12`);
    expect(await turn.typeLateResults()).toBeGreaterThan(0);
    const again = await turn.roll(`${year + 1}-01-12`);
    wrong.push(...brokenTurn(again.turn));
    turn.loadPlan(rolled.office);
    expect(turn.close()).toMatchObject({ error: { code: "ended" } });
    await look(`${year + 1}-02`);

    const kept = again.turn.next.roster.find((row) => row.unit === unit);
    const rows = await lived.desk.rowsOf(unit);
    const { at = 0, id = "" } = rows.find((row) => row.id === kept?.idNumber) ?? {};
    const mobile = lived.desk.mobile();
    const returned = await filledIn(december, at, mobile);
    letters = [
      letter({
        kind: "typed",
        file: "去年十二月.xlsx",
        bytes: returned,
        sender: unit,
        brings: [{ id, column: "手机号", value: mobile }],
        isGood: true,
      }),
    ];
    for (const [place, file] of older.entries()) {
      const bytes = await filledIn(file, 3, lived.desk.mobile());
      letters.push(letter({ kind: "typed", file: `更早${place}.xlsx`, bytes, sender: unit, error: "E31" }));
    }
    used = lived.desk.used;
    lived = await live(year + 1, rolled.office, letters);
    for (const { file, isGood } of letters)
      expect([file, existsSync(join(rolled.office.inbox, file))]).toEqual([file, !isGood && DAYS < 4]);
    await look(`${year + 1}`);
  }
  expect(wrong.slice(0, 20)).toEqual([]);
}, 1_800_000);
