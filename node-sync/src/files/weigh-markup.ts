import { addressOf } from "../../../apps-script/domain/snapshot/address";
import { beyondSheet, tooManyMerges } from "../wording/files";
import { tooLarge } from "../xlsx/budget";
import { LAST_COLUMN, LAST_ROW, type Limits } from "../xlsx/limits";

/** The tags of a web page's tables and of Excel 2003's XML that say where a cell is. */
const TAG = /<((?:[\w-]{1,20}:)?(?:worksheet|table|tr|row|td|th|cell|column))(?=[\s/>])([^>]{0,20000})>/giu;
const NUMBER = /\s(?:[\w-]{1,20}:)?(index|span|mergeacross|mergedown|colspan|rowspan)\s{0,20}=\s{0,20}["']?\s{0,20}(\d{1,18})/giu;
const NAME = /\s(?:[\w-]{1,20}:)?name\s{0,20}=\s{0,20}"([^"]{0,200})"/iu;
/** What HTML makes of wider and higher spans: https://html.spec.whatwg.org/multipage/tables.html#algorithm-for-processing-rows */
const [WIDEST, HIGHEST] = [1000, 65_534];
/** SheetJS looks at every merged range for every cell of a page. */
const MOST_COMPARISONS = 1e9;

type Numbers = Readonly<Record<string, number>>;

/**
 * Weighs a web page or an Excel 2003 XML before a reader without limits sees it: by what it says about places and spans, no
 * cell lies beyond the last one of a sheet.
 *
 * @throws {UnreadableFile} `too-large`
 */
export function weighMarkup(text: string, label: string, limits: Limits): void {
  let [sheet, row, column, cells, merges] = ["", 0, 0, 0, 0];
  for (const [, tag = "", attributes = ""] of text.matchAll(TAG)) {
    const name = tag.slice(tag.indexOf(":") + 1).toLowerCase();
    const numbers = numbersIn(attributes);
    if (name === "worksheet" || name === "table") {
      sheet = NAME.exec(attributes)?.[1] ?? sheet;
      if (name === "worksheet") row = 0;
    } else if (name === "tr" || name === "row") {
      row = numbers.index ?? row + 1;
      column = 0;
    } else if (name === "column") {
      column = (numbers.index ?? 1) + (numbers.span ?? 0);
    } else {
      const width = Math.min(numbers.colspan ?? 1, WIDEST) + (numbers.mergeacross ?? 0);
      const height = Math.min(numbers.rowspan ?? 1, HIGHEST) + (numbers.mergedown ?? 0);
      column = (numbers.index === undefined ? column : numbers.index - 1) + width;
      if (row + height - 1 > LAST_ROW) throw tooLarge(beyondSheet(label, sheet, addressOf(column - 1, row + height - 1)));
      cells += 1;
      if (width > 1 || height > 1) merges += 1;
    }
    if (row > LAST_ROW || column > LAST_COLUMN)
      throw tooLarge(beyondSheet(label, sheet, addressOf(Math.max(0, column - 1), row)));
    if (merges > limits.merges || merges * cells > MOST_COMPARISONS)
      throw tooLarge(tooManyMerges(label, sheet, addressOf(Math.max(0, column - 1), row)));
  }
}

/** A page whose spans are no wider and higher than HTML takes them to be. */
export function withinHtml(text: string): string {
  return text.replace(
    /(\s)(colspan|rowspan)(\s{0,20}=\s{0,20}["']?\s{0,20})(\d{4,18})/giu,
    (_, blank, name: string, is, digits) => {
      const most = name.toLowerCase() === "colspan" ? WIDEST : HIGHEST;
      return `${blank}${name}${is}${Math.min(Number(digits), most)}`;
    },
  );
}

function numbersIn(attributes: string): Numbers {
  const numbers: Record<string, number> = {};
  for (const [, name = "", digits = ""] of attributes.matchAll(NUMBER)) numbers[name.toLowerCase()] = Number(digits);
  return numbers;
}
