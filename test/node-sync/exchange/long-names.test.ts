import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { TABLES, type Table } from "../../../apps-script/domain/schema/index";
import type { Value } from "../../../apps-script/domain/snapshot/value";
import { LocalOutbox } from "../../../node-sync/src/exchange/export/local-outbox";
import { LocalAnswers } from "../../../node-sync/src/exchange/sync/local-answers";
import { LocalInbox } from "../../../node-sync/src/exchange/sync/local-inbox";
import { sync } from "../../../node-sync/src/exchange/sync/sync";
import { newWorkbook } from "../../../node-sync/src/workbook/new-workbook";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { idOf } from "../../domain/merge/lists";
import { AT, csvList, syncTerms } from "../../support/sync-office";

const UNIT = "长".repeat(71);
const LIST = "单".repeat(83);

let folder = "";
let book = "";
let inbox = "";
let outbox = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "anpei-long-"));
  book = join(folder, `${"册".repeat(83)}.xlsx`);
  inbox = join(folder, "收件");
  outbox = join(folder, "发件");
  mkdirSync(inbox, { mode: 0o700 });
  const person = { id: "B2024-00001", person: "P00001", name: "赵某", idType: "居民身份证", idNumber: idOf(1), unit: UNIT };
  const rows = new Map([rowsOf(TABLES.units, [{ name: UNIT }]), rowsOf(TABLES.roster, [{ ...person, kind: "再培训" }])]);
  writeFileSync(book, await newWorkbook({ planYear: 2024, workbook: "w-long", extraRows: rows }), { mode: 0o600 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function rowsOf(table: Table, rows: readonly object[]): [string, Value[][]] {
  const columns = Object.keys(table.columns);
  return [table.title, rows.map((row) => columns.map((column) => (row as Readonly<Record<string, Value>>)[column] ?? null))];
}

function arrive(name: string, bytes: string | Uint8Array): void {
  writeFileSync(join(inbox, name), bytes, { mode: 0o644 });
  utimesSync(join(inbox, name), 1, 1);
}

const syncNow = () =>
  sync(
    {
      host: new XlsxHost(book),
      inbox: new LocalInbox(inbox),
      outbox: new LocalOutbox(outbox),
      answers: new LocalAnswers(book),
    },
    syncTerms,
  );
const typed = async (value: string): Promise<Buffer> => {
  const cells = [{ row: 3, column: AT.mobile, value, kind: "text" as const }];
  return patchWorkbook(readFileSync(join(outbox, `${UNIT}.xlsx`)), [{ sheet: "学员", firstDataRow: 3, cells }]);
};

function everythingIn(place: string): string[] {
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const path = join(place, entry.name);
    return entry.isDirectory() ? [path, ...everythingIn(path)] : [path];
  });
}

test("units, lists and workbooks with very long names are sent, answered and put away, each file for its owner alone", async () => {
  await syncNow();
  expect(readdirSync(outbox)).toEqual([`${UNIT}.xlsx`]);
  for (const round of [1, 2]) {
    arrive(`${UNIT}.xlsx`, await typed(`不是号码${round}`));
    arrive(`${LIST}.csv`, csvList(UNIT, [[`钱某${round}`, "没有"]]));
    const { imports, exports } = await syncNow();
    expect(imports.files.map(({ error, moved }) => [error, moved !== null])).toEqual([
      [null, true],
      [null, true],
    ]);
    expect(exports.replies.map(({ answers }) => answers).sort()).toEqual([`${UNIT}.xlsx`, `${LIST}.csv`].sort());
  }
  const left = readdirSync(inbox, { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(left).toEqual([]);
  expect(readdirSync(join(inbox, "已处理"))).toHaveLength(4);
  writeFileSync(join(outbox, `${UNIT}.xlsx`), await typed("19900000001"));
  arrive(`${UNIT}.xlsx`, await typed("19900000002"));
  await syncNow();
  expect(readdirSync(outbox)).toContain(`${UNIT}-改动过的.xlsx`);

  for (const path of everythingIn(folder)) {
    expect(Buffer.byteLength(basename(path))).toBeLessThanOrEqual(255);
    const { mode, isFolder } = { mode: statSync(path).mode & 0o777, isFolder: statSync(path).isDirectory() };
    expect([path, mode.toString(8)]).toEqual([path, isFolder ? "700" : "600"]);
  }
});

test("what staff let others see stays so when it is replaced", async () => {
  await syncNow();
  const sent = join(outbox, `${UNIT}.xlsx`);
  chmodSync(sent, 0o640);
  chmodSync(outbox, 0o750);
  arrive(`${UNIT}.xlsx`, await typed("19900000003"));
  await syncNow();
  expect([statSync(sent).mode & 0o777, statSync(outbox).mode & 0o777]).toEqual([0o640, 0o750]);
});
