import {
  type Colours,
  coloursOf,
  conditionText,
  formulaText,
  judged,
} from "../../../../apps-script/domain/operations/judge-look";
import type { Highlight, Paint } from "../../../../apps-script/domain/schema/look";
import { columnLetters, parseArea } from "../patch/a1";
import { splice } from "../patch/grow";
import { attribute, escapeXml } from "../patch/xml-scan";
import { childText, type Element, elementsOf, placeFor, shareOf } from "./elements";
import type { Fate, PlacedLook } from "./restyle-sheet";

/** The number of a differential style of the book that paints like this. */
export type StyleOf = (paint: Paint) => number;

/** A part's text, and whether a look in it was left. */
interface Coloured {
  readonly tail: string;
  readonly fate: Fate;
}

/** The tail of a sheet with the present colours of a column in the place of earlier ones of ours; others stay. */
export function withColours(tail: string, look: PlacedLook, styleOf: StyleOf): Coloured {
  const cells = withKind(tail, look, false, styleOf);
  const rows = withKind(cells.tail, look, true, styleOf);
  return { tail: rows.tail, fate: cells.fate === "theirs" ? "theirs" : rows.fate };
}

function withKind(tail: string, look: PlacedLook, wide: boolean, styleOf: StyleOf): Coloured {
  const { isNew, place } = look;
  const colours = coloursOf(look, wide);
  const cellAt = (top: number): string => `${wide ? "$" : ""}${columnLetters(place.column)}${top}`;
  const range = wide ? place.wideRange : place.range;
  const markup = (ranges: string, priorities: readonly number[]): string =>
    blockOf(colours.now, ranges, cellAt(topOf(ranges)), styleOf, priorities);
  const blocks = blocksOn(tail, place.column, wide).map((block) => ({ block, verdict: verdictOn(block, colours, cellAt) }));
  if (isNew) return { tail: blocks.length === 0 ? added(tail, colours.now, markup, range) : tail, fate: "ours" };
  const made = blocks.find(({ verdict }) => verdict === "replace")?.block;
  if (made) {
    const text = markup(attribute(made.open, "sqref") ?? range, prioritiesFor(tail, made, colours.now.length));
    return { tail: splice(tail, [{ start: made.start, end: made.end, text: prefixed(text, made.prefix) }]), fate: "ours" };
  }
  if (blocks.some(({ verdict }) => verdict === "stays")) return { tail, fate: "ours" };
  const verdict = blocks.length > 0 ? "theirs" : judged("", textOf(colours.now), colours.older.map(textOf));
  if (verdict === "replace") return { tail: added(tail, colours.now, markup, range), fate: "ours" };
  return { tail, fate: verdict === "theirs" ? "theirs" : "ours" };
}

const textOf = (conditions: Colours["older"][number]): string => conditionText(conditions, "");

/** The blocks whose ranges lie in the column, or, of rules for whole rows, reach across it. */
function blocksOn(tail: string, column: number, wide: boolean): Element[] {
  return elementsOf(tail, "conditionalFormatting").filter(({ open }) => {
    const share = shareOf(open, column);
    return wide ? share === null : share !== null && share.inside.length > 0 && share.outside.length === 0;
  });
}

function verdictOn({ open, inner }: Element, { now, older }: Colours, cellAt: (top: number) => string) {
  const rules = elementsOf(inner, "cfRule");
  const first = cellAt(topOf(attribute(open, "sqref") ?? ""));
  const isOurKind = rules.every((rule) => attribute(rule.open, "type") === "expression");
  const there = isOurKind ? formulaText(rules.map((rule) => childText(rule.inner, "formula") ?? "")) : "?";
  return judged(
    there,
    conditionText(now, first),
    older.map((conditions) => conditionText(conditions, first)),
  );
}

function topOf(ranges: string): number {
  const tops = ranges.split(/\s+/u).flatMap((range) => parseArea(range)?.top ?? []);
  return tops.length > 0 ? Math.min(...tops) : 2;
}

function blockOf(
  highlights: readonly Highlight[],
  ranges: string,
  first: string,
  styleOf: StyleOf,
  priorities: readonly number[],
): string {
  const rules = highlights.map(({ when, paint }, index) => {
    const formula = escapeXml(when.split("{cell}").join(first));
    const head = `type="expression" dxfId="${styleOf(paint)}" priority="${priorities[index] ?? index + 1}"`;
    return `<cfRule ${head}><formula>${formula}</formula></cfRule>`;
  });
  return `<conditionalFormatting sqref="${ranges}">${rules.join("")}</conditionalFormatting>`;
}

function prefixed(text: string, prefix: string): string {
  return prefix === "" ? text : text.replace(/<(\/?)(?=[a-zA-Z])/gu, `<$1${prefix}`);
}

/** The priorities of the rules that go; with another number of rules they come behind all others of the sheet. */
function prioritiesFor(tail: string, made: Element, count: number): number[] {
  const own = prioritiesIn(made.inner);
  return own.length === count ? own : behind(tail, count);
}

function behind(tail: string, count: number): number[] {
  const last = Math.max(0, ...prioritiesIn(tail));
  return Array.from({ length: count }, (_, index) => last + index + 1);
}

function prioritiesIn(xml: string): number[] {
  return elementsOf(xml, "cfRule").map(({ open }) => Number(attribute(open, "priority") ?? 0));
}

type Markup = (ranges: string, priorities: readonly number[]) => string;

function added(tail: string, highlights: readonly Highlight[], markup: Markup, range: string): string {
  if (highlights.length === 0) return tail;
  const at = placeFor(tail, "conditionalFormatting");
  return splice(tail, [{ start: at, end: at, text: markup(range, behind(tail, highlights.length)) }]);
}
