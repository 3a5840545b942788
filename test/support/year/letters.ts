import type { TableSheet } from "../../../apps-script/domain/merge/table-file";
import { checkCharacter } from "../../../apps-script/domain/people/check-character";

/** The kinds of files that arrive in the year, and how often each comes among eighteen. */
export const KINDS = {
  typed: 5,
  list: 3,
  again: 1,
  "long cell": 2,
  "long unit": 1,
  damaged: 2,
  "own workbook": 1,
  forged: 1,
  "older ids": 1,
  "another's person": 1,
} as const;
export type Kind = keyof typeof KINDS;

/** A cell of 名册 by the number of its person and its title. */
export interface Told {
  readonly id: string;
  readonly column: string;
  readonly value: string;
}

/** A file that arrives. */
export interface Letter {
  readonly file: string;
  readonly kind: Kind;
  readonly bytes: Buffer | string;
  /** Who made it; `""` for nobody who is a unit. */
  readonly sender: string;
  /** What it honestly brings. */
  readonly brings: readonly Told[];
  /** The reason with which a cell of it is refused, as it is to be told. */
  readonly refused: string | null;
  /** Whether it is to be in 已处理 at the end of the day. */
  readonly isGood: boolean;
  /** The code with which it is refused as a whole. */
  readonly error: string | null;
}

export function letter(
  parts: Pick<Letter, "file" | "kind" | "bytes" | "sender"> & Partial<Pick<Letter, "brings" | "refused" | "isGood" | "error">>,
): Letter {
  return { brings: [], refused: null, isGood: false, error: null, ...parts };
}

/** People whose names and numbers, down to the last six digits, are nobody else's. */
export interface Stranger {
  readonly name: string;
  readonly id: string;
}

export function stranger(serial: number): Stranger {
  const first17 = `379999${1965 + (serial % 35)}0517${String(100 + serial).padStart(3, "0")}`;
  return {
    name: `${String.fromCodePoint(0x6100 + serial * 7, 0x7200 + serial * 5)}某`,
    id: first17 + checkCharacter(first17),
  };
}

/** Spread over all numbers, so that no two have the same last six digits. */
export const mobileOf = (serial: number): string => `138${String((serial * 71_993 + 20_417) % 100_000_000).padStart(8, "0")}`;

/** A workbook of these sheets, as a program of somebody's own would write it. */
export async function packed(sheets: readonly TableSheet[], keywords: string | null): Promise<Buffer> {
  const { Workbook } = await import("exceljs");
  const workbook = new Workbook();
  if (keywords !== null) workbook.keywords = keywords;
  for (const { name, hidden, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? "hidden" : "visible" });
    for (const { at, cells } of rows) sheet.getRow(at).values = [...cells] as string[];
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
