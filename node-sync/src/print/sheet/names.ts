const LONGEST = 31;

/** Names that sheets may have, each once: Excel takes 31 characters and not all of them, and tells no case apart. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "1";
    let [copy, made] = [1, cut(plain, "")];
    while (taken.has(made.toLowerCase())) {
      copy += 1;
      made = cut(plain, `（${copy}）`);
    }
    taken.add(made.toLowerCase());
    return made;
  });
}

/** Counted in UTF-16 units, and no character cut in two. */
function cut(name: string, ending: string): string {
  let text = "";
  for (const sign of name) {
    if (text.length + sign.length + ending.length > LONGEST) break;
    text += sign;
  }
  return text + ending;
}
