/** How many people a sentence is about, and how old a list is: neither is the matter that was answered. */
const BESIDE: readonly RegExp[] = [/\d+人/gu, /还没有读入过本班的省厅名单|现有省厅名单截至\d{4}-\d{2}-\d{2}/gu];
/** Where `whoIs` says which row it is that has the name before it. */
const BEFORE_NUMBER = /(?=（(?:B\d{4}-\d+|名册第\d+行)）)/u;
const NAME_SIGN = /^[\p{L}· ]$/u;

/**
 * What a sentence of a finding rests on: two sentences of one finding that differ otherwise are about another matter. How people are
 * called is beside it, as long as they are the same rows.
 *
 * @param subject the name of whom it is about
 * @example matterOf("赵一（B2024-00001）的证件号是15位。", "赵一") // "（B2024-00001）的证件号是15位。"
 */
export function matterOf(sentence: string, subject: string | null): string {
  const parts = (subject ? sentence.split(subject).join("") : sentence).split(BEFORE_NUMBER);
  const last = parts.pop() ?? "";
  return BESIDE.reduce((rest, pattern) => rest.replace(pattern, ""), [...parts.map(withoutName), last].join(""));
}

function withoutName(part: string): string {
  const signs = [...part];
  while (NAME_SIGN.test(signs[signs.length - 1] ?? "")) signs.pop();
  return signs.join("");
}
