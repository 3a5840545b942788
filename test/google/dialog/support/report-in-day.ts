import { join } from "node:path";
import { BOOKING } from "../../../../apps-script/domain/schema/allowed";
import { XlsxHost } from "../../../../node-sync/src/xlsx/xlsx-host";
import { addRows, type LabTab, tabOf } from "../../../hosts/lab";
import { xlsxLab } from "../../../hosts/xlsx-lab";
import { anpei, emptyFolder } from "../../../support/cli";
import type { AddOn } from "../../bundle/support/add-on";
import { loadTabs, settledIn, tabsOfGrids } from "../../lab";
import { officeOf } from "./office";

export const CLASS = "再培训班第三期";
export const DAY = "2024-05-14";

/** Who reports in on the day of the class: the last four digits are all different, but of the last two. */
export interface Comer {
  readonly key: string;
  readonly name: string;
  readonly ending: string;
}

const SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";

export const COMERS: readonly Comer[] = [...SURNAMES].map((surname, index) => ({
  key: `B2024-9${String(index).padStart(4, "0")}`,
  name: `${surname}来<b>安`,
  ending: index > 17 ? "2077" : String(2030 + index),
}));

/** The same workbook in a Sheet and in a file. */
interface ReportInDay {
  readonly addOn: AddOn;
  readonly book: string;
}

export async function reportInDay(): Promise<ReportInDay> {
  const folder = emptyFolder();
  expect(anpei(["demo", join(folder, "demo")]).exit).toBe(0);
  const tabs = tabsOfGrids(await new XlsxHost(join(folder, "demo/名册.xlsx")).read());
  addComers(tabs);
  let book = "";
  const file = await xlsxLab((path) => {
    book = path;
    return new XlsxHost(path);
  });
  await file.load(tabs);
  const addOn = officeOf(`${DAY}T10:00:00+08:00`);
  const { workbook, properties } = addOn.google;
  properties.user.set("经办人", "测试");
  loadTabs(workbook, settledIn(workbook.id, tabs), "dates");
  return { addOn, book };
}

function addComers(tabs: LabTab[]): void {
  addRows(
    tabOf(tabs, "名册"),
    COMERS.map(({ key, name, ending }, index) => ({
      报名编号: key,
      人员编号: `P9${String(index).padStart(4, "0")}`,
      姓名: name,
      证件类型: "身份证",
      证件号: `37060219800${String(101 + index)}${ending}`,
      工作单位: "示例采石场",
      职位: "主要负责人",
      申报类型: "再培训",
      证件有效期: "2024-08-15",
      班级: CLASS,
      省厅预约状态: BOOKING.passed,
      省厅预约班级: CLASS,
    })),
  );
}
