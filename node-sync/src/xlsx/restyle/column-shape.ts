import { splice } from "../patch/grow";
import { attribute, type Tag, tags, withAttribute, withoutAttributes } from "../patch/xml-scan";
import { elementsOf } from "./elements";

/** A column of the sheet that looks as the new one should, from 1, and the width of the new one in characters. */
interface Shape {
  readonly column: number;
  readonly like: number | null;
  readonly width: number;
  readonly isHidden: boolean;
}

/** The head of a sheet (what stands before its rows) with the width and style of a new column. */
export function withColumn(head: string, { column, like, width, isHidden }: Shape): string {
  const spans = elementsOf(head, "col");
  const spanOf = (at: number) => spans.find(({ open }) => from(open) <= at && at <= to(open));
  const there = spanOf(column);
  const model = like === null ? undefined : spanOf(like);
  const plain = model ? withoutAttributes(model.open, ["hidden", "outlineLevel", "collapsed"]) : '<col customWidth="1"/>';
  const sized = bounded(withAttribute(withAttribute(plain, "width", String(width)), "customWidth", "1"), column, column);
  const own = isHidden ? withAttribute(sized, "hidden", "1") : sized;
  if (there) {
    const before = from(there.open) < column ? bounded(there.open, from(there.open), column - 1) : "";
    const after = to(there.open) > column ? bounded(there.open, column + 1, to(there.open)) : "";
    return splice(head, [{ start: there.start, end: there.end, text: before + own + after }]);
  }
  const next = spans.find(({ open }) => from(open) > column);
  const list = elementsOf(head, "cols")[0];
  if (!list) return `${head}<cols>${own}</cols>`;
  const at = next?.start ?? list.end - `</${list.prefix}cols>`.length;
  return splice(head, [{ start: at, end: at, text: own }]);
}

const from = (open: string): number => Number(attribute(open, "min") ?? 0);
const to = (open: string): number => Number(attribute(open, "max") ?? 0);
const bounded = (open: string, min: number, max: number): string =>
  withAttribute(withAttribute(open, "min", String(min)), "max", String(max));

/** The rows of a sheet in which the cell at `address` has the style of the one at `like`. */
export function withStyleOf(rows: string, address: string, like: string): string {
  let model: Tag | undefined;
  let cell: Tag | undefined;
  for (const tag of tags(rows)) {
    if (tag.name !== "c" || tag.kind === "close") continue;
    const place = attribute(rows.slice(tag.start, tag.end), "r");
    if (place === like) model = tag;
    if (place === address) cell = tag;
    if (model && cell) break;
  }
  const style = model && attribute(rows.slice(model.start, model.end), "s");
  if (!cell || style === undefined) return rows;
  return splice(rows, [{ start: cell.start, end: cell.end, text: withAttribute(rows.slice(cell.start, cell.end), "s", style) }]);
}
