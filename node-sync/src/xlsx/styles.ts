import type { XlsxPackage } from "./package";
import { isOn, readPart, type XmlHandlers } from "./xml";

/** The parts of a day that a format shows where it leaves some out: year, month, day of the month. */
export type DayParts = "y" | "m" | "d" | "ym" | "md" | "yd";

/**
 * How a number with this format reads: a plain number, a day with or without a time, a length of time (`[h]:mm`), or the parts
 * of a day. Who types 2024年8月 gets the first of the month in a format without a day: the day was never said.
 */
export type NumberKind = "number" | "date" | "elapsed" | DayParts;

/** One entry of cellXfs, by index. `code` is the format's code; built-in ids without a custom code give `""`. */
export interface CellFormat {
  readonly numFmtId: number;
  readonly code: string;
  readonly kind: NumberKind;
  /** Its text is struck out. */
  readonly isStruck?: true;
}

/**
 * Built-in date and time ids, with those of East Asian locales as a Chinese Excel means them (ECMA-376 part 1, 18.8.30): 27, 36,
 * 50, 52 and 57 are 2024年8月; 28, 29, 51, 53, 54 and 58 are 8月20日; 16 and 17 are `d-mmm` and `mmm-yy`.
 */
function kindOfBuiltIn(id: number): NumberKind {
  if (id === 46) return "elapsed";
  if ([17, 27, 36, 50, 52, 57].includes(id)) return "ym";
  if ([16, 28, 29, 51, 53, 54, 58].includes(id)) return "md";
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? "date" : "number";
}

const elapsedTime = /\[(h+|m+|s+)\]/i;
/** Everything that is no placeholder: quoted text, escaped characters, `_x` and `*x` padding, `[colour]`, `[$-804]`, `[>=1]`. */
const literals = /"[^"]*"?|\\.?|[_*].?|\[[^\]]*\]?/gs;
const amPm = /am\/pm|a\/p|上午\/下午/gi;

/** What a format code shows: judged by its first section, for positive numbers. */
export function kindOfCode(code: string): NumberKind {
  const placeholders = code.replace(literals, (literal) => (elapsedTime.test(literal) ? "\u0001" : "")).replace(amPm, "h");
  const section = placeholders.split(";", 1)[0] ?? "";
  if (section.includes("\u0001")) return "elapsed";
  if (/general|常规|g\/通用格式/i.test(section)) return "number";
  return /[ymdhs]/i.test(section) && !/[#?@]/.test(section) ? shownOfDay(section) : "number";
}

/** `m` next to hours or seconds are minutes; `ddd` and `dddd` name a day of the week; `e` is the year of an era. */
function shownOfDay(section: string): NumberKind {
  const runs = section.toLowerCase().match(/([a-z])\1*/g) ?? [];
  const isMonth = (place: number): boolean => !runs[place - 1]?.startsWith("h") && !runs[place + 1]?.startsWith("s");
  const shown = (is: (run: string, place: number) => boolean): boolean => runs.some(is);
  const year = shown((run) => /^[yeb]/.test(run));
  const month = shown((run, place) => run.startsWith("m") && isMonth(place));
  const day = shown((run) => run === "d" || run === "dd");
  if (year && month && !day) return "ym";
  if (year) return day && !month ? "yd" : day ? "date" : "y";
  return month && day ? "md" : month ? "m" : day ? "d" : "date";
}

export function kindOfFormat(numFmtId: number, code: string | undefined): NumberKind {
  return code === undefined ? kindOfBuiltIn(numFmtId) : kindOfCode(code);
}

/** Handlers that gather `numFmts`, `fonts` and `cellXfs` (not `cellStyleXfs`, not `dxfs`) into `formats`. */
export function styleHandlers(formats: CellFormat[]): XmlHandlers {
  const codes = new Map<number, string>();
  const fonts: boolean[] = [];
  let isInFonts = false;
  let isInCellFormats = false;
  let isInDifferential = false;
  return {
    open(name, { numFmtId, formatCode, fontId, val }) {
      if (name === "cellXfs") isInCellFormats = true;
      else if (name === "dxfs") isInDifferential = true;
      else if (name === "fonts") isInFonts = true;
      else if (name === "font" && isInFonts) fonts.push(false);
      else if (name === "strike" && isInFonts) fonts[fonts.length - 1] = val === undefined || isOn(val);
      else if (name === "numFmt" && !isInDifferential && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (name === "xf" && isInCellFormats) {
        const id = Number(numFmtId ?? 0);
        const code = codes.get(id);
        const format: CellFormat = { numFmtId: id, code: code ?? "", kind: kindOfFormat(id, code) };
        formats.push(fonts[Number(fontId ?? 0)] ? { ...format, isStruck: true } : format);
      }
    },
    close(name) {
      if (name === "cellXfs") isInCellFormats = false;
      else if (name === "fonts") isInFonts = false;
      else if (name === "dxfs") isInDifferential = false;
    },
  };
}

/** The cell formats by index (the `s` of a cell); none when the workbook has no styles. */
export async function readStyles(pkg: XlsxPackage, part: string | undefined): Promise<CellFormat[]> {
  const formats: CellFormat[] = [];
  if (part !== undefined && pkg.has(part)) await readPart(pkg, part, styleHandlers(formats));
  return formats;
}

/** The same where a day counts as a whole however little of it a format shows: staff format the days of their own workbook. */
export function withWholeDays(formats: readonly CellFormat[]): CellFormat[] {
  return formats.map((format) => (format.kind === "number" || format.kind === "elapsed" ? format : { ...format, kind: "date" }));
}
