import { digestOf } from "../changes/change-set";
import { UNIT_COLUMNS, type UnitValues } from "../schema/unit-columns";
import { textOf, type Value } from "../snapshot/value";
import { SEAL_FORM, type SealedFile } from "./seal";

/**
 * What a file of ours says about itself. It says so twice, since programs lose either: the hidden sheet `_anpei` (A1 the
 * magic, A2 a `FileIdentity` as JSON) and the core property `keywords` (letters, digits and hyphens only, as `;` is lost).
 * Each person's row carries its 报名编号, its exchange and a seal, so that a row that was copied into another file, or into
 * a new book, is known, and one that nobody here made is not.
 */
export const MAGIC = "anpei-unit-file";
export const ROW_ID_TITLE = "行号（勿改）";
export const PEOPLE_SHEET = "学员";
export const IDENTITY_SHEET = "_anpei";
export const GUIDE_SHEET = "填写说明";

export interface FileIdentity extends SealedFile {
  /** `X00001`: one for a unit in one workbook, found in 往来. */
  readonly exchange: string;
  /** Counts up with every file sent or taken back under the exchange. */
  readonly generation: number;
  /** 设置 工作簿编号 of the workbook that sent the file. */
  readonly workbook: string;
  readonly schema: number;
  /** `sentHash` of the values as sent. */
  readonly hash: string;
  readonly rows: number;
  /** Made by `Sealer.file`; `null` in files from before there were seals. */
  readonly seal: string | null;
}

/** What the keywords say: no workbook, and in older files neither rows nor seal. */
export type KeywordIdentity = Pick<FileIdentity, "exchange" | "generation" | "hash" | "seal"> & { readonly rows: number | null };

export function keywordsOf({ exchange, generation, hash, rows, seal }: FileIdentity): string {
  return ["anpei", exchange, generation, hash, ...(seal === null ? [] : [rows, seal])].join("-");
}

const KEYWORDS = new RegExp(
  `(?<![0-9A-Za-z-])anpei-(X\\d{1,12})-(\\d{1,9})-([0-9a-z]{1,64})(?:-(\\d{1,9})-(${SEAL_FORM}))?(?![0-9A-Za-z-])`,
  "iu",
);

/** The identity in a file's keywords, also when other words were added around it; `null` when there is none. */
export function readKeywords(text: string): KeywordIdentity | null {
  const [, exchange, generation, hash, rows, seal] = KEYWORDS.exec(text) ?? [];
  if (exchange === undefined || hash === undefined) return null;
  return {
    exchange: exchange.toUpperCase(),
    generation: Number(generation),
    hash: hash.toLowerCase(),
    rows: rows === undefined ? null : Number(rows),
    seal: seal?.toUpperCase() ?? null,
  };
}

/** The identity on a sheet's rows; `null` when A1 is not the magic or A2 is not whole. */
export function readIdentity(cells: readonly (readonly Value[])[]): FileIdentity | null {
  const [first, second] = cells;
  if (textOf(first?.[0]) !== MAGIC) return null;
  const read = parsed(textOf(second?.[0]));
  if (read === null) return null;
  const { exchange, generation, workbook, schema, hash, rows, seal = null } = read;
  if (typeof exchange !== "string" || typeof workbook !== "string" || typeof hash !== "string") return null;
  if (!isCount(generation) || !isCount(schema) || !isCount(rows)) return null;
  if (seal !== null && typeof seal !== "string") return null;
  return { exchange, generation, workbook, schema, hash, rows, seal };
}

/**
 * 底稿. A row's 内容 is `packBase` of the unit columns as sent. `shown` are the grey cells as sent, by the English names of
 * 名册's columns, so that a change to one of them is told from a change of ours; it may be left out.
 *
 * What was agreed with an enrolment in generation g is its row with the greatest 代次 ≤ g: a generation need not repeat the
 * rows that it left as they were.
 */
export interface BaseContent {
  readonly values: UnitValues;
  readonly shown: Readonly<Record<string, Value>> | null;
  /** The generation of the returned file that the values were taken from; `null` for values that we sent. */
  readonly takenFrom: number | null;
  /** The 报名编号 it was sent under, where that was one of the year before. */
  readonly from?: string;
}

export function packBase(values: UnitValues, more: Partial<Omit<BaseContent, "values">> = {}): string {
  const packed: Record<string, unknown> = {};
  for (const column of UNIT_COLUMNS) if (values[column] !== null) packed[column] = values[column];
  const shown = Object.entries(more.shown ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (more.shown) packed["@shown"] = Object.fromEntries(shown);
  if (typeof more.takenFrom === "number") packed["@taken"] = more.takenFrom;
  if (more.from !== undefined) packed["@from"] = more.from;
  return JSON.stringify(packed);
}

/** `null` when the text is not whole: then there is no base. */
export function unpackBase(text: Value): BaseContent | null {
  const packed = parsed(textOf(text));
  if (packed === null) return null;
  const values: Record<string, Value> = {};
  for (const column of UNIT_COLUMNS) {
    const value = packed[column] ?? null;
    if (!isValue(value)) return null;
    values[column] = value;
  }
  const { "@shown": shown, "@taken": taken, "@from": from } = packed;
  return {
    values: values as unknown as UnitValues,
    shown: isRecord(shown) && Object.values(shown).every(isValue) ? (shown as Record<string, Value>) : null,
    takenFrom: isCount(taken) ? taken : null,
    ...(typeof from === "string" ? { from } : {}),
  };
}

/** The hash of the people of a file as sent, whatever their order. */
export function sentHash(rows: readonly { readonly enrolment: string; readonly values: UnitValues }[]): string {
  const lines = rows.map(({ enrolment, values }) => `${enrolment}\t${packBase(values)}`);
  return digestOf(lines.sort().join("\n"));
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text);
    return isRecord(read) ? read : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === "string" || typeof value === "number";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
