import * as XLSX from "@e965/xlsx";
import iconv from "iconv-lite";
import { checkCharacter } from "../../../apps-script/domain/people/check-character";

/** A person as the office that made the list knows them. */
export interface Known {
  readonly name: string;
  readonly id: string;
  readonly mobile: string;
  readonly unit: string;
  readonly post: string;
  readonly kind: string;
  readonly until: string;
}

export type Field = keyof Known;
export const FIELDS: readonly Field[] = ["name", "id", "mobile", "unit", "post", "kind", "until"];

/** A list on its way from the office: what a program makes of `lines` and `cells` is the file. */
export interface OfficeList {
  /** The people by the row they stand in, for those that stand in one. */
  readonly lines: Cell[][];
  readonly merges: string[];
  sheetName: string;
  header: string[];
  date1904: boolean;
  form: Form;
  readonly hiddenRows: Set<number>;
}

/** A cell: its value, how it is written, and whom it is of. */
export interface Cell {
  v: string | number | null;
  z?: string;
  t?: "n" | "s" | "e" | "d";
}

export type Form = "xlsx" | "biff8" | "xlsb" | "ods" | "html" | "csv" | "gbk" | "utf16";
export const FORMS: readonly Form[] = ["xlsx", "biff8", "xlsb", "ods", "html", "csv", "gbk", "utf16"];

const NAMES = ["测甲", "测乙", "测丙", "测丁", "测戊", "阿卜·买买提"];

/** Five lists as units send them: one or two units, with and without gaps between the birthdays, days across the year. */
export function goodList(which: number): Known[] {
  return NAMES.slice(0, 3 + (which % 4)).map((name, index): Known => {
    const first17 = `379999${1970 + which}0${1 + index}1${index}${String(100 + which * 7 + index).padStart(3, "0")}`;
    const day = ["2024-06-20", "2024-08-01", "2025-01-31", "2024-12-15", "2026-02-28", "2024-10-10"][index] ?? "";
    return {
      name,
      id: first17 + checkCharacter(first17),
      mobile: `1390${which}0000${10 + index}`,
      unit: which === 4 && index % 2 === 1 ? "乙矿业有限公司" : "甲矿业有限公司",
      post: (which + index) % 2 === 0 ? "主要负责人" : "安全生产管理人员",
      kind: "再培训",
      until: day,
    };
  });
}

export function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** The 1904 system's day 0 in the 1900 system. */
const LATER_COUNT = 1462;
const WITHOUT_COUNT: readonly Form[] = ["html", "csv", "gbk", "utf16"];

/** The bytes that a program makes of a list. One that counts days from 1904 writes smaller numbers. */
export function bytesOf(list: OfficeList): Buffer {
  const sheet: XLSX.WorkSheet = {};
  const count = list.date1904 && !WITHOUT_COUNT.includes(list.form) ? LATER_COUNT : 0;
  let width = 0;
  list.lines.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell.v === null) return;
      width = Math.max(width, column + 1);
      const t = cell.t ?? (typeof cell.v === "number" ? "n" : "s");
      sheet[XLSX.utils.encode_cell({ r: row, c: column })] = {
        v: typeof cell.v === "number" && cell.z !== undefined ? cell.v - count : cell.v,
        t,
        ...(cell.z === undefined ? {} : { z: cell.z }),
      };
    });
  });
  sheet["!ref"] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: list.lines.length, c: width } });
  sheet["!merges"] = list.merges.map((range) => XLSX.utils.decode_range(range));
  sheet["!rows"] = list.lines.map((_line, row) => ({ hidden: list.hiddenRows.has(row) }));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, list.sheetName);
  book.Workbook = { WBProps: { date1904: list.date1904 } };
  if (list.form === "csv" || list.form === "gbk" || list.form === "utf16") {
    const text = XLSX.utils.sheet_to_csv(sheet);
    if (list.form === "csv") return Buffer.from(text);
    return iconv.encode(text, list.form === "gbk" ? "gb18030" : "utf16-le", { addBOM: list.form === "utf16" });
  }
  return XLSX.write(book, { type: "buffer", bookType: list.form, cellDates: false }) as Buffer;
}
