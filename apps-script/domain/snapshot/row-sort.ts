import { statedKind, statedPost } from "../people/stated-post";
import { titleOfColumn } from "../schema/unit-columns";
import { trimmed } from "./trim";

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
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总|(?:实到|应到|实报|应报|实有|应有|参训|应参训|实参训|报名|上报|到场|在册|培训)(?:总)?(?:人数|人次)|总人数|人数合计|人数)(?:$|[\s:：\d(（人])|^(?:共|合计|总计)?\s*(?:\d+\s*)?人(?:次)?$|^共\s*(?:_+\s*)?人|^(?:总计)?(?:数值)?(?:计数|求和|平均值|最大值|最小值|乘积)$|^总计数值?$|\s(?:汇总|小计|合计|(?:数值)?计数|平均值|最大值|最小值)$|^\p{Script=Han}{0,8}\d{1,5}\s*人(?:次)?(?:$|[，,；;。、\s])|^(?:(?:sub|grand )?total|count)$|=SUBTOTAL\(/iu;
/** What people put around a word of their own: "——以下空白——", "计数：". */
const AROUND = "-－—–─=＝~～_＿…·:：";
const totals = (text: string): boolean => TOTAL.test(trimmed(text, AROUND));
const remarks = (text: string): boolean => NOTE.test(text) || NOTE.test(trimmed(text, AROUND));
const isShortCount = (text: string): boolean => /^\d{1,5}$/u.test(text);
/** The label of a line, alone or with what it names: "联系人：张三". */
const LABEL = /[:：]/u;
/** What no label or total has beside it: a number that only a person's document has. */
const DOCUMENT = /\d{14}|\dE\+?\d|^[A-Z]{1,3}\d{7,12}$/iu;
const COMPANY = /(?:公司|集团|矿|厂|局|中心|学校)(?:[（(][^（()）]{1,10}[)）])?$/u;
const NOTE =
  /^(?:制表|填表|填报|审核|复核|审批|经办|校对|负责人签|领导签|单位负责人|单位(?:名称|领导)?[:：(（]|单位盖章|[(（]?盖章|联系人|联系电话[:：]|日期[:：]|注\s*[:：]|备注\s*[:：]|说明\s*[:：]|注意|填写|以下空白|以下无|以上|此表|本表|附件|第\s*\d+\s*页|★|※|\d+[、.．]\s*\S{6,})/u;
/** Whether a text is the label of a line that sums up. */
export const isTotal = totals;
/** A label alone in the first cell of a line, the name beside it: "填表人 | 李四". */
const SIGNATURE =
  /^(?:填表|制表|填报|报送|上报|统计|登记|联系|经手|审核|复核|审批|批准|经办|校对)(?:人|人员|员|者)?(?:签[字名章])?\s*[:：]?$/u;
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
  const number = id.replace(/\s/gu, "");
  if (DOCUMENT.test(number)) return "data";
  const isLabelled = LABEL.test(name) || totals(name) || remarks(name);
  if (!isLabelled && /\d{6}/.test(number)) return "data";
  const written = texts.filter((text) => text !== "");
  if (written.length === 0) return "blank";
  if (written.every((text) => !/[\p{L}\p{N}*＊]/u.test(text))) return "note";
  const [first = "", second = ""] = written;
  if (written.length === 1 && (isSection(first, byTitle) || isSealing(first, name, id))) return "note";
  if (SIGNATURE.test(first) && first !== id) return "note";
  if (SIGNATURE.test(id) || (id === "" && written.length === 2 && SIGNATURE.test(second))) return "note";
  return countedOrLabelled(written, byTitle, name, id) ?? personOrBlank(written, byTitle, name);
}

/** A line that says what the rows below it are: their 职位 or 申报类型. A value that stands in its own column is none. */
function isSection(text: string, byTitle: ReadonlyMap<string, string>): boolean {
  if (statedPost(text, "") !== null) return byTitle.get(titleOfColumn("post")) !== text;
  return statedKind(text, "") !== null && byTitle.get(titleOfColumn("kind")) !== text;
}

const DAY = /^\d{4}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})$/u;

/** The unit alone above people, or with the day under them, where the seal goes; nobody's name or document stands in the line. */
function isSealing(only: string, name: string, id: string): boolean {
  return [name, id].every((text) => text === "" || text === only) && (COMPANY.test(only) || DAY.test(only.replace(/\s/gu, "")));
}

function countedOrLabelled(
  written: readonly string[],
  byTitle: ReadonlyMap<string, string>,
  name: string,
  id: string,
): RowSort | null {
  // A count of names is no name: a line of results alone, as a table's last line may be.
  const isCounts = written.every(isShortCount);
  const owned = OWN_TITLES.map((title) => byTitle.get(title) ?? "");
  if (isCounts && owned.some(isShortCount)) return "total";
  const nameIsWord = isNoName(name);
  if (nameIsWord && written.some(totals)) return "total";
  if (nameIsWord && written.some(remarks)) return "note";
  const [first = ""] = written;
  return LABEL.test(name) || LABEL.test(id) || /[:：]$/u.test(first) ? "note" : null;
}

function isNoName(name: string): boolean {
  const isWord = totals(name) || remarks(name) || COMPANY.test(name) || /[:：。]/u.test(name);
  return name === "" || isShortCount(name) || isWord || [...name].length > 30;
}

function personOrBlank(written: readonly string[], byTitle: ReadonlyMap<string, string>, name: string): RowSort {
  if (OWN_TITLES.some((title) => (byTitle.get(title) ?? "") !== "")) {
    return written.length === 1 && name !== "" && isNoName(name) ? "note" : "data";
  }
  const [only = "", ...more] = written;
  const isNote =
    more.length === 0 && !/^\d+$/.test(only) && [...byTitle.values()].every((text) => text === "" || /[:：。]/u.test(text));
  return isNote ? "note" : "blank";
}

function isExample(texts: readonly string[], byTitle: ReadonlyMap<string, string>, name: string, id: string): boolean {
  if (texts.some((text) => EXAMPLE.test(text))) return true;
  const unit = byTitle.get(titleOfColumn("unit")) ?? "";
  if (
    texts.some(
      (text) => text !== unit && !COMPANY.test(text) && !NOTE.test(text) && HAS_EXAMPLE.test(text) && [...text].length <= 20,
    )
  )
    return true;
  return EXAMPLE_NAME.test(name) && /[xX×＊*]{3}|123456789/u.test(id);
}
