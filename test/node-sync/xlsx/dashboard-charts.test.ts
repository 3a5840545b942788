import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Operation, operationOf } from "../../../apps-script/domain/operations/operation";
import { undoOperation } from "../../../apps-script/domain/operations/undo";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { DASHBOARD_CHARTS } from "../../../apps-script/domain/schema/dashboard-charts";
import { DASHBOARD } from "../../../apps-script/domain/schema/index";
import { perform } from "../../../node-sync/src/perform";
import { toValue } from "../../../node-sync/src/xlsx/cell-value";
import { ourCharts } from "../../../node-sync/src/xlsx/charts/refresh-charts";
import { parseArea } from "../../../node-sync/src/xlsx/patch/a1";
import { PackageParts } from "../../../node-sync/src/xlsx/patch/package-parts";
import { readWorkbookList } from "../../../node-sync/src/xlsx/patch/workbook-part";
import { attribute, unescapeXml } from "../../../node-sync/src/xlsx/patch/xml-scan";
import { readWorkbook } from "../../../node-sync/src/xlsx/read-workbook";
import { childText, elementsOf } from "../../../node-sync/src/xlsx/restyle/elements";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { convertWithLibreOffice, withLibreOffice } from "../../support/libreoffice";
import { OFFICE_DAY, officeWorkbook } from "../../support/office-workbook";
import { PackageEditor } from "../../support/package-editor";
import { migrated, pathOfReleased, released } from "../../support/released-workbooks";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpei-charts-"));
  path = join(folder, "名册.xlsx");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const all = operationOf("all", ALL_TITLE, runAll);
const run = (operation: Operation = all) =>
  perform(new XlsxHost(path), operation, {
    today: OFFICE_DAY,
    head: { time: "2024-03-12T08:00:00+08:00", clerk: "前台", source: "命令行" },
  });

async function chartsIn(workbook: Buffer): Promise<readonly string[]> {
  const parts = new PackageParts(workbook);
  const sheet = (await readWorkbookList(parts)).sheets.find(({ title }) => title === DASHBOARD.title);
  const charts = sheet ? await ourCharts(parts, sheet.part) : [];
  return Promise.all(charts.map((part) => parts.text(part)));
}

/** What each range of the charts shows by its cache, and what its cells hold. */
async function shownIn(workbook: Buffer) {
  const { sheets } = await readWorkbook(workbook);
  const rows = sheets.find(({ name }) => name === DASHBOARD.title)?.rows ?? [];
  const cells = new Map(rows.map((row) => [row.at, row.cells.map(toValue)]));
  const charts = await chartsIn(workbook);
  const refs = charts.flatMap((xml) => [...elementsOf(xml, "strRef"), ...elementsOf(xml, "numRef")]);
  return refs.flatMap(({ inner }) => {
    const formula = childText(inner, "f") ?? "";
    // LibreOffice writes names of series as formulas.
    if (!formula.includes("!")) return [];
    const area = parseArea(formula.slice(formula.lastIndexOf("!") + 1));
    if (!area) throw new Error(`no area in ${formula}`);
    const points = elementsOf(inner, "pt").map(
      (point) => [area.top + Number(attribute(point.open, "idx")), childText(point.inner, "v") ?? ""] as const,
    );
    const shown = Object.fromEntries(points.map(([row, text]) => [row, unescapeXml(text)]));
    const held: Record<number, string> = {};
    for (let row = area.top; row <= area.bottom; row += 1) {
      const value = cells.get(row)?.[area.left - 1] ?? null;
      if (value !== null) held[row] = String(value);
    }
    return [{ formula, shown, held }];
  });
}

async function expectTrueCharts(workbook: Buffer): Promise<number> {
  const all = await shownIn(workbook);
  for (const { shown, held } of all) expect(shown).toEqual(held);
  return all.reduce((sum, { shown }) => sum + Object.keys(shown).length, 0);
}

test("the charts show what the cells hold: new, after a run, after another that changes nothing, and once it is undone", async () => {
  await writeFile(path, await officeWorkbook(30));
  expect(await chartsIn(await readFile(path))).toHaveLength(DASHBOARD_CHARTS.length);
  expect(await expectTrueCharts(await readFile(path))).toBe(0);

  const first = await run();
  const after = await readFile(path);
  expect(await expectTrueCharts(after)).toBeGreaterThan(100);
  expect((await run()).changes.cells).toEqual([]);
  expect((await readFile(path)).equals(after)).toBe(true);

  await run(undoOperation(first.run ?? undefined));
  expect(await expectTrueCharts(await readFile(path))).toBeGreaterThan(100);
  await run();
  expect(await expectTrueCharts(await readFile(path))).toBeGreaterThan(100);
});

