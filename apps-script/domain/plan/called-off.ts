/** Characters of a cell that can be about one class; a longer one is a text about something else. */
const LONGEST = 200;

/**
 * Whether a cell of the plan says that its class is called off. A class is stopped by this word alone (or by staff), never by
 * being left out of a table. Said with a doubt ("如取消另行通知"), taken back ("恢复"), or about something else ("取消月份限制")
 * it does not count.
 */
export function callsOff(written: string): boolean {
  if (written.length > LONGEST) return false;
  const plain = written.normalize("NFKC").replace(/\s/gu, "");
  return WORD.test(plain) && !DOUBT.test(plain) && !TAKEN_BACK.test(plain);
}

/** The class name of a cell that may say beside it that the class is called off. */
export function nameOf(written: string): string {
  if (!callsOff(written)) return written;
  const bare = written.replace(BRACKETS, (bracket) => (callsOff(bracket) ? "" : bracket)).trim();
  const at = bare.search(WORD);
  if (at < 0) return bare;
  const before = bare.slice(0, at).replace(/(?:[\s,，:：、—-]{0,3}(?:因[^,，。]{1,30})?[,，]?(?:已|现|予以|决定)?)$/u, "");
  return before.trim() === ""
    ? bare
        .slice(at)
        .replace(WORD, "")
        .replace(/^[\s:：,，、—-]{1,3}/u, "")
        .trim()
    : before.trim();
}

/** 取消 says so only where nothing else is its object. */
export const WORD =
  /停办|停开|不再举办|停止举办|取消(?=$|[\s,，.。;；:：、!！)）\]】”"]|举办|开班|办班|本|该|此|[^,，。]{0,12}班第)/u;
export const DOUBT = /(?:不(?!再)|未|没|无|如|若|是否|可能|或)[^,，。;；]{0,6}(?:停办|停开|停止举办|取消)/u;
export const TAKEN_BACK = /恢复|照常|撤销|重新开/u;
const BRACKETS = /[(（[【][^()（）[\]【】]{0,60}[)）\]】]/gu;
