import type { CellFormat } from "../styles";
import type { BookStyles } from "./cell-markup";
import { splice } from "./grow";
import { maskMarkup, type Tag, tags, withAttribute, withoutAttributes } from "./xml-scan";

/** Built-in formats that show a time of day and no day. */
const timeOnly = new Set([18, 19, 20, 21, 45, 46, 47]);

function showsDay({ kind, code, numFmtId }: CellFormat): boolean {
  if (kind !== "date") return false;
  return code === "" ? !timeOnly.has(numFmtId) : /[yd]/i.test(code.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, ""));
}

/**
 * The cell styles of a book by index, with those that are added: a style that shows a day or a time has a twin that shows the
 * number, and is else the same.
 */
export class CellStyles implements BookStyles {
  private readonly days: ReadonlySet<number>;
  /** By style the one that was added for it. */
  private readonly twins = new Map<number, number>();

  constructor(
    readonly startsIn1904: boolean,
    readonly formats: readonly CellFormat[],
  ) {
    this.days = new Set(formats.flatMap((format, style) => (showsDay(format) ? [style] : [])));
  }

  isDay(style: number): boolean {
    return this.days.has(style);
  }

  asNumber(style: number): number {
    if ((this.formats[style]?.kind ?? "number") === "number") return style;
    const twin = this.twins.get(style) ?? this.formats.length + this.twins.size;
    this.twins.set(style, twin);
    return twin;
  }

  /** The styles part with what was added; the same text when nothing was. */
  withTwins(xml: string): string {
    if (this.twins.size === 0) return xml;
    const { open, close, styles } = cellFormatsIn(xml);
    if (!open || !close) return xml;
    const added = [...this.twins.keys()].map((style) => plainFormat(styles[style] ?? `<${open.prefix}xf/>`));
    const count = withAttribute(xml.slice(open.start, open.end), "count", String(styles.length + added.length));
    return splice(xml, [
      { start: open.start, end: open.end, text: count },
      { start: close.start, end: close.start, text: added.join("") },
    ]);
  }
}

/** The format General, with all else as it is (CT_Xf, ECMA-376 part 1, 18.8.45). */
function plainFormat(format: string): string {
  const end = format.indexOf(">") + 1;
  const tag = withAttribute(withoutAttributes(format.slice(0, end), ["applyNumberFormat"]), "numFmtId", "0");
  return tag + format.slice(end);
}

function cellFormatsIn(xml: string) {
  let [open, close, begun]: (Tag | undefined)[] = [];
  const styles: string[] = [];
  for (const tag of tags(maskMarkup(xml))) {
    if (tag.name === "cellXfs") {
      if (tag.kind === "open") open = tag;
      else close = tag;
    } else if (open && !close && tag.name === "xf") {
      if (tag.kind === "open") begun = tag;
      else styles.push(xml.slice((tag.kind === "close" ? begun : tag)?.start ?? tag.start, tag.end));
    }
  }
  return { open, close, styles };
}