describe.each(released)("a workbook made before: %s", (name) => {
  test("gets the tab with its charts, once: one that staff delete does not come back", async () => {
    const { bytes } = await migrated(await readFile(pathOfReleased(name)));
    expect(await chartsIn(bytes)).toHaveLength(DASHBOARD_CHARTS.length);
    const editor = await PackageEditor.of(bytes);
    const drawing = "xl/drawings/drawing1.xml";
    editor.edit(drawing, (xml) => xml.replace(/<xdr:oneCellAnchor>.*?<\/xdr:oneCellAnchor>/su, ""));
    await writeFile(path, await editor.pack());
    await run();
    expect(await chartsIn(await readFile(path))).toHaveLength(DASHBOARD_CHARTS.length - 1);
    await expectTrueCharts(await readFile(path));
  });
});

test("what staff made of a chart of ours stays, and a chart of theirs on the tab keeps its bytes", async () => {
  await writeFile(path, await officeWorkbook(30));
  await run();
  const editor = await PackageEditor.of(await readFile(path));
  editor.edit("xl/charts/chart1.xml", (xml) => xml.replace("各班人数、到期提示和座位", "我们的班"));
  editor.edit("xl/drawings/drawing1.xml", (xml) => xml.replace('name="看板图2"', 'name="图表 2"'));
  const theirs = editor.text("xl/charts/chart2.xml").replace(/<c:numCache>.*?<\/c:numCache>/su, "");
  editor.edit("xl/charts/chart2.xml", () => theirs);
  await writeFile(path, await editor.pack());
  const host = new XlsxHost(path);
  await host.read();
  await host.write([[{ sheet: DASHBOARD.title, at: 13, column: 2, value: "甲班", kind: "text" }]]);
  const after = await PackageEditor.of(await readFile(path));
  expect(after.text("xl/charts/chart2.xml")).toBe(theirs);
  expect(after.text("xl/charts/chart1.xml")).toContain("我们的班");
  expect(after.text("xl/charts/chart1.xml")).toContain("<c:v>甲班</c:v>");
});

/** On how many pages the tab is printed, as its sheet part says. */
async function onPaper(workbook: Buffer): Promise<string | undefined> {
  const parts = new PackageParts(workbook);
  const sheet = (await readWorkbookList(parts)).sheets.find(({ title }) => title === DASHBOARD.title);
  const xml = sheet ? await parts.text(sheet.part) : "";
  expect(xml).toMatch(/<pageSetUpPr [^>]*fitToPage="1"/u);
  return elementsOf(xml, "pageSetup")[0]?.open;
}

test("the tab is printed on one A4 page, in a new workbook and where it is added later", async () => {
  const later = await migrated(await readFile(pathOfReleased(released[0] ?? "")));
  for (const workbook of [await officeWorkbook(5), later.bytes]) {
    const setup = await onPaper(workbook);
    for (const said of ['paperSize="9"', 'orientation="portrait"', 'fitToHeight="1"']) expect(setup).toContain(said);
  }
});

test("a tab that somebody deleted is made anew, with its charts", async () => {
  await writeFile(path, await officeWorkbook(5));
  const editor = await PackageEditor.of(await readFile(path));
  editor.edit("xl/workbook.xml", (xml) => xml.replace('name="看板"', 'name="旧看板"'));
  await writeFile(path, await editor.pack());
  const { changes } = await run();
  expect(changes.findings.filter(({ code }) => code === "W12").map(({ message }) => message)).toEqual([
    "“看板”不见了，已重新建立，数字和图都是程序算的，没有丢失。",
  ]);
  expect(await expectTrueCharts(await readFile(path))).toBeGreaterThan(100);
});

withLibreOffice("LibreOffice opens the charts, and shows what we do", async () => {
  await writeFile(path, await officeWorkbook(30));
  await run();
  const source = await readFile(path);
  const saved = convertWithLibreOffice(source, "xlsx");
  const [ours, theirs] = [await shownIn(source), await shownIn(saved)];
  expect(theirs.length).toBeGreaterThanOrEqual(ours.length);
  const shownBy = (all: typeof ours) => new Map(all.map(({ formula, shown }) => [formula.replaceAll("'", ""), shown]));
  const known = shownBy(theirs);
  for (const [formula, shown] of shownBy(ours)) {
    const there = Object.fromEntries(Object.entries(known.get(formula) ?? {}).filter(([, text]) => text !== ""));
    expect([formula, there]).toEqual([formula, shown]);
  }
});
