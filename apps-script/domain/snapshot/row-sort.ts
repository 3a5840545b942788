import { statedPost } from "../people/stated-post";
import { titleOfColumn } from "../schema/unit-columns";

/** What a row under a header is; only `data` is somebody's enrolment. */
export type RowSort = "data" | "example" | "total" | "note" | "blank";

const EXAMPLE = /^[(（【[]?(?:填写)?(?:示例|样例|范例|例如|例子|举例|样表|例)[)）】\]]?[:：]?\d*$/u;
const HAS_EXAMPLE = /示例|样例|范例|[（(]例[)）]|^例[:：]/u;
const EXAMPLE_NAME = /^(?:张三|李四|王五|某某|[张王李赵]某某?|[xX×＊*]{2,}|姓名)$/u;
/**
 * A line that sums up: "合计", "共 3 人", and what spreadsheets write under a table ("汇总") or between its groups ("某某公司 计数",
 * "总计数"; Excel's Subtotal by function).
 */
const TOTAL =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|汇\s*总|总人数|人数合计|人数)(?:$|[\s:：\d(（人])|^(?:共|合计|总计)?\s*(?:\d+\s*)?人(?:次)?$|^共\s*(?:_+\s*)?人|^(?:总计)?(?:数值)?(?:计数|求和|平均值|最大值|最小值|乘积)$|^总计数值?$|\s(?:汇总|小计|合计|(?:数值)?计数|平均值|最大值|最小值)$|^(?:(?:sub|grand )?total|count)$|=SUBTOTAL\(/iu;
const NOTE =
  /^(?:制表|填表|填报|审核|复核|审批|经办|校对|负责人签|领导签|单位负责人|单位(?:名称|领导)?[:：(（]|单位盖章|[(（]?盖章|联系人|联系电话[:：]|日期[:：]|注\s*[:：]|备注\s*[:：]|说明\s*[:：]|注意|填写|以下空白|以下无|以上|此表|本表|附件|第\s*\d+\s*页|★|※|\d+[、.．]\s*\S{6,})/u;
/** Whether a text is the label of a line that sums up. */
export const isTotal = (text: string): boolean => TOTAL.test(text);
/** A label alone in the first cell of a line, the name beside it: "填表人 | 李四". */
const SIGNATURE = /^(?:填表|制表|填报|报送|上报|审核|复核|审批|批准|经办|校对)(?:人|人员|员|者)?(?:签[字名章])?\s*[:：]?$/u;
/** Columns of 名册 that only a person's own row fills; templates come with the others filled in beforehand. */
const OWN_TITLES = (["name", "idNumber", "mobile", "certificate", "validUntil"] as const).map(titleOfColumn);

/**
 * Sorts a row by what it says. A row with something like an id, or with a name that is no heading and no signature line,
 * is always data: it may be refused, but it is never passed over.
 *
 * @param texts the cells as text, blank ones included
 * @param byTitle the texts under the columns that were recognised
 */
export function sortOf(texts: readonly string[], byTitle: ReadonlyMap<string, string>): RowSort {
  const name = byTitle.get(titleOfColumn("name")) ?? "";
  const id = byTitle.get(titleOfColumn("idNumber")) ?? "";
  if (isExample(texts, byTitle, name, id)) return "example";
  if (/\d{6}/.test(id.replace(/\s/gu, "")) || /\dE\+?\d/i.test(id)) return "data";
  const written = texts.filter((text) => text !== "");
  if (written.length > 0 && written.every((text) => !/[\p{L}\p{N}*＊]/u.test(text))) return "note";
  const [first = ""] = written;
  if (written.length === 1 && statedPost(first, "") !== null) return "note";
  if (SIGNATURE.test(first) && first !== id) return "note";
  // A count of names is no name: a line of results alone, as a table's last line may be.
  const isCount = /^\d{1,5}$/u.test(name);
  const nameIsWord =
    name === "" || isCount || TOTAL.test(name) || NOTE.test(name) || /[:：。]/u.test(name) || [...name].length > 30;
  if (nameIsWord && written.some((text) => TOTAL.test(text))) return "total";
  if (isCount && written.every((text) => /^\d{1,5}$/u.test(text))) return "total";
  if (nameIsWord && written.some((text) => NOTE.test(text))) return "note";
  if (OWN_TITLES.some((title) => (byTitle.get(title) ?? "") !== "")) {
    return written.length === 1 && name !== "" && nameIsWord ? "note" : "data";
  }
  const [only = "", ...more] = written;
  const isNote =
    more.length === 0 && !/^\d+$/.test(only) && [...byTitle.values()].every((text) => text === "" || /[:：。]/u.test(text));
  return isNote ? "note" : "blank";
}

function isExample(texts: readonly string[], byTitle: ReadonlyMap<string, string>, name: string, id: string): boolean {
  if (texts.some((text) => EXAMPLE.test(text))) return true;
  const unit = byTitle.get(titleOfColumn("unit")) ?? "";
  if (texts.some((text) => text !== unit && HAS_EXAMPLE.test(text) && [...text].length <= 20)) return true;
  return EXAMPLE_NAME.test(name) && /[xX×＊*]{3}|123456789/u.test(id);
}
