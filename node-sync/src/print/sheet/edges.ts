import type { Block, PaperColumn, Part } from "../../../../apps-script/domain/views/papers/paper";

/** Where columns of a sheet begin and end, in mm from its left, rising; the first is 0, the last the width of the page. */
export type Edges = readonly number[];

/** Edges as near as this, in mm, are one: more would make a column so much narrower that its days are shrunk. */
const NEAR = 1.2;
/** Of a slip or a line with a label, the share that the label takes. */
const LABEL = 0.36;
/** Between two slips, in mm. */
export const GUTTER = 8;

/**
 * The columns of a part: those of its tables together, so that every cell of a table is a cell of the sheet or several side by side;
 * without a table those of its slips or lines.
 */
export function edgesOf({ blocks }: Pick<Part, "blocks">, width: number): Edges {
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [columnEdges(block.columns, width)] : []));
  const wanted = tables.length > 0 ? tables : blocks.map((block) => otherEdges(block, width));
  // The table with the most columns first: those of others give way.
  const ordered = [...wanted].sort((one, other) => other.length - one.length);
  const edges: number[] = [0, width];
  for (const edge of ordered.flat()) if (edges.every((known) => Math.abs(known - edge) >= NEAR)) edges.push(edge);
  return edges.sort((one, other) => one - other);
}

/** The edges of a table's columns, which share the width of the page. */
export function columnEdges(columns: readonly PaperColumn[], width: number): Edges {
  const sum = columns.reduce((all, column) => all + column.width, 0);
  let left = 0;
  return [0, ...columns.map((column) => (left += (column.width / sum) * width))];
}

function otherEdges(block: Block, width: number): Edges {
  if (block.kind !== "facts" && block.kind !== "slips") return [0, width];
  return shares(block.across, width, block.kind === "slips" ? GUTTER : 0).flatMap(([left, right]) => [
    left,
    left + (right - left) * LABEL,
    right,
  ]);
}

/** So many pieces side by side, with a gap between two. */
export function shares(across: number, width: number, gap: number): (readonly [number, number])[] {
  const piece = (width - gap * (across - 1)) / across;
  return Array.from({ length: across }, (_, at) => [at * (piece + gap), at * (piece + gap) + piece] as const);
}

/** The columns, from 1, between the edges that are nearest to two places; at least one. */
export function columnsBetween(edges: Edges, left: number, right: number): { readonly first: number; readonly last: number } {
  const first = Math.min(nearest(edges, left), edges.length - 2);
  return { first: first + 1, last: Math.max(nearest(edges, right), first + 1) };
}

function nearest(edges: Edges, place: number): number {
  return edges.reduce((best, edge, at) => (Math.abs(edge - place) < Math.abs((edges[best] ?? 0) - place) ? at : best), 0);
}

/** Mm between the left of a column and the right of another one. */
export function widthBetween(edges: Edges, { first, last }: { readonly first: number; readonly last: number }): number {
  return (edges[last] ?? 0) - (edges[first - 1] ?? 0);
}
