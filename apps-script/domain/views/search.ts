import type { PersonLine } from "./lines";

/** Who is found by a few characters: name, pinyin initials, last digits of id or mobile, unit or alias. */
export interface Found {
  /** The best first; not more than were asked for. */
  readonly people: readonly PersonLine[];
  /** How many there are in all. */
  readonly total: number;
  /** A whole id or mobile, or a number, that is one person's: Enter takes it. */
  readonly only: string | null;
  /** Units and classes that the text names. */
  readonly units: readonly string[];
  readonly classes: readonly string[];
}
