import type { sheets_v4 } from "googleapis/build/src/apis/sheets";

/** RRGGBB as the API has it. */
export function colour(hex: string): sheets_v4.Schema$Color {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4) };
}
