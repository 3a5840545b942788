type Part = string | number | null;

const joinedBy =
  (sign: string) =>
  (parts: readonly Part[]): string =>
    parts.filter((part) => part !== null && part !== "").join(sign);

/** What is said in one line, of the parts that say something: 王某，甲矿. */
export const withCommas = joinedBy("，");
/** 通过 再培训班第二期 */
export const withBlanks = joinedBy(" ");
/** 甲 · 菜单 */
export const withDots = joinedBy(" · ");
