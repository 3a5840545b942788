import { BLOCKS, DASHBOARD, SCHEMA_VERSION, TABLES, type Table, titlesOf } from "../../../apps-script/domain/schema/index";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { initialise, previewInitialise } from "../../../apps-script/src/initialise";
import { cellAt, edit, rowWhere, tabOf } from "../../hosts/lab";
import { apply } from "../perform-at-once";
import { eightPeople, fill, terms } from "./fill";
import { columnTitled, dieAtCall, sheetTitled } from "./moving-people";
import { type SheetLab, sheetLab } from "./sheet-lab";

const year = { planYear: 2024, workbook: "W-1" };
const all = Object.values<Table>(TABLES);

async function whole(): Promise<SheetLab> {
  const lab = sheetLab();
  initialise(lab.sheetHost, year);
  return lab;
}

/** Of some thousand calls; more of them in the soak. */
const STEP = process.env.ANPEI_SOAK === undefined ? 1499 : 499;

describe("initialising", () => {
  test("builds every tab with its first rows in an empty Sheet; a second time there is nothing to do", async () => {
    const lab = sheetLab();
    expect(previewInitialise(lab.sheetHost)).toMatchObject({ tabs: all.map(({ title }) => title), version: null });
    initialise(lab.sheetHost, year);
    const tabs = await lab.dump();
    expect(tabs.map(({ title }) => title)).toEqual(["Sheet1", ...all.map(({ title }) => title)]);
    for (const table of all) expect(tabOf(tabs, table.title).cells[0]).toEqual(titlesOf(table));
    const snapshot = snapshotOf(lab.sheetHost.read());
    expect(snapshot.settings.find(({ item }) => item === "计划年度")?.value).toBe(2024);
    expect(snapshot.holidays.length).toBeGreaterThan(50);
    expect(previewInitialise(lab.sheetHost).isComplete).toBe(true);
    expect(initialise(lab.sheetHost, year).isComplete).toBe(true);
    expect(await lab.dump()).toEqual(tabs);
  });

  test("gives tabs their looks: formats, dropdowns, colours, frozen header, filter, hidden tabs and columns", async () => {
    const lab = await whole();
    const roster = sheetTitled(lab.google, "名册");
    const column = (title: string): number => columnTitled(roster, title);
    const format = (title: string) => roster.peek(500, column(title))?.numberFormat;
    expect(["证件号", "证件有效期", "应缴", "余量天数", "分配说明"].map(format)).toEqual([
      "@",
      "yyyy-mm-dd",
      "#,##0.00",
      "0",
      "@",
    ]);
    expect(roster.peek(9, column("申报类型"))?.validation).toMatchObject({
      values: ["初培", "再培训", "换证"],
      allowInvalid: true,
    });
    expect([roster.frozenRows, roster.frozenColumns, roster.filter?.columns]).toEqual([1, 3, titlesOf(TABLES.roster).length]);
    expect(roster.peek(2, column("班级"))?.looks.background).toBe("#f2f2f2");
    expect(roster.peek(1, column("姓名"))?.looks.background).toBe("#bdd7ee");
    expect(roster.conditionalRules.length).toBeGreaterThan(8);
    expect(roster.columns[column("上次班级") - 1]?.hidden).toBe(true);
    expect(lab.google.workbook.sheets.filter(({ hidden }) => hidden).map(({ title }) => title)).toEqual([
      "底稿",
      "_改动",
      "封印",
    ]);
    expect(sheetTitled(lab.google, "待办").conditionalRules.length).toBeGreaterThan(2);
    const { charts } = sheetTitled(lab.google, DASHBOARD.title);
    expect(charts.map(({ type, options: { title } }) => [type, title])).toEqual([
      ["COMBO", "各班人数、到期提示和座位"],
      ["COLUMN", "再培训到期人数和座位（按月）"],
      ["BAR", "缺的资料（人）"],
      ["COLUMN", "收款（按月，元）"],
      ["BAR", "单位文件（家）"],
    ]);
    expect(charts[0]?.areas.map(({ row, rows, column }) => [row, rows, column])).toEqual(
      [3, 6, 7, 8, 9, 10, 5].map((place) => [13, BLOCKS.classes, place]),
    );
  });

  test("is followed by actions that work, and keep texts texts in its columns", async () => {
    const lab = await whole();
    const roster = sheetTitled(lab.google, "名册");
    roster.enter(2, columnTitled(roster, "姓名"), "张一");
    roster.enter(2, columnTitled(roster, "手机号"), "19900000011");
    roster.enter(2, columnTitled(roster, "工作单位"), "甲矿");
    expect(apply(lab.sheetHost, fill, terms).run).toBe("R00001");
    const [row] = snapshotOf(lab.sheetHost.read()).roster;
    expect([row?.reason, row?.card, row?.mobile, row?.slack, row?.lastSafeBookingDay]).toEqual([
      "=张一",
      "0019900000011",
      "19900000011",
      11,
      "2024-05-11",
    ]);
    expect(apply(lab.sheetHost, fill, terms).run).toBeNull();
  });

  test("repairs a Sheet that staff have rearranged, and loses nothing", async () => {
    const lab = sheetLab();
    const tabs = eightPeople().filter(({ title }) => title !== "待办");
    const roster = tabOf(tabs, "名册");
    for (const cells of roster.cells) cells.reverse();
    roster.cells.unshift([], []);
    const titles = roster.cells[2] ?? [];
    titles[titles.indexOf("职位")] = "岗位";
    const settings = tabOf(tabs, "设置");
    settings.cells.splice(rowWhere(settings, "项", "安全余量"), 1);
    await lab.load(tabs);
    const before = await lab.dump();
    const lacking = initialise(lab.sheetHost, year);
    expect(lacking).toMatchObject({ tabs: ["待办"], columns: [{ tab: "名册", titles: ["职位"] }], settings: ["安全余量"] });
    const now = await lab.dump();
    for (const tab of before) {
      tab.cells.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          if (cell !== null)
            expect([tab.title, row, column, tabOf(now, tab.title).cells[row]?.[column]]).toEqual([tab.title, row, column, cell]);
        });
      });
    }
    expect(tabOf(now, "名册").cells[2]).toContain("职位");
    const values = tabOf(now, "设置");
    expect(cellAt(values, rowWhere(values, "项", "安全余量"), "值")).toBe(15);
    expect(previewInitialise(lab.sheetHost).isComplete).toBe(true);
    expect(apply(lab.sheetHost, fill, terms).run).toBe("R00001");
  });

  test("brings an older schema up, refuses a newer one and a tab that is someone else's", async () => {
    const lab = sheetLab();
    const tabs = eightPeople();
    const settings = tabOf(tabs, "设置");
    const at = rowWhere(settings, "项", "表结构版本");
    edit(settings, at, "值", 0);
    await lab.load(tabs);
    expect(initialise(lab.sheetHost, year).version).toBe(0);
    expect(cellAt(tabOf(await lab.dump(), "设置"), at, "值")).toBe(SCHEMA_VERSION);
    edit(settings, at, "值", 99);
    await lab.load(tabs);
    expect(() => initialise(lab.sheetHost, year)).toThrow("第99版");
    await lab.load([
      {
        title: "名册",
        cells: [
          ["班", "同学"],
          ["一班", "小明"],
        ],
      },
    ]);
    expect(() => initialise(lab.sheetHost, year)).toThrow("已经有一张“名册”表");
  });

  test("cut off anywhere, is completed by the next", async () => {
    const expected = await (await whole()).dump();
    for (let n = 3; ; n += STEP) {
      const lab = sheetLab();
      const revive = dieAtCall(lab, n);
      let died = true;
      try {
        initialise(lab.sheetHost, year);
        died = false;
      } catch (_) {}
      revive();
      initialise(lab.sheetHost, year);
      expect([n, await lab.dump()]).toEqual([n, expected]);
      if (!died) break;
    }
  });
});
