import { brokenFile, brokenPlaces, noSheets, xlsbFile } from "../wording/files";
import { zipWithoutWorkbook } from "./file-kind";
import type { XlsxPackage } from "./package";
import { UnreadableFile } from "./unreadable-file";
import { isOn, prefixedAttribute, readPart } from "./xml";

export type SheetState = "visible" | "hidden" | "veryHidden";

/** A worksheet as the workbook lists it. `part` is the name of its part without a leading slash. */
export interface SheetPart {
  readonly name: string;
  readonly state: SheetState;
  readonly part: string;
}

export interface WorkbookParts {
  /** Worksheets in tab order; chart, dialog and macro sheets are left out. */
  readonly sheets: readonly SheetPart[];
  /** Names of sheets whose part is not in the file. */
  readonly lost: readonly string[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  /** Who made the file and what about (ECMA-376 part 2, 11). */
  readonly coreProperties: string | undefined;
  /** Serial days count from 1904-01-01 (ECMA-376 part 1, 18.2.28). */
  readonly date1904: boolean;
}

/** One internal relationship: `kind` is the last step of its type, the same in transitional and strict files. */
interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** Resolves a target against the folder of the part that refers to it (ECMA-376 part 2, 8.3): `/xl/a.xml`, `../a.xml`, `a.xml`. */
function resolveTarget(source: string, target: string, has: (part: string) => boolean): string {
  const folder = source.split("/").slice(0, -1);
  const steps: string[] = target.startsWith("/") ? [] : folder;
  for (const step of target.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  const part = steps.join("/");
  if (has(part)) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function relationshipsOf(pkg: XlsxPackage, source: string): Promise<Relationship[]> {
  const slash = source.lastIndexOf("/") + 1;
  const part = `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
  const relationships: Relationship[] = [];
  if (!pkg.has(part)) return relationships;
  await readPart(pkg, part, {
    open(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (name !== "Relationship" || id === undefined || type === undefined || target === undefined || mode === "External")
        return;
      const kind = type.slice(type.lastIndexOf("/") + 1);
      relationships.push({ id, kind, target: resolveTarget(source, target, (candidate) => pkg.has(candidate)) });
    },
  });
  return relationships;
}

async function mimetypeOf(pkg: XlsxPackage): Promise<string> {
  if (!pkg.has("mimetype")) return "";
  for await (const chunk of pkg.chunks("mimetype")) return chunk.toString("latin1", 0, 200);
  return "";
}

/**
 * Finds the parts a reader needs, through relationships alone: no part is known by its name.
 *
 * @param mayLack whether sheets without a part are left out, as long as there are others
 * @throws {UnreadableFile} `ods`, `xlsb`, `not-xlsx`, `broken`, `no-sheets`
 */
export async function readParts(pkg: XlsxPackage, mayLack = false): Promise<WorkbookParts> {
  const root = await relationshipsOf(pkg, "");
  const workbook = root.find(({ kind }) => kind === "officeDocument")?.target;
  const coreProperties = root.find(({ kind }) => kind === "core-properties")?.target;
  if (workbook === undefined) throw zipWithoutWorkbook(pkg.names, await mimetypeOf(pkg), pkg.label);
  if (workbook.endsWith(".bin")) throw new UnreadableFile("xlsb", xlsbFile(pkg.label));
  const relationships = await relationshipsOf(pkg, workbook);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetPart[] = [];
  const lost: string[] = [];
  let missing: string | undefined;
  let date1904 = false;
  let isWorkbook: boolean | undefined;
  await readPart(pkg, workbook, {
    open(name, attributes) {
      isWorkbook ??= name === "workbook";
      if (name === "workbookPr") date1904 = isOn(attributes.date1904);
      if (name !== "sheet" || attributes.name === undefined) return;
      const target = byId.get(prefixedAttribute(attributes, "id") ?? "");
      if (target === undefined || (target.kind === "worksheet" && !pkg.has(target.target))) {
        lost.push(attributes.name);
        missing ??= target?.target ?? attributes.name;
        return;
      }
      if (target.kind !== "worksheet") return;
      const { state } = attributes;
      sheets.push({
        name: attributes.name,
        state: state === "hidden" || state === "veryHidden" ? state : "visible",
        part: target.target,
      });
    },
  });
  if (isWorkbook !== true) throw zipWithoutWorkbook(pkg.names, "", pkg.label);
  if (missing !== undefined && (sheets.length === 0 || !mayLack))
    throw new UnreadableFile("broken", brokenFile(pkg.label, brokenPlaces.missingPart(missing)));
  if (sheets.length === 0) throw new UnreadableFile("no-sheets", noSheets(pkg.label));
  const part = (kind: string): string | undefined => relationships.find((relationship) => relationship.kind === kind)?.target;
  return { sheets, lost, sharedStrings: part("sharedStrings"), styles: part("styles"), coreProperties, date1904 };
}
