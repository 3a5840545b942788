/** A tag in an XML text: `[start, end)` with its brackets, and its name without a prefix. */
export interface Tag {
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly name: string;
  readonly kind: "open" | "close" | "empty";
}

/**
 * The same text with comments, CDATA, processing instructions and the document type turned into blanks of the same
 * length, so that whatever looks like a tag is one; what is never closed reaches to the end. Positions hold for both texts; what is copied comes from the first.
 */
export function maskMarkup(xml: string): string {
  return xml.replace(/<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![^>]*(?:>|$)/g, (text) =>
    " ".repeat(text.length),
  );
}

/** The end of the tag that begins at `start`, one past its `>`; a `>` inside an attribute does not end it. */
export function tagEnd(xml: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  return xml.length;
}

/** The first tag at or after `from` in a masked text. */
function nextTag(xml: string, from: number): Tag | undefined {
  const start = xml.indexOf("<", from);
  if (start < 0) return undefined;
  const end = tagEnd(xml, start);
  const match = /^<(\/?)(?:([^\s:/>]+):)?([^\s/>]+)/.exec(xml.slice(start, Math.min(end, start + 200)));
  const [, slash = "", prefix = "", name = ""] = match ?? [];
  const kind = slash === "/" ? "close" : xml.charCodeAt(end - 2) === 47 ? "empty" : "open";
  return { start, end, prefix: prefix === "" ? "" : `${prefix}:`, name, kind };
}

/** Every tag of `[from, to)` in order. */
export function* tags(xml: string, from = 0, to = xml.length): Generator<Tag> {
  for (let tag = nextTag(xml, from); tag !== undefined && tag.start < to; tag = nextTag(xml, tag.end)) yield tag;
}

const patterns = new Map<string, RegExp>();

function attributePattern(name: string): RegExp {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(`(\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  return pattern;
}

/** The raw value of an attribute in the text of one tag (`[^:]*:id` style patterns are allowed), entities not decoded. */
export function attribute(tagText: string, name: string): string | undefined {
  const match = attributePattern(name).exec(tagText);
  return match === null ? undefined : (match[2] ?? match[3] ?? "");
}

/** The tag with an attribute set to an already escaped value: replaced in its place, or added as the last one. */
export function withAttribute(tagText: string, name: string, value: string): string {
  const pattern = attributePattern(name);
  if (pattern.test(tagText)) return tagText.replace(pattern, (_, blank: string) => `${blank}${name}="${value}"`);
  return tagText.replace(/(?<!\s)\s*(\/?)>$/, (_, slash: string) => ` ${name}="${value}"${slash}>`);
}

/** The tag without some attributes. */
export function withoutAttributes(tagText: string, names: readonly string[]): string {
  return names.reduce((text, name) => text.replace(attributePattern(name), ""), tagText);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Attribute or element text with its entities decoded. */
export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9A-Fa-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/g,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? "";
      return String.fromCodePoint(hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal));
    },
  );
}

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text that can stand in an element or between double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);
}

/** Text that can stand in an element: quotes stay, since the JSON of 底稿 and _改动 would grow by half. */
export function escapeElementText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign);
}
