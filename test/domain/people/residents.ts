import fc from "fast-check";
import { checkCharacter } from "../../../apps-script/domain/people/check-character";

/** Ids of nobody: area 379999 is not assigned. */
export function idOf(birth8: string, sequence: number): string {
  const first17 = `379999${birth8}${String(sequence).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
}

const two = (n: number) => String(n).padStart(2, "0");

/** Valid ids of people between 20 and 63 years old in 2024. */
export const anId = fc
  .tuple(
    fc.integer({ min: 1961, max: 2003 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([year, month, day, sequence]) => idOf(`${year}${two(month)}${two(day)}`, sequence));

export const aMobile = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `199${String(n).padStart(8, "0")}`);
