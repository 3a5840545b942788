/** Sentences about loading a class plan. */
export const LOAD_PLAN_TITLE = "读入培训计划";
export const planReason = "读入培训计划";
export const replacedReason = (version: number) => `由第${version}版代替`;
export const droppedReason = "新计划里没有这个班";
export const noYear = (file: string) => `${file} 里没有写年度，请用 --year 给出，例如 --year 2024。`;
export const otherYear = (file: string, found: number, book: number) =>
  `${file} 是${found}年的计划，而这本工作簿是${book}年的。一本工作簿只管一个年度，请为${found}年另建一本。`;
