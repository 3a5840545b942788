import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { LocalOutbox } from "../../../node-sync/src/exchange/export/local-outbox";
import { NOTHING_ASIDE } from "../../../node-sync/src/exchange/set-aside";
import { LocalAnswers } from "../../../node-sync/src/exchange/sync/local-answers";
import { LocalInbox } from "../../../node-sync/src/exchange/sync/local-inbox";
import type { SyncPlaces } from "../../../node-sync/src/exchange/sync/places";
import { sync } from "../../../node-sync/src/exchange/sync/sync";
import { GoogleRefused } from "../../../node-sync/src/google/failure";
import { perform } from "../../../node-sync/src/perform";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { tabsOf } from "../../google/bundle/support/seeded";
import { loadTabs, settledIn, tabsOfGrids } from "../../google/lab";
import { type ApiLab, apiLab } from "../../google/sheets-api/api-lab";
import { Trouble } from "../../google/sheets-api/trouble";
import type { LabTab } from "../../hosts/lab";
import { bookOf } from "../../support/books";
import { BENCH_DAY, benchBook } from "../data/book";
import { EXCHANGE_SET } from "../data/exchange";
import { randomOf } from "../data/random";
import { argument, type Extra, report } from "./report";

const terms = { today: BENCH_DAY, head: { time: `${BENCH_DAY}T09:00:00+08:00`, clerk: "演示", source: "命令行" } } as const;

/**
 * `run <enrolments>`: 全部执行 on a Google Sheet; `sync <exchange set>`: a sync of its returned files into a Google Sheet;
 * `faults <exchange set> <seed>`: the same while one request in twenty goes wrong, after one undisturbed.
 */
void report(async () => {
  const lab = await apiLab();
  const told = await WORK[argument(0)]?.(lab, argument(1));
  await lab.google.close();
  return told ?? {};
});

const WORK: Readonly<Record<string, (lab: ApiLab, given: string) => Promise<Extra>>> = {
  run: (lab, enrolments) => runOnce(lab, Number(enrolments)),
  sync: async (lab, set) => {
    const { imports, exports } = await withOffice(lab, set, (office) => sync({ ...office, host: lab.host }, terms));
    return { ...counts(lab), files: imports.files.length, sent: exports.files.length };
  },
  faults: (lab, set) => syncThroughFaults(lab, set, Number(argument(2))),
};

async function runOnce(lab: ApiLab, enrolments: number): Promise<Extra> {
  loadTabs(lab.google.workbook, tabsOf(bookOf(benchBook(enrolments))), "dates");
  const receipt = await perform(lab.host, operationOf("all", ALL_TITLE, runAll), terms).catch(unlessTooLarge);
  return { ...counts(lab), tooLarge: receipt ? 0 : 1, cells: receipt?.changes.cells.length ?? 0 };
}

/** A Sheet has ten million cells at most; nothing is written of what does not fit in. */
function unlessTooLarge(error: unknown): null {
  if (error instanceof GoogleRefused && error.code === "too-large") return null;
  throw error;
}

/** `ms` and all counts are those of the sync with faults; `lost` is in how many cells the two Sheets differ in the end. */
async function syncThroughFaults(lab: ApiLab, set: string, seed: number): Promise<Extra> {
  const { google } = lab;
  await withOffice(lab, set, (office) => sync({ ...office, host: lab.host }, terms));
  const whole = await lab.dump();
  google.clock.advance(60_000);
  const trouble = new Trouble(google);
  const ms = await withOffice(lab, set, async (office) => {
    const begin = performance.now();
    await trouble.through(randomOf(seed), ({ host }) => sync({ ...office, host }, terms));
    return performance.now() - begin;
  });
  return { ...trouble.told(), lost: differences(whole, await lab.dump()), ms };
}

function differences(one: readonly LabTab[], other: readonly LabTab[]): number {
  const [cells, others] = [one, other].map(
    (tabs) =>
      new Map(
        tabs.flatMap(({ title, cells }) =>
          cells.flatMap((line, row) => line.map((cell, column) => [`${title} ${row} ${column}`, JSON.stringify(cell)] as const)),
        ),
      ),
  ) as [Map<string, string>, Map<string, string>];
  const places = new Set([...cells.keys(), ...others.keys()]);
  return [...places].filter((place) => (cells.get(place) ?? "null") !== (others.get(place) ?? "null")).length;
}

/** A Sheet as it was when the files of the set went out, and folders with what came back. The set's own are left as they are. */
async function withOffice<T>(
  { google }: ApiLab,
  set: string,
  work: (office: Omit<SyncPlaces, "host">) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "anpei-bench-sync-"));
  try {
    const tabs = tabsOfGrids(await new XlsxHost(join(set, EXCHANGE_SET.sent)).read());
    loadTabs(google.workbook, settledIn(google.spreadsheetId, tabs), "dates");
    const inbox = join(folder, "in");
    await cp(join(set, EXCHANGE_SET.back), inbox, { recursive: true });
    return await work({
      inbox: new LocalInbox(inbox, () => Date.now() + 3_600_000),
      outbox: new LocalOutbox(join(folder, "out")),
      answers: new LocalAnswers(join(folder, "book")),
      setAside: NOTHING_ASIDE,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What Google was asked, and how long its quota made the program wait on the virtual clock. */
function counts({ google, waits }: ApiLab) {
  const sheets = google.requests.filter(({ host }) => host === "sheets.googleapis.com");
  return {
    requests: sheets.length,
    writes: sheets.filter(({ method }) => method.endsWith("batchUpdate")).length,
    refused: sheets.filter(({ status }) => status === 429).length,
    waited: waits.reduce((sum, wait) => sum + wait, 0) / 1000,
    megabytes: sheets.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
  };
}
