/** What stands on every paper around what it says. */
export const labelOf = (label: string): string => `${label}：`;
export const nothingToShow = "没有可列的内容";
/** The footer, as the value of a style's `content`. */
export const pageNumber = '"第 " counter(page) " 页　共 " counter(pages) " 页"';

/** Above a paper on the screen, not on the sheet. */
export const howToPrint = "按 Ctrl+P 打印，纸张选 A4，缩放选 100%。";
export const secretPaper = "这里有密码：印完请删除这个文件。";
export const leftOut = (sentences: readonly string[]): string => `没有列入：${sentences.join("")}`;
