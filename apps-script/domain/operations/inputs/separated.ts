/** What staff separate by 、 and its like; blanks belong to names. */
export function separated(texts: readonly string[]): readonly string[] {
  const parts = texts.flatMap((text) => text.split(/[、,，;；\n]/u));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
