/**
 * A web page or an Excel 2003 XML with the character references that SheetJS leaves as they are in place of their characters,
 * with what stands in fields of a form as text, and with no sign of markup inside quotes. What marks up stays
 * marked: `&#60;` becomes `&lt;`.
 */
export function plainMarkup(text: string): string {
  return text
    .replace(ATTRIBUTE, markedAttribute)
    .replace(FIELD, fieldText)
    .replace(REFERENCE, (written, digits?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? written;
      const code = digits === undefined ? Number.parseInt(hex ?? "", 16) : Number(digits);
      if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return written;
      const character = String.fromCodePoint(code);
      return MARKS.get(character) ?? character;
    });
}

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/gu;
const MARKS: ReadonlyMap<string, string> = new Map([
  ["<", "&lt;"],
  [">", "&gt;"],
  ["&", "&amp;"],
  ['"', "&quot;"],
]);
/** Named characters of HTML that occur in lists; what is not here stays visible and is asked about. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["nbsp", "\u00a0"],
  ["ensp", "\u2002"],
  ["emsp", "\u2003"],
  ["thinsp", "\u2009"],
  ["zwnj", "\u200c"],
  ["zwj", "\u200d"],
  ["shy", "\u00ad"],
  ["apos", "'"],
  ["middot", "·"],
  ["bull", "•"],
  ["times", "×"],
  ["hellip", "…"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
]);

const ATTRIBUTE = /(\s[\w:-]{1,40}=")([^"]{1,4000})"/gu;

/** A sign of markup inside quotes is text in HTML; SheetJS ends the tag at the first `>`. */
function markedAttribute(_all: string, name: string, value: string): string {
  return `${name}${value.replace(/[<>]/gu, (sign) => MARKS.get(sign) ?? sign)}"`;
}

const FIELD = /<input\b([^<>]{0,500})>/giu;

/** What a text field holds; boxes, buttons and hidden fields say nothing that people see. */
function fieldText(_field: string, attributes: string): string {
  const [, type = "text"] = /\btype\s*=\s*["']?(\w+)/iu.exec(attributes) ?? [];
  if (!/^(?:text|date|tel|number|search)$/iu.test(type)) return "";
  const [, double, single, bare = ""] = /\bvalue\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(attributes) ?? [];
  return double ?? single ?? bare;
}
