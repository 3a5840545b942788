import { withoutFrame } from "../people/stated-post";
import { textOf } from "../snapshot/value";
import { glanceAt } from "./list-lines";
import { type StatedUnit, statedUnit } from "./stated-unit";
import { addressOf, type TableRow } from "./table-file";

/** A line that names a unit: with a label ("单位：…"), or by its name alone. */
interface LineOfUnit extends StatedUnit {
  readonly isLabelled: boolean;
}

/** The same in a list, and how many of the list's people stand above it. */
export interface UnitLine extends LineOfUnit {
  readonly before: number;
}

const ORGANISATION = /^[\p{L}\p{N}()（）·]{2,40}(?:公司|集团|矿业|矿山|矿|厂)(?:[（(][^（()）]{1,10}[)）])?$/u;

/** The unit that a line names, with a label ("单位：…") or alone, numbered and counted or not; `null` for any other line. */
export function unitOfLine(row: TableRow): LineOfUnit | null {
  const labelled = statedUnit(row);
  const named = labelled ?? bareUnit(row);
  return named === null ? null : { ...named, isLabelled: labelled !== null };
}

/** The unit that stands alone in a line: "一、某某公司（3人）". */
export function bareUnit(row: TableRow): StatedUnit | null {
  const written = row.cells.flatMap((cell, index) => (textOf(cell) === "" ? [] : [{ text: glanceAt(cell), index }]));
  const [only] = written;
  if (!only || new Set(written.map(({ text }) => text)).size > 1) return null;
  const name = withoutFrame(only.text.trim());
  return ORGANISATION.test(name) ? { text: name, address: addressOf(only.index, row.at) } : null;
}

/** A list's people, by row their unit as a line above the header names it. */
interface OfUnit {
  readonly unit: StatedUnit | null;
}

/** People with the units of their lines, and the lines of which nobody can tell whose unit they name. */
interface SettledUnits<R> {
  readonly rows: readonly R[];
  readonly unclear: readonly UnitLine[];
}

/**
 * Gives people the unit of the line above them, where such lines part all of them: the first stands above everybody, and each has
 * people below it. Lines below their people, or of some people alone, are asked about. Lines after everybody are a signature, and one
 * label, wherever it stands, is everybody's.
 *
 * @param heading what stands alone above the header: the first of several such lines, else no more than a title
 */
export function settleUnits<R extends OfUnit>(
  rows: readonly R[],
  below: readonly UnitLine[],
  heading: StatedUnit | null,
): SettledUnits<R> {
  const [first] = below;
  const title: UnitLine[] = heading !== null && first && first.before > 0 ? [{ ...heading, isLabelled: false, before: 0 }] : [];
  const lines = [...title, ...below];
  const isOneLabel = lines.every(({ isLabelled, text }) => isLabelled && text === first?.text);
  const isSaidAbove = rows.every(({ unit }) => unit !== null && lines.every(({ text }) => text === unit.text));
  if (isOneLabel || isSaidAbove || below.every(({ before }) => before === rows.length)) return { rows, unclear: [] };
  const isParted = lines.every(({ before }, place) => before < (lines[place + 1]?.before ?? rows.length));
  if (!isParted || lines[0]?.before !== 0 || rows.some(({ unit }) => unit !== null)) return { rows, unclear: lines };
  let next = 0;
  const settled = rows.map((row, place) => {
    while ((lines[next + 1]?.before ?? rows.length) <= place) next++;
    return { ...row, unit: lines[next] ?? null };
  });
  return { rows: settled, unclear: [] };
}
