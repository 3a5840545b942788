import type { Value } from "../snapshot/value";
import type { PaperColumn, TableBlock } from "../views/papers/paper";
import { nothingToShow } from "../wording/drawn-paper";
import { classes, type Element, element } from "./element";
import { valueText } from "./value-text";

/** Columns that stand under one heading, or one that stands alone (`title` is `null`). */
interface Heading {
  readonly title: string | null;
  readonly columns: readonly PaperColumn[];
}

/**
 * @param above stands over the columns, again on every page
 * @param below stands under the last line, with which it stays together
 */
export function tableElement(
  { columns, rows, rowHeight, total }: TableBlock,
  above: readonly Element[] = [],
  below: readonly Element[] = [],
): Element {
  const height = `${rowHeight}mm`;
  const lines = rows.map((cells) => lineElement(columns, cells, height, ""));
  const last = lines.length > 0 ? lines.slice(-1) : [emptyLine(columns.length, height)];
  const sum = total ? [lineElement(columns, total, height, "paper-total")] : [];
  return element("table", { class: "paper-table" }, [
    widths(columns),
    element("thead", {}, [...wholeLine("th", columns.length, above), ...headings(columns)]),
    element("tbody", {}, lines.slice(0, -1)),
    element("tbody", { class: "paper-last" }, [...last, ...sum, ...wholeLine("td", columns.length, below)]),
  ]);
}

function widths(columns: readonly PaperColumn[]): Element {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const cols = columns.map(({ width }) => element("col", { style: { width: `${((width / all) * 100).toFixed(3)}%` } }));
  return element("colgroup", {}, cols);
}

function wholeLine(tag: "th" | "td", across: number, children: readonly Element[]): Element[] {
  return children.length > 0 ? [line([element(tag, { class: "paper-whole", colspan: across }, children)])] : [];
}

/** One line of titles, or two where some have a heading over them. */
function headings(columns: readonly PaperColumn[]): Element[] {
  const groups = grouped(columns);
  if (groups.every(({ title }) => title === null)) {
    return [line(columns.map(({ title }, at) => heading(title, { isTop: true, rows: 1, columns: 1, isFirst: at === 0 })))];
  }
  const over = groups.map(({ title, columns: under }, at) =>
    heading(title ?? under[0]?.title ?? "", {
      isTop: true,
      rows: title === null ? 2 : 1,
      columns: under.length,
      isFirst: at === 0,
    }),
  );
  const below = groups.flatMap(({ title, columns: under }, at) =>
    title === null
      ? []
      : under.map((one, place) => heading(one.title, { isTop: false, rows: 1, columns: 1, isFirst: at + place === 0 })),
  );
  return [line(over), line(below)];
}

function grouped(columns: readonly PaperColumn[]): Heading[] {
  const groups: Heading[] = [];
  for (const column of columns) {
    const last = groups[groups.length - 1];
    if (column.group !== undefined && last?.title === column.group) {
      groups[groups.length - 1] = { ...last, columns: [...last.columns, column] };
    } else groups.push({ title: column.group ?? null, columns: [column] });
  }
  return groups;
}

interface Place {
  /** Whether it stands in the upper line of titles. */
  readonly isTop: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Whether the table's left border is its own. */
  readonly isFirst: boolean;
}

function heading(title: string, { isTop, rows, columns, isFirst }: Place): Element {
  const span = { ...(rows > 1 ? { rowspan: rows } : {}), ...(columns > 1 ? { colspan: columns } : {}) };
  const scope = columns > 1 ? "colgroup" : "col";
  return element("th", { class: classes("paper-heading", isTop && "paper-top", isFirst && "paper-first"), scope, ...span }, [
    title,
  ]);
}

const line = (cells: readonly Element[]): Element => element("tr", {}, cells);

function lineElement(columns: readonly PaperColumn[], cells: readonly Value[], height: string, name: string): Element {
  const drawn = columns.map(({ kind, align }, at) => {
    const looks = classes(`paper-${align}`, kind === "code" && "paper-code", at === 0 && "paper-first");
    return element("td", { class: looks }, [valueText(cells[at], kind)]);
  });
  return element("tr", { ...(name === "" ? {} : { class: name }), style: { height } }, drawn);
}

function emptyLine(across: number, height: string): Element {
  return element("tr", { style: { height } }, [
    element("td", { class: "paper-center paper-first", colspan: across }, [nothingToShow]),
  ]);
}
