import { copyFile, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { LocalOutbox } from "../../../node-sync/src/exchange/export/local-outbox";
import { LocalAnswers } from "../../../node-sync/src/exchange/sync/local-answers";
import { LocalInbox } from "../../../node-sync/src/exchange/sync/local-inbox";
import { sync } from "../../../node-sync/src/exchange/sync/sync";
import { perform } from "../../../node-sync/src/perform";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { tabsOf } from "../../google/bundle/support/seeded";
import { loadTabs } from "../../google/lab";
import { type ApiLab, apiLab } from "../../google/sheets-api/api-lab";
import { bookOf } from "../../support/books";
import { BENCH_DAY, benchBook } from "../data/book";
import { EXCHANGE_SET } from "../data/exchange";
import { argument, report } from "./report";

const terms = { today: BENCH_DAY, head: { time: `${BENCH_DAY}T09:00:00+08:00`, clerk: "演示", source: "命令行" } } as const;

/** `run <enrolments>`: 全部执行 on a Google Sheet; `sync <exchange set>`: a sync of its returned files into a Google Sheet. */
void report(async () => {
  const lab = await apiLab();
  const told = argument(0) === "run" ? await runOnce(lab, Number(argument(1))) : await syncOnce(lab, argument(1));
  await lab.google.close();
  return told;
});

async function runOnce(lab: ApiLab, enrolments: number) {
  loadTabs(lab.google.workbook, tabsOf(bookOf(benchBook(enrolments))), "dates");
  const receipt = await perform(lab.host, operationOf("all", ALL_TITLE, runAll), terms);
  return { ...counts(lab), cells: receipt.changes.cells.length };
}

/** The folder of the set is left as it is. */
async function syncOnce(lab: ApiLab, set: string) {
  const folder = await mkdtemp(join(tmpdir(), "anpei-bench-sync-"));
  try {
    const book = join(folder, "book.xlsx");
    await copyFile(join(set, EXCHANGE_SET.sent), book);
    loadTabs(lab.google.workbook, tabsOfGrids(await new XlsxHost(book).read()), "dates");
    const inbox = join(folder, "in");
    await cp(join(set, EXCHANGE_SET.back), inbox, { recursive: true });
    const places = {
      host: lab.host,
      inbox: new LocalInbox(inbox, () => Date.now() + 3_600_000),
      outbox: new LocalOutbox(join(folder, "out")),
      answers: new LocalAnswers(book),
    };
    const { imports, exports } = await sync(places, terms);
    return { ...counts(lab), files: imports.files.length, sent: exports.files.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tabsOfGrids(grids: Awaited<ReturnType<XlsxHost["read"]>>) {
  return grids.map(({ title, headerRow, header, rows }) => {
    const cells: (string | number | null)[][] = [];
    cells[headerRow - 1] = [...header];
    for (const { at, values } of rows) cells[at - 1] = [...values];
    return { title, cells: Array.from(cells, (line) => line ?? []) };
  });
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
