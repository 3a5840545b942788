import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { ROSTER, TABLES } from "../../../apps-script/domain/schema/index";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../../node-sync/src/perform";
import { toValue } from "../../../node-sync/src/xlsx/cell-value";
import { patchWorkbook } from "../../../node-sync/src/xlsx/patch/patch-workbook";
import { readWorkbook } from "../../../node-sync/src/xlsx/read-workbook";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { convertWithLibreOffice, withLibreOffice } from "../../support/libreoffice";
import { OFFICE_DAY, personAt } from "../../support/office-workbook";
import { PackageEditor } from "../../support/package-editor";
import { staffOffice } from "../../support/staff-office";
import { staffPartNames } from "../../support/staff-parts";

const inTheSoak: typeof withLibreOffice = (...test) => {
  if (process.env.ANPEI_SOAK !== undefined) withLibreOffice(...test);
};
const people = 30;
const all = operationOf("all", ALL_TITLE, runAll);
const columns = Object.keys(ROSTER.columns);

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpei-office-"));
  path = join(folder, "名册.xlsx");
  await writeFile(path, await staffOffice(people));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (operation = all) =>
  perform(new XlsxHost(path), operation, {
    today: OFFICE_DAY,
    head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" },
  });
const resave = async (): Promise<void> => writeFile(path, convertWithLibreOffice(await readFile(path), "xlsx"));
const book = async (): Promise<Snapshot> => snapshotOf(await new XlsxHost(path).read());

/** The cells of a tab by row, as values. */
async function cellsOf(workbook: Buffer, title: string) {
  const { sheets } = await readWorkbook(workbook);
  const rows = sheets.find(({ name }) => name === title)?.rows ?? [];
  return new Map(rows.map(({ at, cells }) => [at, cells.map(toValue)]));
}

/** Staff type one more person below the last row. */
async function typeBelow(row: number, index: number): Promise<void> {
  const person: Readonly<Record<string, unknown>> = { ...personAt(index), id: null };
  const cells = columns.flatMap((name, place) => {
    const value = person[name];
    const kind = name === "validUntil" ? ("day" as const) : ("text" as const);
    return typeof value === "string" ? [{ row, column: place + 1, value, kind }] : [];
  });
  await writeFile(path, await patchWorkbook(await readFile(path), [{ sheet: ROSTER.title, cells }]));
}

withLibreOffice("LibreOffice opens the result, shows every value as written and computes the staff's formulas anew", async () => {
  await run();
  const bytes = await readFile(path);
  const before = await book();
  const saved = convertWithLibreOffice(bytes, "xlsx");
  await writeFile(path, saved);
  expect(await book()).toEqual(before);
  const shown = await cellsOf(saved, ROSTER.title);
  const staff = before.roster.map(({ at }) => shown.get(at)?.slice(columns.length, columns.length + 2));
  expect(staff).toEqual(before.roster.map(({ name, feeDue, feePaid }) => [`${name}同志`, Number(feeDue) - Number(feePaid)]));
  if (process.env.ANPEI_SOAK !== undefined) expect(convertWithLibreOffice(bytes, "pdf").subarray(0, 5).toString()).toBe("%PDF-");
});

inTheSoak("the staff's own sheet, untouched, sums up the new values once it is computed", async () => {
  await run();
  const edited = await PackageEditor.of(await readFile(path));
  expect(edited.text("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  // Excel computes them because of fullCalcOnLoad; LibreOffice shows what is stored until told to (Ctrl+Shift+F9).
  edited.edit(staffPartNames[0], (xml) => xml.replaceAll("<v>-1</v>", ""));
  const own = await cellsOf(convertWithLibreOffice(await edited.pack(), "xlsx"), "统计");
  const due = (await book()).roster.reduce((sum, { feeDue }) => sum + Number(feeDue), 0);
  expect([own.get(1)?.[1], own.get(2)?.[1], own.get(3)?.[1]]).toEqual([due, "红字", people]);
});

inTheSoak("workbooks that LibreOffice saved between runs go on working", async () => {
  await run();
  await resave();
  expect((await run()).run).toBeNull();
  await typeBelow(people + 2, 56);
  const typed = await run();
  expect(typed.changes.findings.filter(({ severity }) => severity === "阻断")).toEqual([]);
  const expected = { idNumber: personAt(56).idNumber, class: "再培训班第五期", feeDue: 300, light: "正常" };
  const rowOf = async () => (await book()).roster.find(({ at }) => at === people + 2);
  expect(await rowOf()).toMatchObject({ ...expected, id: expect.stringMatching(/^B2024-000\d\d$/), slack: 57 });
  await resave();
  expect(await rowOf()).toMatchObject(expected);
  expect((await run()).run).toBeNull();
  const taken = await run(undoOperation());
  expect(taken.kept).toEqual([]);
  await resave();
  expect(await rowOf()).toMatchObject({ class: null, feeDue: null, light: null });
  await run();
  expect(await rowOf()).toMatchObject(expected);
  expect(Object.keys(TABLES)).toHaveLength((await new XlsxHost(path).read()).length);
});

inTheSoak("a workbook that went through .ods and back is the same book", async () => {
  await run();
  const before = await book();
  const ods = convertWithLibreOffice(await readFile(path), "ods");
  await writeFile(path, convertWithLibreOffice(ods, "xlsx"));
  expect((await run()).run).toBeNull();
  expect(await book()).toEqual(before);
});
