import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import { mayBeMisread } from "../../../apps-script/domain/moving/misread";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { asText } from "../../../apps-script/src/sheet/cell-text";
import { addRows, cellAt, edit, type LabTab, tabOf } from "../../hosts/lab";
import type { GoogleLabOptions } from "../lab";
import { apply } from "../perform-at-once";
import type { Unknowns } from "../workbook/workbook";
import { shortTabs, terms } from "./fill";
import { columnTitled, sheetTitled } from "./moving-people";
import { type SheetLab, sheetLab } from "./sheet-lab";

const TEXTS = [
  "=1+1",
  "+86 535",
  "-A1*2",
  "@SUM(A1)",
  "'quoted'",
  "0012",
  "1e5",
  "3-4",
  "2024/6/7",
  "2024年6月",
  "6:30",
  "true",
  "FALSE",
  "12%",
  "￥5",
  "1,000",
  "普通",
];

const writeReasons: Operation = {
  id: "texts",
  title: "写字",
  decide: (snapshot) => {
    const out = new OutcomeBuilder();
    snapshot.roster.forEach((row, index) => {
      out.set("roster", row, "reason", TEXTS[index] ?? null);
      out.set("roster", row, "slack", index + 0.5);
    });
    return out.done();
  },
};

function roster(rows: readonly Record<string, string>[]): LabTab[] {
  const tabs = shortTabs();
  addRows(
    tabOf(tabs, "名册"),
    rows.map((row, index) => ({ 报名编号: `B2024-${String(index + 1).padStart(5, "0")}`, 人员编号: `P${index}`, ...row })),
  );
  return tabs;
}

function setFormat(lab: SheetLab, title: string, format: string): void {
  const sheet = sheetTitled(lab.google, "名册");
  const column = columnTitled(sheet, title);
  for (let row = 2; row <= 60; row++) sheet.cell(row, column).numberFormat = format;
}

describe("texts", () => {
  const worlds: Partial<Unknowns>[] = [
    {},
    { apostropheInTextCell: "dropped" },
    { equalsInTextCell: "formula" },
    { apostropheInTextCell: "dropped", equalsInTextCell: "formula" },
    { numberInTextCell: "number" },
  ];
  test.each(worlds.flatMap((unknowns) => [null, "@"].map((format) => ({ format, unknowns }))))(
    "stay texts, whatever they look like: $format $unknowns",
    async ({ format, unknowns }) => {
      const lab = sheetLab({ unknowns });
      await lab.load(roster(TEXTS.map((text) => ({ 姓名: "张一", 备注: text }))));
      if (format) setFormat(lab, "分配说明", format);
      apply(lab.sheetHost, writeReasons, terms);
      const { roster: rows } = snapshotOf(lab.sheetHost.read());
      expect(rows.map((row) => row.reason)).toEqual(TEXTS);
      expect(rows.map((row) => row.slack)).toEqual(TEXTS.map((_, index) => index + 0.5));
      const tab = tabOf(await lab.dump(), "名册");
      expect(TEXTS.map((_, index) => cellAt(tab, index + 1, "分配说明"))).toEqual(TEXTS);
      expect(apply(lab.sheetHost, writeReasons, terms).run).toBeNull();
    },
  );

  test("are given an apostrophe only where they need one", () => {
    expect(TEXTS.filter((text) => !mayBeMisread(text))).toEqual(["普通"]);
    expect(["B2024-00001", "R00001", "合格", "张一", '{"v":1}'].filter(mayBeMisread)).toEqual([]);
    expect([asText("0012", "@"), asText("0012", undefined), asText("=1", "@")]).toEqual(["0012", "'0012", "'=1"]);
  });
});

describe("cells of a block that are not to change", () => {
  test("are written back as they are: formulas, leading zeros, days, numbers; and someone's edit stays", async () => {
    const lab = sheetLab({ days: "dates" });
    const tabs = roster([
      { 姓名: "张一" },
      { 姓名: "李二", 分配说明: "0012", 建议最迟预约日: "2024-05-05" },
      { 姓名: "王三" },
      { 姓名: "赵四" },
    ]);
    const tab = tabOf(tabs, "名册");
    edit(tab, 3, "余量天数", { formula: "1+2", result: 3 });
    edit(tab, 3, "分配说明", "=不是公式");
    await lab.load(tabs);
    const outer: Operation = {
      id: "outer",
      title: "首尾",
      decide: (snapshot) => {
        const out = new OutcomeBuilder();
        for (const row of snapshot.roster.filter(({ name }) => name === "张一" || name === "赵四")) {
          for (const column of ["reason", "light", "slack", "lastSafeBookingDay"] as const) {
            out.set("roster", row, column, column === "slack" ? 7 : column === "lastSafeBookingDay" ? "2024-06-06" : "新");
          }
        }
        return out.done();
      },
    };
    apply(lab.sheetHost, outer, terms);
    const now = tabOf(await lab.dump(), "名册");
    const rows = [1, 2, 3, 4].map((row) =>
      ["分配说明", "到期提示", "余量天数", "建议最迟预约日"].map((title) => cellAt(now, row, title)),
    );
    expect(rows).toEqual([
      ["新", "新", 7, "2024-06-06"],
      ["0012", null, null, "2024-05-05"],
      ["=不是公式", null, { formula: "1+2", result: 3 }, null],
      ["新", "新", 7, "2024-06-06"],
    ]);
  });
});

describe("days", () => {
  const days = ["2024-03-10", "2024-03-11", "2024-11-03", "2024-11-04", "2024-02-29", "1990-04-15", "2024-12-31", "2025-01-01"];
  const zones: GoogleLabOptions[] = [
    { timeZone: "America/New_York", scriptTimeZone: "Asia/Shanghai" },
    { timeZone: "Asia/Shanghai", scriptTimeZone: "America/Los_Angeles" },
    { timeZone: "Pacific/Auckland", scriptTimeZone: "UTC" },
    { timeZone: "Pacific/Kiritimati", scriptTimeZone: "Pacific/Pago_Pago" },
  ];
  test.each(zones)("are the Sheet's own: $timeZone, the script in $scriptTimeZone", async (zone) => {
    const lab = sheetLab({ ...zone, days: "dates" });
    await lab.load(roster(days.map((day) => ({ 姓名: day, 证件有效期: day }))));
    const copy: Operation = {
      id: "days",
      title: "抄日期",
      decide: (snapshot) => {
        const out = new OutcomeBuilder();
        for (const row of snapshot.roster) out.set("roster", row, "lastSafeBookingDay", row.validUntil);
        return out.done();
      },
    };
    apply(lab.sheetHost, copy, terms);
    const tab = tabOf(await lab.dump(), "名册");
    expect(days.map((_, index) => cellAt(tab, index + 1, "建议最迟预约日"))).toEqual(days);
    expect(snapshotOf(lab.sheetHost.read()).roster.map((row) => [row.validUntil, row.lastSafeBookingDay])).toEqual(
      days.map((day) => [day, day]),
    );
    const sheet = sheetTitled(lab.google, "名册");
    expect(typeof sheet.value(2, columnTitled(sheet, "建议最迟预约日"))).toBe("number");
  });
});
