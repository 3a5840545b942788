import { forUnit, type UnitSentence } from "./audience";

/** Sentences about the files that go out to units. */

export const EXPORT_TITLE = "导出单位文件";

export const sentReason = (unit: string, generation: number): string => `发给${unit}的第${generation}代`;

export const unknownUnit = (written: string, people: number, near: readonly string[]): string =>
  `名册里有${people}人的工作单位写的是“${written}”，“单位”表里没有这个全称或别名，没有导出${
    near.length === 0 ? "" : `；相近的有“${near.join("”“")}”`
  }。`;
export const unknownUnitAdvice = "是同一家的，在“单位”表的“别名”里加上这个写法；是新单位的，在“单位”表新增一行，再导出一次。";
export const sharedName = (written: string, units: readonly string[], people: number): string =>
  `名册里有${people}人的工作单位写的是“${written}”，它同时属于“${units.join("”“")}”，没有导出。`;
export const sharedNameAdvice = "请在“单位”表里让一个写法只属于一家单位，再导出一次。";
export const noUnit = (people: number): string => `名册里有${people}人没有填写工作单位，没有导出。`;
export const noUnitAdvice = "请在名册里补填工作单位。";

export const sameFileName = (file: string, units: readonly string[]): string =>
  `“${units.join("”“")}”的文件都会叫“${file}”，没有导出任何文件。`;
export const sameFileNameAdvice = "请在“单位”表里改一个全称，让它们不只差标点、字宽或大小写。";
export const noSuchUnit = (name: string, near: readonly string[]): string =>
  `“单位”表里没有“${name}”${near.length === 0 ? "" : `，相近的有“${near.join("”“")}”`}，没有导出任何文件。`;
export const noSuchUnitAdvice = "请写单位全称或“单位”表里登记的别名。";

/** Notes at the cells of a unit's own people. */
export const missing = (column: string): UnitSentence => forUnit(`还没有填写${column}，请补上。`);
export const damagedNumber = (column: string): UnitSentence =>
  forUnit(`${column}在名册里成了数字，后几位可能已经丢失，请重新填写完整。`);
export const papersNote = (text: string): UnitSentence => forUnit(`资料还缺：\n${text.replace(/；/gu, "\n")}`);
