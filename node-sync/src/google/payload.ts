import type { Request } from "./sheets-client";

/**
 * Google recommends payloads of at most 2 MB: https://developers.google.com/workspace/sheets/api/limits. The lease's note,
 * which goes along with every part, has room besides.
 */
export const PAYLOAD = 1_999_000;

/** Requests in parts that Google takes, in their order; one that is larger by itself is cut between its rows. */
export function parted(requests: readonly Request[]): Request[][] {
  const parts: Request[][] = [];
  let room = 0;
  for (const { request, size } of requests.flatMap(cut)) {
    if (parts.length === 0 || size > room) {
      parts.push([]);
      room = PAYLOAD;
    }
    parts[parts.length - 1]?.push(request);
    room -= size;
  }
  return parts;
}

function cut(request: Request): { readonly request: Request; readonly size: number }[] {
  const size = Buffer.byteLength(JSON.stringify(request)) + 1;
  const { start, rows, fields } = request.updateCells ?? {};
  if (size <= PAYLOAD || !start || !rows || rows.length < 2) return [{ request, size }];
  const half = rows.length >> 1;
  const below = { ...start, rowIndex: (start.rowIndex ?? 0) + half };
  const part = (place: typeof start, some: typeof rows): Request => ({
    updateCells: { start: place, rows: some, ...(fields ? { fields } : {}) },
  });
  return [part(start, rows.slice(0, half)), part(below, rows.slice(half))].flatMap(cut);
}
