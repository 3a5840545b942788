import { posix } from "node:path";
import { SaxesParser } from "saxes";

export type Parts = ReadonlyMap<string, Buffer>;

export const textOf = (parts: Parts, name: string): string => parts.get(name)?.toString("utf8") ?? "";

/** The names of the parts that are not the same bytes in both, sorted. */
export function changedParts(before: Parts, after: Parts): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => !before.get(name)?.equals(after.get(name) ?? Buffer.alloc(0))).sort();
}

/** The part of each tab, by the tab's title. */
export function sheetParts(parts: Parts): Map<string, string> {
  const targets = new Map(relationshipsOf(parts, "xl/workbook.xml").map(({ id, target }) => [id, target]));
  const sheets = [...textOf(parts, "xl/workbook.xml").matchAll(/<sheet [^>]*>/g)].map(([tag]) => tag);
  const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return new Map(sheets.map((tag) => [attribute(tag, "name"), targets.get(attribute(tag, "r:id")) ?? ""]));
}

function relationshipsOf(parts: Parts, part: string): { id: string; target: string }[] {
  const name = posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
  return [...textOf(parts, name).matchAll(/<Relationship [^>]*>/g)].flatMap(([tag]) => {
    const target = /Target="([^"]*)"/.exec(tag)?.[1] ?? "";
    if (tag.includes('TargetMode="External"')) return [];
    const whole = target.startsWith("/") ? target.slice(1) : posix.join(posix.dirname(part), target);
    return [{ id: /Id="([^"]*)"/.exec(tag)?.[1] ?? "", target: whole }];
  });
}

/** What would make a spreadsheet program offer to repair the file: broken XML, loose ends, parts without a type, … */
export function defectsOf(parts: Parts): string[] {
  const defects: string[] = [];
  const types = textOf(parts, "[Content_Types].xml");
  for (const [name, bytes] of parts) {
    const isXml = /\.(xml|rels|vml)$/.test(name);
    if (isXml) defects.push(...xmlErrors(name, bytes.toString("utf8")));
    const isTyped = types.includes(`PartName="/${name}"`) || types.includes(`Extension="${name.split(".").pop() ?? ""}"`);
    if (!isTyped) defects.push(`${name} has no content type`);
    for (const { target } of relationshipsOf(parts, name)) if (!parts.has(target)) defects.push(`${name} points at ${target}`);
  }
  for (const [title, part] of sheetParts(parts)) defects.push(...sheetDefects(title, textOf(parts, part)));
  return defects;
}

function xmlErrors(name: string, xml: string): string[] {
  const errors: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => errors.push(`${name}: ${error.message}`));
  parser.write(xml).close();
  return errors;
}

/** Rows and cells stand in order, each once. */
function sheetDefects(title: string, xml: string): string[] {
  const rows = [...xml.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)];
  const isRising = (numbers: readonly number[]): boolean => numbers.every((number, index) => number > (numbers[index - 1] ?? 0));
  const number = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const bad = rows.filter(([, row = "", cells = ""]) => {
    const names = [...cells.matchAll(/<c r="([A-Z]+)(\d+)"/g)];
    return !isRising(names.map(([, letters = ""]) => number(letters))) || names.some(([, , at]) => at !== row);
  });
  const problems = bad.map(([, row]) => `${title}: the cells of row ${row} are out of order`);
  return isRising(rows.map(([, row]) => Number(row))) ? problems : [...problems, `${title}: the rows are out of order`];
}

/** A worksheet taken apart: what stands around its rows with the ranges blotted out, the ranges, its formulas, its last row. */
export function anatomy(xml: string) {
  const around = xml.replace(/<sheetData>[\s\S]*<\/sheetData>|<dimension [^>]*>/g, "");
  const pattern = /( sqref="|<xm:sqref>|<autoFilter ref=")([^"<]+)/g;
  const filled = [...xml.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].filter(([, , cells = ""]) =>
    /<(v|is)>/.test(cells),
  );
  return {
    skeleton: around.replace(pattern, "$1"),
    ranges: [...around.matchAll(pattern)].map(([, , range = ""]) => range),
    formulas: [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(<f[^>]*?(?:\/>|>[^<]*<\/f>))/g)].map(
      ([, cell, formula]) => `${cell} ${formula}`,
    ),
    lastRow: Number(filled.at(-1)?.[1] ?? 0),
  };
}

export const bottomOf = (range: string): number => Number(/(\d+)$/.exec(range)?.[1] ?? 0);
