import { ruleTable } from "./rule-table";

/** Sentences about a supplier's card list. */
const asText = "请让供应商把卡号和密码存为文本后重新提供。";
export const cardListRules = /* @__PURE__ */ ruleTable({
  C90: { title: "卡号或密码缺失", severity: "阻断", advice: asText },
  C91: { title: "卡号或密码损坏", severity: "阻断", advice: asText },
  C92: { title: "卡号重复", severity: "阻断", advice: "一张卡只能有一行，请核对文件。" },
  C93: { title: "密码不一致", severity: "阻断", advice: "请向供应商核实哪一个密码有效。" },
  C94: { title: "文字太长", severity: "阻断", advice: asText },
});

export type CardListCode = keyof typeof cardListRules;

export const ADD_CARDS_TITLE = "添加模拟卡";
export const cardReason = (file: string) => `来自 ${file}`;
export const noCardNumber = (file: string, row: number) => `${file} 第${row}行没有卡号或密码，这一行没有收。`;
export const damagedCard = (file: string, row: number) =>
  `${file} 第${row}行的卡号或密码是数字格式，前面的0可能已丢失，这一行没有收。`;
export const cardTooLong = (file: string, row: number, column: string, most: number) =>
  `${file} 第${row}行的${column}超过${most}个字，这一行没有收。`;
export const cardTwice = (file: string, row: number, number: string) =>
  `${file} 第${row}行的卡号 ${number} 在文件里出现过，这一行没有收。`;
export const otherPassword = (file: string, row: number, number: string) =>
  `${file} 第${row}行的卡号 ${number} 库里已有，但密码不同，保留库里的密码。`;
export const noCardColumns = (file: string) => `${file} 里没有找到“卡号”和“密码”两列。`;
