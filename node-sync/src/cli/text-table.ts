import { oneLine } from "../wording/plain-text";

/** Columns of text for a terminal; a Chinese character is two cells wide. Cells are cut at `widest`. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[], widest = 30): string {
  const lines = [header, ...rows].map((row) => row.map((cell) => cut(oneLine(cell.replace(/\s+/gu, " ")), widest)));
  const widths = header.map((_, column) => lines.reduce((width, row) => Math.max(width, widthOf(row[column] ?? "")), 0));
  return lines
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}“”‘’…—·]/u;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

function cut(text: string, widest: number): string {
  if (widthOf(text) <= widest) return text;
  let kept = "";
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > widest - 2) break;
    kept += character;
  }
  return `${kept}…`;
}

function padded(text: string, width: number): string {
  return text + " ".repeat(width - widthOf(text));
}
