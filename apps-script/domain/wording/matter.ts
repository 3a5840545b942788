/** How many people a sentence is about, how they are called, and how old a list is: none of it is the matter that was answered. */
const BESIDE: readonly RegExp[] = [
  /\d+人/gu,
  /[\p{L}·][\p{L}· ]*(?=（(?:B\d{4}-\d+|名册第\d+行)）)/gu,
  /还没有读入过本班的省厅名单|现有省厅名单截至\d{4}-\d{2}-\d{2}/gu,
];

/**
 * What a sentence of a finding rests on: two sentences of one finding that differ otherwise are about another matter.
 *
 * @param subject the name of whom it is about
 * @example matterOf("赵一（B2024-00001）的证件号是15位。", "赵一") // "（B2024-00001）的证件号是15位。"
 */
export function matterOf(sentence: string, subject: string | null): string {
  const unnamed = subject ? sentence.split(subject).join("") : sentence;
  return BESIDE.reduce((rest, pattern) => rest.replace(pattern, ""), unnamed);
}
