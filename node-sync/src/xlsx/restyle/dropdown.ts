import { earlierColumns } from "../../../../apps-script/domain/operations/judge-look";
import type { Column } from "../../../../apps-script/domain/schema/index";
import { type Checked, columnCheck } from "../column-check";
import { splice } from "../patch/grow";
import { attribute, escapeXml, unescapeXml, withAttribute } from "../patch/xml-scan";
import { childText, type Element, elementsOf, placeFor, shareOf } from "./elements";
import type { Fate, PlacedLook } from "./restyle-sheet";

/**
 * The tail of a sheet with the present check of a column in the place of an earlier one of ours. A check that is neither is
 * somebody's own and stays.
 */
export function withDropdown(tail: string, look: PlacedLook): { readonly tail: string; readonly fate: Fate } {
  const { column, isNew, place } = look;
  const now = columnCheck(column);
  const older = earlierColumns(look)
    .map(columnCheck)
    .filter((check) => !isSame(check, now));
  const there = elementsOf(tail, "dataValidation").flatMap((element) => {
    const share = shareOf(element.open, place.column);
    return share === null || share.inside.length > 0 ? [{ element, share }] : [];
  });
  if (isNew) return { tail: now && there.length === 0 ? added(tail, now, column, place.range) : tail, fate: "ours" };
  if (older.length === 0) return { tail, fate: "ours" };
  const [one] = there;
  // A mere hint of staff's own needs no word.
  const fate = [now, ...older].some((check) => check?.formulae) ? "theirs" : "ours";
  if (there.length !== 1 || !one?.share) return { tail, fate };
  if (isMade(one.element, now)) return { tail, fate: "ours" };
  if (!older.some((check) => isMade(one.element, check))) return { tail, fate };
  const { element, share } = one;
  const rest = share.outside.length === 0 ? "" : withRanges(tail, element, share.outside);
  const made = now ? markup(now, column, share.inside.join(" "), element.prefix) : "";
  return { tail: counted(splice(tail, [{ start: element.start, end: element.end, text: rest + made }])), fate: "ours" };
}

function isSame(a: Checked | null, b: Checked | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a check is what the program writes for it: what it allows, and the hint beside the cell. */
function isMade({ open, inner }: Element, check: Checked | null): boolean {
  if (check === null) return false;
  const [formula] = check.formulae ?? [];
  const type = attribute(open, "type") ?? "none";
  return (
    type === (check.type === "any" ? "none" : check.type) &&
    // LibreOffice gives a check of nothing a formula of 0.
    (type === "none" || (childText(inner, "formula1") ?? "") === String(formula ?? "")) &&
    unescapeXml(attribute(open, "prompt") ?? "") === (check.prompt ?? "")
  );
}

function markup(check: Checked, { title }: Column, ranges: string, prefix: string): string {
  const { type, operator, errorTitle, error, prompt, formulae = [] } = check;
  const attributes: readonly (readonly [string, string | undefined])[] = [
    ["type", type === "any" ? undefined : type],
    ["operator", operator],
    ["allowBlank", "1"],
    ["showInputMessage", prompt === undefined ? undefined : "1"],
    ["promptTitle", prompt === undefined ? undefined : title],
    ["prompt", prompt],
    ["showErrorMessage", error === undefined ? undefined : "1"],
    ["errorStyle", error === undefined ? undefined : "warning"],
    ["errorTitle", error === undefined ? undefined : errorTitle],
    ["error", error],
    ["sqref", ranges],
  ];
  const written = attributes.flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(value)}"`])).join("");
  const formula = formulae.map((text) => `<${prefix}formula1>${escapeXml(String(text))}</${prefix}formula1>`).join("");
  return formula === ""
    ? `<${prefix}dataValidation${written}/>`
    : `<${prefix}dataValidation${written}>${formula}</${prefix}dataValidation>`;
}

function withRanges(tail: string, { start, end, open }: Element, ranges: readonly string[]): string {
  return withAttribute(open, "sqref", ranges.join(" ")) + tail.slice(start + open.length, end);
}

/** The tail with one more check. */
export function added(tail: string, check: Checked, column: Column, ranges: string): string {
  const list = elementsOf(tail, "dataValidations")[0];
  if (list && list.inner !== "") {
    const end = list.start + list.open.length + list.inner.length;
    return counted(splice(tail, [{ start: end, end, text: markup(check, column, ranges, list.prefix) }]));
  }
  const at = list?.start ?? placeFor(tail, "dataValidations");
  const text = `<dataValidations count="1">${markup(check, column, ranges, "")}</dataValidations>`;
  return splice(tail, [{ start: at, end: list?.end ?? at, text }]);
}

function counted(tail: string): string {
  const list = elementsOf(tail, "dataValidations")[0];
  if (!list || attribute(list.open, "count") === undefined) return tail;
  const count = elementsOf(list.inner, "dataValidation").length;
  const text = withAttribute(list.open, "count", String(count));
  return splice(tail, [{ start: list.start, end: list.start + list.open.length, text }]);
}
