import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { LEASE_TITLE } from "../../../apps-script/domain/operations/lease";
import { tableTitled } from "../../../apps-script/domain/schema/index";
import { a1, FORMULAS, formulasOf } from "../google/sheet-reading";
import type { SheetsClient } from "../google/sheets-client";
import { tabUnderWay } from "../wording/google";
import { lettersOf } from "../xlsx/cell-reference";
import { contentFrom, type Source } from "./source";
import type { Content } from "./tab-content";

type Raws = readonly (readonly unknown[])[];
type NumberFormat = sheets_v4.Schema$NumberFormat;
/** Formats by `row column`, both from 0. */
type Formats = ReadonlyMap<string, NumberFormat>;

const FORMATS =
  "sheets(properties(title),data(startRow,startColumn,rowData(values(effectiveFormat(numberFormat(type,pattern))))))";
const MOMENTS = new Set(["DATE", "TIME", "DATE_TIME"]);
/** Google counts days before this one otherwise than Excel does, and Excel knows none before 1900: they go over as texts. */
const FIRST_SURE_DAY = 61;

/** Everything in our tabs of a Google Sheet. What is a day or a time only the formats of cells with numbers tell. */
export async function readSheet(client: SheetsClient): Promise<Source> {
  const { sheets: all = [] } = await client.get("sheets(properties(title))");
  const titles = all.map(({ properties }) => properties?.title ?? "");
  const ours = titles.filter((title) => tableTitled(title));
  const passing = new Set([LEASE_TITLE, ...ours.map(tabUnderWay)]);
  const others = titles.filter((title) => !ours.includes(title) && !passing.has(title));
  if (ours.length === 0) return { tabs: [], others, formulas: new Map() };
  const answers = await client.values(ours.map((title) => a1(title)));
  const raws = new Map(ours.map((title, index) => [title, (answers[index]?.values ?? []) as Raws]));
  const formats = await formatsOf(client, raws);
  return {
    tabs: [...raws].flatMap(([title, lines]) => {
      const table = tableTitled(title);
      const known = formats.get(title) ?? new Map();
      return table
        ? [
            contentFrom(
              table,
              lines.map((line, row) => ({ at: row + 1, cells: cellsOf(line, row, known) })),
            ),
          ]
        : [];
    }),
    others,
    formulas: await formulasIn(client, raws),
  };
}

function cellsOf(line: readonly unknown[], row: number, formats: Formats): Content[] {
  return line.map((raw, column) => {
    if (typeof raw === "number") return numberOf(raw, formats.get(`${row} ${column}`));
    if (typeof raw === "boolean") return { kind: "truth", truth: raw };
    return typeof raw === "string" && raw !== "" ? { kind: "text", text: raw } : null;
  });
}

function numberOf(number: number, format: NumberFormat | undefined): Content {
  if (!MOMENTS.has(format?.type ?? "")) return { kind: "number", number };
  if (format?.type === "TIME" && format.pattern?.includes("[")) return { kind: "moment", serial: number, isSpan: true };
  const isSure = number >= FIRST_SURE_DAY || (number >= 0 && number < 1);
  return isSure ? { kind: "moment", serial: number, isSpan: false } : { kind: "text", text: dayText(number) };
}

function dayText(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** Of columns that hold a number, from the first one to the last, and of nothing else. */
async function formatsOf(client: SheetsClient, raws: ReadonlyMap<string, Raws>): Promise<ReadonlyMap<string, Formats>> {
  const ranges = [...raws].flatMap(([title, lines]) =>
    numbersIn(lines).map(({ column, first, last }) => {
      const letters = lettersOf(column);
      return a1(title, `${letters}${first + 1}:${letters}${last + 1}`);
    }),
  );
  if (ranges.length === 0) return new Map();
  const { sheets = [] } = await client.get(FORMATS, ranges);
  return new Map(sheets.map(({ properties, data }) => [properties?.title ?? "", placed(data ?? [])]));
}

function numbersIn(lines: Raws): { readonly column: number; readonly first: number; readonly last: number }[] {
  const found = new Map<number, { first: number; last: number }>();
  lines.forEach((line, row) => {
    line.forEach((raw, column) => {
      if (typeof raw !== "number") return;
      const rows = found.get(column);
      if (rows) rows.last = row;
      else found.set(column, { first: row, last: row });
    });
  });
  return [...found].map(([column, rows]) => ({ column, ...rows }));
}

function placed(data: readonly sheets_v4.Schema$GridData[]): Formats {
  const formats = new Map<string, NumberFormat>();
  for (const { startRow, startColumn, rowData } of data) {
    rowData?.forEach(({ values }, row) => {
      values?.forEach(({ effectiveFormat }, column) => {
        const format = effectiveFormat?.numberFormat;
        if (format) formats.set(`${(startRow ?? 0) + row} ${(startColumn ?? 0) + column}`, format);
      });
    });
  }
  return formats;
}

async function formulasIn(client: SheetsClient, raws: ReadonlyMap<string, Raws>): Promise<Map<string, number>> {
  const ranges = [...raws].flatMap(([title, lines]) => {
    const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
    return width > 0 ? [a1(title, `A1:${lettersOf(width - 1)}${lines.length}`)] : [];
  });
  if (ranges.length === 0) return new Map();
  const { sheets = [] } = await client.get(`sheets(properties(title),${FORMULAS})`, ranges);
  const counted = sheets.map((sheet) => {
    const count = formulasOf(sheet)
      .flat()
      .filter((formula) => formula !== "").length;
    return [sheet.properties?.title ?? "", count] as const;
  });
  return new Map(counted.filter(([, count]) => count > 0));
}
