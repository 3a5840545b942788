/**
 * Cuts the text of a plan into rows of cells. Three shapes are known: a table copied from Word, tab-separated lines,
 * and CSV. Nothing is recognised here; `read-plan.ts` finds the table by its column titles.
 */

/** One row. `line` counts from 1 in the text; a paragraph outside the table is a row of one cell. */
export interface PlanRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly isParagraph: boolean;
}

/**
 * A table copied from Word: each cell is a line that starts with a TAB and has no other, a TAB alone is an empty cell, a
 * line without TAB right after a cell is that cell's second line, a blank line ends the row.
 */
export function wordRows(text: string): PlanRow[] {
  const rows: PlanRow[] = [];
  let open: { line: number; cells: string[] } | null = null;
  const close = () => {
    if (open !== null) rows.push({ ...open, isParagraph: false });
    open = null;
  };
  linesOf(text).forEach((content, index) => {
    const line = index + 1;
    if (/^\t[^\t]*$/u.test(content)) {
      open ??= { line, cells: [] };
      open.cells.push(content.slice(1));
    } else if (content.trim() === "") {
      close();
    } else if (open !== null && open.cells.length > 0) {
      open.cells.push(`${open.cells.pop() ?? ""}\n${content}`);
    } else {
      rows.push({ line, cells: [content], isParagraph: true });
    }
  });
  close();
  return rows;
}

/** Lines of cells between TABs or commas, quoted where a cell holds the sign, a quote (doubled) or a line break. */
export function delimitedRows(text: string, sign: "\t" | ","): PlanRow[] {
  const rows: PlanRow[] = [];
  const source = linesOf(text).join("\n");
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = 1;
  let firstLine = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== "")) rows.push({ line: firstLine, cells, isParagraph: cells.length === 1 });
    cells = [];
    cell = "";
  };
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === "\n") line += 1;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (source.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === "") isQuoted = true;
    else if (character === sign) {
      cells.push(cell);
      cell = "";
    } else if (character === "\n") {
      endRow();
      firstLine = line;
    } else cell += character;
  }
  endRow();
  return rows;
}

function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/u, "").split(/\r\n|\r|\n/u);
}
