import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SiteList } from "../../../apps-script/domain/merge/site/kinds";
import { makeFolder } from "../files/folder";
import { csvOf, type Rows, xlsOf, xlsxOf } from "./file-forms";
import { demoPerson } from "./people";

/** A list that lies in the inbox, and which of the lists it is. */
interface WrittenList {
  readonly kind: SiteList;
  readonly path: string;
}

/** What the two sites export on the morning of 13 March, each in its own form. */
export async function writeSiteLists(folder: string): Promise<WrittenList[]> {
  await makeFolder(folder);
  const lists: readonly (readonly [SiteList, string, Buffer])[] = [
    ["预报名", "中心网站预报名.xlsx", await preRegistrations()],
    ["省厅预约", "省厅系统预约名单.xls", await xlsOf(bookings(), "预约")],
    ["成绩", "考试成绩.csv", await csvOf(results())],
  ];
  for (const [, name, bytes] of lists) await writeFile(join(folder, name), bytes, { mode: 0o600 });
  return lists.map(([kind, name]) => ({ kind, path: join(folder, name) }));
}

const SECOND = "再培训班第二期";
/** Everybody of the second class, one of the third, and one whom the roster does not know. */
const PRE_REGISTERED = [1, 2, 9, 13, 21, 26, 33, 45, 49, 61, 62, 69, 46, 95];

function preRegistrations(): Promise<Buffer> {
  return xlsxOf((sheet) => {
    sheet.addRow(["中心网站预报名名单（截至2024年3月13日 8:00）"]);
    sheet.addRow(["报名时间", "报名班级", "姓名", "联系电话", "身份证号", "所在单位"]);
    for (const index of PRE_REGISTERED) {
      const { name, id, mobile } = demoPerson(index);
      const [day, course] =
        index === 46 ? ["2024/3/11", "再培训班第三期"] : index === 95 ? ["2024/3/12", SECOND] : ["2024/3/3", SECOND];
      sheet.addRow([day, course, name, mobile, id, ""]);
    }
  });
}

/** Approved, under review and sent back; one in another class than ours, one who never pre-registered. */
function bookings(): Rows {
  const states: readonly (readonly [person: number, state: string, course?: string, opinion?: string])[] = [
    ...[2, 9, 13, 21, 45, 49, 61].map((index) => [index, "审核通过"] as const),
    [33, "审核未通过", SECOND, "推荐表没有签名"],
    [69, "待审核"],
    [62, "待审核"],
    [46, "审核通过", SECOND],
    [27, "审核通过", "培训班第一期"],
  ];
  const rows = states.map(([index, state, course = SECOND, opinion = ""], place) => {
    const { name, id } = demoPerson(index);
    return [place + 1, course, id, name, "2024.3.11", state, opinion];
  });
  return [["导出时间：2024-03-13 08:30"], ["序号", "培训班级", "证件号码", "姓名", "申请时间", "审核状态", "审核意见"], ...rows];
}

/** The exam of the first class: passed, failed, absent. */
function results(): Rows {
  const row = (index: number, ...cells: readonly string[]): string[] => [demoPerson(index).id, demoPerson(index).name, ...cells];
  return [
    ["考试成绩（截至2024年3月13日）"],
    ["身份证号码", "姓名", "考试时间", "得分", "是否合格", "发证时间", "有效期至"],
    row(12, "2024年3月8日", "86", "合格", "2024年3月12日", "2027年4月28日"),
    row(48, "2024年3月8日", "71", "不合格", "", ""),
    row(60, "2024年3月8日", "", "缺考", "", ""),
  ];
}
