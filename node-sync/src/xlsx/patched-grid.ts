import type { Grid, GridRow } from "../../../apps-script/domain/snapshot/grid";
import type { RowPiece, SheetPieces } from "./patch/sheet-pieces";
import type { OpenWorkbook } from "./read-workbook";
import { gridOf } from "./sheet-grid";

/**
 * The grid of a sheet that was patched: rows of pieces that stayed are handed on, those of new pieces are read from the bytes
 * that were written. `null` where that may not be the whole sheet as it reads from scratch: one that is not in pieces, whose
 * header changed, or with a formula that fills several cells.
 */
export async function patchedGrid(book: OpenWorkbook, grid: Grid, before: SheetPieces, after: SheetPieces): Promise<Grid | null> {
  if (before.rows.length === 0 || after.rows.length === 0) return null;
  const stayed = new Set(before.rows);
  const fresh = after.rows.filter((piece) => !stayed.has(piece));
  const sheet = await book.sheetFrom(grid.title, [after.head, ...fresh.map(({ bytes }) => bytes), after.tail]);
  const read = gridOf(sheet);
  const isSameHeader = read.headerRow === grid.headerRow && JSON.stringify(read.header) === JSON.stringify(grid.header);
  const { blocks: _, ...rest } = grid;
  const blocks = read.blocks ?? [];
  if (!isSameHeader || [...blocks, ...(grid.blocks ?? [])].some(({ kind }) => kind === "array")) return null;
  const kept = rowsWithin(
    grid.rows,
    after.rows.filter((piece) => stayed.has(piece)),
  );
  const rows = [...kept, ...read.rows].sort((a, b) => a.at - b.at);
  return { ...rest, rows, ...(blocks.length > 0 ? { blocks } : {}) };
}

/** The rows that stand in one of these pieces; both are in order. */
function rowsWithin(rows: readonly GridRow[], pieces: readonly RowPiece[]): GridRow[] {
  let place = 0;
  return rows.filter(({ at }) => {
    while (place < pieces.length && (pieces[place]?.last ?? 0) < at) place++;
    return at >= (pieces[place]?.first ?? Number.POSITIVE_INFINITY);
  });
}
