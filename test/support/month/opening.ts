import { addDays } from "../../../apps-script/domain/days/civil-day";
import { addRows, freshTabs, type LabTab, tabOf } from "../../hosts/lab";
import { type Chance, GROUP, type Person, UNITS } from "./people";

/** What had happened before the month began, by columns of 名册. */
export interface Before {
  readonly person: Person;
  readonly cells: Readonly<Record<string, string | number>>;
  readonly hasPaid: boolean;
}

export const FIRST_EXAM = "2024-04-25";

/** The facts about somebody on the evening before the month: one class is trained, one can be booked, one is signed up for. */
export function before(person: Person, chance: Chance): Before {
  const facts = (cells: Before["cells"], hasPaid = false): Before => ({ person, cells, hasPaid });
  const signedUp = (name: string, day: string) => (chance.is(0.88) ? { 预报名日期: day, 预报名班级: name } : {});
  switch (person.group) {
    case "second": {
      const booked = { 省厅预约状态: "通过", 省厅预约班级: "再培训班第二期", 预约日期: "2024-03-11" };
      const came = { ...signedUp("再培训班第二期", "2024-03-01"), ...booked, 报到日期: "2024-03-26", 培训完成: "2024-03-29" };
      const exam = chance.is(0.6) ? { 考试状态: "待考", 考试日期: FIRST_EXAM, 考试次数: 1 } : {};
      return facts({ ...came, ...exam }, chance.is(0.9));
    }
    case "third": {
      const signed = signedUp("再培训班第三期", "2024-03-20");
      if (!chance.is(0.4)) return facts(signed);
      const state = chance.pick(["通过", "通过", "通过", "待审", "退回"]);
      const day = addDays("2024-04-15", chance.upTo(state === "待审" ? 4 : 2));
      const reason = state === "退回" ? { 退回原因: "推荐表没有公章" } : {};
      return facts({ ...signed, 省厅预约状态: state, 省厅预约班级: "再培训班第三期", 预约日期: day, ...reason });
    }
    case "fourth":
      return facts(signedUp("再培训班第四期", "2024-03-25"));
    case "other":
      return facts(chance.is(0.3) ? { 预报名日期: "2024-03-28", 预报名班级: "再培训班第八期" } : {});
  }
}

/** The workbook as it was closed on the evening before. */
export function openingTabs(all: readonly Before[]): LabTab[] {
  const tabs = freshTabs();
  addRows(
    tabOf(tabs, "名册"),
    all.map(({ person, cells }) => ({ ...person.cells, ...cells })),
  );
  addRows(
    tabOf(tabs, "资料"),
    all.filter(({ person }) => person.group === "second").map(({ person }) => ({ 报名编号: person.key, ...handedIn(tabs) })),
  );
  addRows(
    tabOf(tabs, "单位"),
    [GROUP, ...UNITS].map((name) => ({ 单位全称: name })),
  );
  addRows(
    tabOf(tabs, "缴费"),
    all.filter(({ hasPaid }) => hasPaid).map(({ person }, at) => payment(person, at)),
  );
  addRows(
    tabOf(tabs, "模拟卡"),
    Array.from({ length: all.length }, (_, at) => ({
      卡号: `K${String(at + 1).padStart(6, "0")}`,
      密码: `mima${String(at).padStart(6, "0")}`,
      状态: "未领",
    })),
  );
  return tabs;
}

const payment = ({ key, unit }: Person, at: number) => ({
  流水号: `F2024-${String(at + 1).padStart(5, "0")}`,
  日期: "2024-03-26",
  金额: 300,
  方式: "现金",
  付款方: unit,
  分摊到: key,
});

function handedIn(tabs: readonly LabTab[]): Record<string, string> {
  const [header = []] = tabOf(tabs, "资料").cells;
  return Object.fromEntries(
    header.flatMap((title) => (/^(?:申报|推荐表|信息|报到)·/u.test(String(title)) ? [[title, "已交"]] : [])),
  );
}
