import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { type Area, parseArea } from "../patch/a1";
import { splice } from "../patch/grow";
import type { PackageParts } from "../patch/package-parts";
import { attribute, escapeXml, unescapeXml } from "../patch/xml-scan";
import { childText, type Element, elementsOf } from "../restyle/elements";
import { OUR_CHART } from "./sheet-chart";

/** What a cell holds, by row and column from 1. */
type Shown = (row: number, column: number) => Value;

/**
 * The charts of ours on a sheet with what its cells hold now: programs show the numbers that are kept in a chart until they work it
 * out anew. Whatever else staff made of a chart stays, and charts by other names stay byte for byte.
 */
export async function refreshCharts(parts: PackageParts, sheetPart: string, title: string, shown: Shown): Promise<void> {
  for (const part of await ourCharts(parts, sheetPart)) {
    const before = await parts.text(part);
    const after = withCaches(before, title, shown);
    if (after !== before) parts.write(part, after);
  }
}

/** The parts of our charts on a sheet. */
export async function ourCharts(parts: PackageParts, sheetPart: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { kind, target } of await parts.relationships(sheetPart)) {
    if (kind !== "drawing" || !parts.has(target)) continue;
    const charts = new Map((await parts.relationships(target)).map((one) => [one.id, one.target]));
    for (const { inner } of elementsOf(await parts.text(target), "graphicFrame")) {
      const [named] = elementsOf(inner, "cNvPr");
      const [chart] = elementsOf(inner, "chart");
      if (!named || !chart || !unescapeXml(attribute(named.open, "name") ?? "").startsWith(OUR_CHART)) continue;
      const part = charts.get(attribute(chart.open, "[^\\s:=]+:id") ?? "");
      if (part !== undefined && parts.has(part)) found.push(part);
    }
  }
  return found;
}

function withCaches(xml: string, title: string, shown: Shown): string {
  const texts = elementsOf(xml, "strRef").flatMap((ref) => cached(ref, title, shown, "str"));
  const numbers = elementsOf(xml, "numRef").flatMap((ref) => cached(ref, title, shown, "num"));
  return splice(
    xml,
    [...texts, ...numbers].sort((a, b) => a.start - b.start),
  );
}

/** A reference to one row or column of the sheet with its cache; any other stays. */
function cached({ start, end, open, inner, prefix }: Element, title: string, shown: Shown, kind: "str" | "num") {
  const [formula] = elementsOf(inner, "f");
  const area = areaOf(childText(inner, "f") ?? "", title);
  if (!formula || !area || (area.left !== area.right && area.top !== area.bottom)) return [];
  const [old] = elementsOf(inner, `${kind}Cache`);
  const ext = inner.slice(old?.end ?? formula.end);
  const format = childText(old?.inner ?? "", "formatCode") ?? "General";
  const head = kind === "num" ? `<${prefix}formatCode>${escapeXml(format)}</${prefix}formatCode>` : "";
  const cache = `<${prefix}${kind}Cache>${head}${pointsIn(area, shown, kind, prefix)}</${prefix}${kind}Cache>`;
  const text = `${open}${inner.slice(0, formula.end)}${cache}${ext}</${prefix}${kind}Ref>`;
  return [{ start, end, text }];
}

/** `'看板'!$C$2:$C$12` where that is the sheet. */
function areaOf(formula: string, title: string): Area | undefined {
  const mark = formula.lastIndexOf("!");
  const sheet = formula
    .slice(0, mark)
    .replace(/^'(.*)'$/su, "$1")
    .replaceAll("''", "'");
  return mark > 0 && sheet === title ? parseArea(formula.slice(mark + 1)) : undefined;
}

function pointsIn({ top, left, bottom, right }: Area, shown: Shown, kind: "str" | "num", prefix: string): string {
  const points: string[] = [];
  let count = 0;
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1, count += 1) {
      const value = shown(row, column);
      const isShown = kind === "num" ? typeof value === "number" : value !== null;
      if (isShown) points.push(`<${prefix}pt idx="${count}"><${prefix}v>${escapeXml(String(value))}</${prefix}v></${prefix}pt>`);
    }
  return `<${prefix}ptCount val="${count}"/>${points.join("")}`;
}
