import type { Day } from "../days/civil-day";
import { CLASS_STATE } from "../schema/allowed";
import { forUnit, type UnitSentence } from "./audience";
import { ruleTable } from "./rule-table";

/** Sentences about the files that go out to units. */

export const EXPORT_TITLE = "导出单位文件";

export const exportRules = /* @__PURE__ */ ruleTable({
  X01: {
    title: "工作单位没有登记，没有导出",
    severity: "警告",
    advice: "是同一家的，在“单位”表的“别名”里加上这个写法；是新单位的，在“单位”表新增一行，再导出一次。",
  },
  X02: { title: "没有工作单位，没有导出", severity: "警告", advice: "请在名册里补填工作单位。" },
  X03: { title: "工作单位属于几家，没有导出", severity: "警告", advice: "请在“单位”表里让一个写法只属于一家单位，再导出一次。" },
  X04: { title: "文件会重名，没有导出", severity: "阻断", advice: "请在“单位”表里改一个全称，让它们不只差标点、字宽或大小写。" },
  X05: { title: "没有这家单位", severity: "阻断", advice: "请写单位全称或“单位”表里登记的别名。" },
  X06: {
    title: "单位全称太长，没有导出",
    severity: "阻断",
    advice: "请在“单位”表里写营业执照上的全称，名册里的写法放进“别名”，再导出一次。",
  },
  X07: { title: "文字太长，没有写全", severity: "警告", advice: "请在名册里改短。" },
});

export type ExportCode = keyof typeof exportRules;

export const toldReason = (unit: string): string => `写在发给${unit}的文件里`;
/** What a unit reads of a person's class; the two parts of each take a line of their own in a narrow column. */
export const bookingWindow = (from: Day, to: Day): string => `${from} 至 ${to}`;
export const reportInAt = (day: Day, hours: string | null): string => (hours === null ? day : `${day} ${hours}`);
export const classStopped = `本班${CLASS_STATE.stopped}，请等中心通知`;

export const sentReason = (unit: string, generation: number): string => `发给${unit}的第${generation}代`;

export const unknownUnit = (written: string, people: number, near: readonly string[]): string =>
  `名册里有${people}人的工作单位写的是“${written}”，“单位”表里没有这个全称或别名，没有导出${
    near.length === 0 ? "" : `；相近的有“${near.join("”“")}”`
  }。`;
export const sharedName = (written: string, units: readonly string[], people: number): string =>
  `名册里有${people}人的工作单位写的是“${written}”，它同时属于“${units.join("”“")}”，没有导出。`;
export const noUnit = (people: number): string => `名册里有${people}人没有填写工作单位，没有导出。`;

export const sameFileName = (file: string, units: readonly string[]): string =>
  `“${units.join("”“")}”的文件都会叫“${file}”，这${units.length}家没有导出。`;
export const unitTooLong = (unit: string, length: number, most: number): string =>
  `单位“${unit}”的全称有${length}个字，最多${most}个字，这家没有导出。`;
export const cellsCut = (who: string, columns: readonly string[]): string =>
  `${who}的${columns.join("、")}太长，发给单位的文件里只有开头（号码则空着），名册里的不变。`;
export const noSuchUnit = (name: string, near: readonly string[]): string =>
  `“单位”表里没有“${name}”${near.length === 0 ? "" : `，相近的有“${near.join("”“")}”`}，没有导出任何文件。`;

/** Notes at the cells of a unit's own people. */
export const missing = (column: string): UnitSentence => forUnit(`还没有填写${column}，请补上。`);
export const damagedNumber = (column: string): UnitSentence =>
  forUnit(`${column}在名册里成了数字，后几位可能已经丢失，请重新填写完整。`);
export const tooLongToSend = (column: string, most: number): UnitSentence =>
  forUnit(`${column}在中心的名册里超过${most}个字，这里没有写全，中心那边不变。`);
export const papersNote = (text: string): UnitSentence => forUnit(`资料还缺：\n${text.replace(/；/gu, "\n")}`);
