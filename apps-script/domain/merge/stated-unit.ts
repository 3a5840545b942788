import { trimmed } from "../snapshot/trim";
import { textOf } from "../snapshot/value";
import { addressOf, type TableRow } from "./table-file";

/** The unit that a line outside the list names for all its rows, and where. */
export interface StatedUnit {
  readonly text: string;
  readonly address: string;
}

/** "单位：", "填报单位（盖章）：", "企业名称:" — with the name behind it or in the next cell. */
const LABEL =
  /^(?:填报|申报|报名|报送|上报|推荐|派出|送培|参训|工作|所在|用人)?(?:单位|企业|公司)(?:名称|全称)?\s*(?:[(（](?:盖章|公章|签章|章|加盖公章|全称)[)）]\s*)?[:：]\s*(.*)$/su;
/** What follows the name on the same line. */
const AFTER = /(?:\s{2,}|[(（](?:盖章|公章|签章|章|加盖公章)[)）]|填表|填报|制表|日期|联系人|联系电话|电话|时间)/u;
/** A title that begins with a company: "某某矿业有限公司2024年培训报名表". */
const COMPANY = /^(?!关于|附件|各)\S{2,40}?(?:有限责任公司|股份有限公司|有限公司|集团公司|公司)$/u;
const LAST_OF_COMPANY = "公司";
/** Units of the longest company that `COMPANY` takes. */
const LONGEST_COMPANY = 2 * 40 + "有限责任公司".length;
const ENDS_OF_TITLE: readonly string[] = ["表", "名单", "花名册", "台账", "名册"];

/** Reads a line above, between or below lists; `null` when it names no unit. */
export function statedUnit(row: TableRow): StatedUnit | null {
  const cells = row.cells.map((cell) => textOf(cell));
  for (const [index, text] of cells.entries()) {
    const behind = LABEL.exec(text)?.[1];
    if (behind === undefined) continue;
    const named = nameIn(behind);
    if (named !== "") return { text: named, address: addressOf(index, row.at) };
    const next = cells.findIndex((other, place) => place > index && other !== "");
    const value = next < 0 ? "" : nameIn(cells[next] ?? "");
    if (value !== "" && !/[:：]/u.test(value)) return { text: value, address: addressOf(next, row.at) };
  }
  for (const [index, text] of cells.entries()) {
    const company = companyIn(text);
    if (company !== null) return { text: company, address: addressOf(index, row.at) };
  }
  return null;
}

/** The company with which a title of one line begins, and which is the only one that it names. */
function companyIn(title: string): string | null {
  if (!ENDS_OF_TITLE.some((end) => title.endsWith(end))) return null;
  const end = title.lastIndexOf(LAST_OF_COMPANY) + LAST_OF_COMPANY.length;
  const company = title.slice(0, end);
  if (end > LONGEST_COMPANY || !COMPANY.test(company)) return null;
  return /[等\n\r\u2028\u2029]/u.test(title.slice(end)) ? null : company;
}

function nameIn(text: string): string {
  const end = text.search(AFTER);
  const name = trimmed(end < 0 ? text : text.slice(0, end), "_＿");
  return /\p{L}{2}/u.test(name) ? name : "";
}
