import { withChanges } from "../../../apps-script/domain/changes/advance";
import { combine } from "../../../apps-script/domain/changes/combine";
import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import type { Terms } from "../../../apps-script/domain/operations/run";
import { numberRows } from "../../../apps-script/domain/rules/number-rows";
import { addRows, freshTabs, type LabTab, tabOf } from "../../hosts/lab";

export const terms: Terms = { today: "2024-03-01", head: { time: "2024-03-01T09:00:00+08:00", clerk: "甲", source: "菜单" } };

/** Numbers the rows, then writes into each enrolment what can be told from the person, and adds units and a to-do. */
export const fill: Operation = {
  id: "fill",
  title: "试填",
  decide: (snapshot, context) => {
    const numbered = numberRows(snapshot, context);
    const now = withChanges(snapshot, numbered);
    const out = new OutcomeBuilder();
    for (const row of now.roster) {
      if (row.mobile === "skip") continue;
      out.set("roster", row, "class", `${row.name}的班`);
      out.set("roster", row, "reason", `=${row.name}`);
      out.set("roster", row, "slack", Number(String(row.mobile).slice(-3)));
      out.set("roster", row, "lastSafeBookingDay", `2024-05-${String(row.mobile).slice(-2)}`);
      out.set("roster", row, "card", `00${row.mobile}`);
      out.set("roster", row, "lockedClass", `${row.name}锁`);
    }
    for (const unit of new Set(now.roster.map((row) => row.unit))) {
      if (unit !== null && !now.units.some((known) => known.name === unit)) out.add("units", { name: unit, phone: "0535001" });
    }
    return combine([numbered, out.done()], { rows: now.roster.length });
  },
};

export const nothing: Operation = { id: "none", title: "空", decide: () => new OutcomeBuilder().done() };

const NAMES = ["张一", "李二", "王三", "赵四", "钱五", "孙六", "周七", "吴八"];

let made: readonly LabTab[] | null = null;

/** A new workbook's tabs without the holidays, which these operations do not need. */
export function shortTabs(): LabTab[] {
  made ??= withoutHolidays(freshTabs());
  return structuredClone([...made]);
}

/** The holidays of all years are most of a small workbook. */
export function withoutHolidays(tabs: readonly LabTab[]): LabTab[] {
  return tabs.map((tab) => (tab.title === "节假日" ? { ...tab, cells: tab.cells.slice(0, 3) } : tab));
}

/** A roster of eight people: some with a number already, the second and the sixth with nothing to be written. */
export function eightPeople(): LabTab[] {
  const tabs = shortTabs();
  const roster = tabOf(tabs, "名册");
  roster.cells[0]?.push("我的列");
  addRows(
    roster,
    NAMES.map((name, index) => ({
      姓名: name,
      证件号: `37999919800101${String(1000 + index)}`,
      手机号: index % 4 === 1 ? "skip" : `1990000001${index + 1}`,
      工作单位: index % 2 ? "甲矿" : "乙矿",
      备注: `${(index * 5) % 8}备注`,
      我的列: `${name}自己的`,
      ...(index % 3 === 0 ? { 报名编号: `B2024-0000${index + 1}`, 人员编号: `P0000${index + 1}` } : {}),
      ...(index % 4 === 1 ? { 班级: `${name}旧班`, 模拟卡号: `0${index}` } : {}),
    })),
  );
  return tabs;
}
