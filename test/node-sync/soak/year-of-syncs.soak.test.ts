import { seeded } from "../../support/invented-year";
import { SyncOffice } from "../../support/sync-office";
import { KINDS } from "../../support/year/letters";
import { Year } from "../../support/year/year";

const isSoak = process.env.ANPEI_SOAK !== undefined;
const DAYS = isSoak ? 120 : 6;
/** The short year is always the same one. */
const SEED = Number(process.env.ANPEI_SEED ?? (isSoak ? Date.now() % 1_000_000 : 12));
const UNITS = 4;

let office: SyncOffice;
beforeAll(async () => {
  office = await SyncOffice.open(UNITS);
});
afterAll(() => office.close());

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([name, times]) => `${name} ${times}`).join(", ") || "none";

it(`loses nothing, stops on no day and tells nobody of others in ${DAYS} days of every kind of file and fault`, async () => {
  const year = await Year.begin(office, seeded(SEED));
  for (let day = 1; day <= DAYS; day++) await year.day(day);
  const { ledger, watch, kinds, faults, stopped, untold, unsaid, conflicts } = year;
  console.log(
    [
      `seed ${SEED}, ${DAYS} days`,
      `files: ${listed(kinds)}`,
      `faults: ${listed(faults)}`,
      `${ledger.brought} cells brought, ${ledger.lost.size} lost, ${ledger.foreign.length} changed by others`,
      `up to ${conflicts} conflicts open, ${ledger.agreed} ended by a newer file`,
      `${stopped.length} days stopped, ${untold.length} files not dealt with or told of, ${unsaid} reasons lost with a killed run`,
      `${watch.files} files that left searched, ${watch.own} own secrets in them, ${watch.found.length} foreign`,
    ].join("; "),
  );
  const none: string[] = [];
  expect({ stopped, untold, lost: [...ledger.lost.keys()], changed: ledger.foreign, foreign: watch.found }).toEqual({
    ...{ stopped: none, untold: none, lost: none, changed: none, foreign: none },
  });
  expect([...kinds.keys()].sort()).toEqual(Object.keys(KINDS).sort());
  expect(watch.own).toBeGreaterThan(watch.files);
}, 1_800_000);
