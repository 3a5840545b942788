import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { type ExportOptions, exportOperation, sendTo } from "../../../apps-script/domain/exchange/export";
import { importReturned, incomingFileOf } from "../../../apps-script/domain/merge/returned";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { forUnit } from "../../../apps-script/domain/wording/audience";
import { annotatedCopy, annotationOf } from "../../../node-sync/src/exchange/annotated-copy";
import { UnitBooks } from "../../../node-sync/src/exchange/export/unit-book";
import { readTableFile } from "../../../node-sync/src/files/read-table-file";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { bookOf } from "../../support/books";
import { SENT_PEOPLE, SENT_UNITS } from "../../support/sent-office";

const TODAY = "2024-03-12";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-return-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = bookOf({ keys: ["w1"], units: SENT_UNITS.map((name) => ({ name })), roster: SENT_PEOPLE });

async function send(book: Snapshot, options: ExportOptions = { units: [SENT_UNITS[0]] }) {
  const decision = exportOperation(options).decide(book, contextOf(book, TODAY));
  const after = withChanges(book, decision);
  const [file] = decision.report.files;
  if (!file) throw new Error("no file");
  return { after, file, bytes: await new UnitBooks().bytes(file) };
}

async function takeBack(book: Snapshot, bytes: Uint8Array) {
  const path = join(folder, "发回.xlsx");
  writeFileSync(path, bytes);
  const decision = importReturned([incomingFileOf(await readTableFile(path))], book, contextOf(book, TODAY), {});
  const [report] = decision.reports;
  if (!report) throw new Error("not known as ours");
  return { report, decision, after: withChanges(book, decision) };
}

const typed = (bytes: Buffer, cells: readonly (readonly [row: number, column: number, value: string])[]) =>
  patchWorkbook(bytes, [
    {
      sheet: "学员",
      firstDataRow: 3,
      cells: cells.map(([row, column, value]) => ({ row, column, value, kind: "text" as const })),
    },
  ]);

it("comes back untouched as no change at all", async () => {
  const { after, bytes } = await send(office);
  const { report, decision } = await takeBack(after, bytes);
  expect(report).toMatchObject({ kind: "returned", exchange: "X00001", generation: 1, stopped: null });
  expect(report.rows).toMatchObject({ total: 5, new: 0, changed: 0, unchanged: 5, refused: 0, missing: 0 });
  expect(report.cells).toMatchObject({ applied: 0, conflicts: 0, refused: 0 });
  expect(decision.cells.filter(({ table }) => table === "roster")).toEqual([]);
});

it("goes out again after an import with what was not taken, and a correction of that is taken", async () => {
  const { after, bytes } = await send(office);
  const answer = await typed(bytes, [
    [3, 5, "19988887777"],
    [4, 5, "#N/A"],
    [5, 13, "再培训班第一期"],
  ]);
  const taken = await takeBack(after, answer);
  expect(taken.report.cells).toMatchObject({ applied: 1, conflicts: 0 });
  expect(taken.after.roster[0]?.mobile).toBe("19988887777");
  const sending = sendTo(taken.after, contextOf(taken.after, TODAY), { units: [SENT_UNITS[0]], force: true });
  const [file] = sending.files;
  if (!file) throw new Error("no file");
  const { verdicts, strays } = annotationOf(taken.report.annotated);
  expect(verdicts.map(({ column, verdict }) => [column, verdict])).toEqual(
    expect.arrayContaining([
      ["手机号", "taken"],
      ["手机号", "refused"],
      ["班级", "refused"],
    ]),
  );
  const copy = await annotatedCopy(file, [{ verdicts, strays, placeOf: (row) => forUnit(`原第${row}行`) }]);
  const next = withChanges(taken.after, sending.outcome);
  const unread = await takeBack(next, copy);
  expect(unread.report).toMatchObject({ exchange: "X00001", generation: file.identity.generation, stopped: null });
  expect(unread.report.cells).toMatchObject({ applied: 0, conflicts: 0, refused: 0 });
  const corrected = await takeBack(next, await typed(copy, [[4, 5, "19977776666"]]));
  expect(corrected.report.cells).toMatchObject({ applied: 1, conflicts: 0, refused: 0 });
  expect(corrected.after.roster[1]?.mobile).toBe("19977776666");
});

it("is merged against its own generation when an older file comes back late", async () => {
  const first = await send(office);
  const changed = {
    ...first.after,
    roster: first.after.roster.map((row) => (row.key === "B2024-00001" ? { ...row, note: "中心写的" } : row)),
  };
  const second = await send(changed);
  expect(second.file.identity.generation).toBe(2);
  const { report, after } = await takeBack(second.after, await typed(first.bytes, [[3, 12, "单位写的"]]));
  expect(report).toMatchObject({ generation: 1, cells: { applied: 1, conflicts: 0 } });
  expect(after.roster.slice(0, 2).map(({ note }) => note)).toEqual(["单位写的", "中心写的"]);
});
