import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import type { Column } from "../../../apps-script/domain/schema/column";
import { numberFormat } from "../../../apps-script/domain/schema/look";
import { type Content, type ContentRow, columnsOf, momentFormat, type TabContent } from "../copy/tab-content";
import type { Request } from "./sheets-client";

type NumberFormat = sheets_v4.Schema$NumberFormat;

/** A request is filled up to about this size; several go into one payload. */
const BLOCK = 250_000;
/** The automatic format is none of its own. */
const AUTOMATIC: NumberFormat = {};
const TEXT: NumberFormat = { type: "TEXT", pattern: "@" };
/** Texts that become something else when a person opens the cell and presses Enter. */
const RISKY = /^[-+=@'.\d]|^(?:TRUE|FALSE)$/i;

/**
 * The requests that fill a tab that was just made: explicit values, which Google never parses, then formats where a cell
 * is not what its column is for. All of them may be made again.
 */
export function contentRequests(sheetId: number, content: TabContent): Request[] {
  return [...valueRequests(sheetId, content.rows), ...formatRequests(sheetId, content)];
}

function valueRequests(sheetId: number, rows: readonly ContentRow[]): Request[] {
  const requests: Request[] = [];
  let block: sheets_v4.Schema$RowData[] = [];
  let next = 0;
  let size = 0;
  for (const { at, cells } of rows) {
    const line = { values: cells.map((cell) => (cell === null ? {} : { userEnteredValue: extendedValue(cell) })) };
    const bytes = Buffer.byteLength(JSON.stringify(line));
    if (at !== next || size + bytes > BLOCK) {
      block = [];
      size = 0;
      const start = { sheetId, rowIndex: at - 1, columnIndex: 0 };
      requests.push({ updateCells: { start, rows: block, fields: "userEnteredValue" } });
    }
    block.push(line);
    size += bytes;
    next = at + 1;
  }
  return requests;
}

function extendedValue(cell: NonNullable<Content>): sheets_v4.Schema$ExtendedValue {
  switch (cell.kind) {
    case "text":
      return { stringValue: cell.text };
    case "number":
      return { numberValue: cell.number };
    case "truth":
      return { boolValue: cell.truth };
    default:
      return { numberValue: cell.serial };
  }
}

/** One request for cells below each other that need the same format. */
function formatRequests(sheetId: number, content: TabContent): Request[] {
  return columnsOf(content).flatMap((column, index) => {
    const runs: { readonly first: number; last: number; readonly format: NumberFormat }[] = [];
    for (const { at, cells } of content.rows) {
      const format = at === 1 ? null : formatFor(cells[index] ?? null, column);
      const run = runs.at(-1);
      if (run && run.last === at - 1 && format && run.format.pattern === format.pattern) run.last = at;
      else if (format) runs.push({ first: at, last: at, format });
    }
    return runs.map(({ first, last, format }) => ({
      repeatCell: {
        range: { sheetId, startRowIndex: first - 1, endRowIndex: last, startColumnIndex: index, endColumnIndex: index + 1 },
        cell: format === AUTOMATIC ? {} : { userEnteredFormat: { numberFormat: format } },
        fields: "userEnteredFormat.numberFormat",
      },
    }));
  });
}

function formatFor(cell: Content, column: Column | null): NumberFormat | null {
  const own = column ? numberFormat(column) : null;
  switch (cell?.kind) {
    case "moment": {
      const format = momentFormat(cell.serial, cell.isSpan);
      return format.pattern === own ? null : format;
    }
    case "number":
    case "truth":
      return own === "@" || column?.kind === "day" ? AUTOMATIC : null;
    case "text":
      return own === null && RISKY.test(cell.text) ? TEXT : null;
    default:
      return null;
  }
}
