import { basename } from "node:path";
import * as say from "../wording/forms";
import { notWordFile } from "../wording/tables";
import { tooLarge } from "../xlsx/budget";
import { foreignLimits, type Limits } from "../xlsx/limits";
import { bytesOf, XlsxPackage } from "../xlsx/package";
import { PackageParts, relationshipsPart } from "../xlsx/patch/package-parts";
import { isUtf8 } from "../xlsx/patch/patch-sheet";
import { attribute, maskMarkup, tags } from "../xlsx/patch/xml-scan";
import { UnreadableFile } from "../xlsx/unreadable-file";
import { readPart } from "../xlsx/xml";
import type { PartKind } from "./render";

/** A template is a file of others: the limits of those, and less room, since every person gets a copy. */
const templateLimits: Limits = { ...foreignLimits, fileBytes: 20 * 1024 * 1024, inflatedBytes: 100 * 1024 * 1024 };
/** Bytes of a part that is filled in: a form of a hundred pages. */
const MOST_MARKUP = 4 * 1024 * 1024;

const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const APP = "docProps/app.xml";

/** A part that may hold placeholders. */
export interface FormPart {
  readonly name: string;
  readonly kind: PartKind;
  /** How the document names it, which may be in several ways; none for the document itself. */
  readonly ids: readonly string[];
  readonly xml: string;
}

/** A .docx that was looked at as a whole: no bomb, well-formed where it is filled in. */
export interface WordFile {
  readonly label: string;
  readonly package: PackageParts;
  readonly main: FormPart;
  readonly edges: readonly FormPart[];
  /** Pages when it was last saved, as the program that saved it says. */
  readonly pages: number | null;
}

/** The bytes of a template. @throws {UnreadableFile} `missing`, `locked`, `too-large` */
export const templateBytes = (path: string): Promise<Buffer> => bytesOf(path, basename(path), templateLimits);

/** @throws {UnreadableFile} with a sentence naming the file */
export async function openWordFile(bytes: Buffer, label: string): Promise<WordFile> {
  return opened(bytes, label).catch((error: unknown) => {
    throw error instanceof UnreadableFile && error.code === "broken"
      ? new UnreadableFile("broken", say.brokenWord(label))
      : error;
  });
}

async function opened(bytes: Buffer, label: string): Promise<WordFile> {
  if (/\.(?:doc|wps|wpt|dot)$/iu.test(label)) throw new UnreadableFile("not-xlsx", say.oldWord(label));
  const pkg = await weighed(bytes, label);
  const parts = new PackageParts(bytes);
  const main = (await parts.relationships("")).find(({ kind }) => kind === "officeDocument")?.target;
  if (main === undefined || !pkg.has(main)) throw new UnreadableFile("not-xlsx", notWordFile(label));
  if ((await typeOf(parts, main)) !== MAIN_TYPE) throw new UnreadableFile("not-xlsx", say.otherWord(label));
  const markup = (name: string): Promise<string> => markupOf(pkg, parts, name);
  const edges = new Map<string, FormPart>();
  for (const { id, kind, target } of await parts.relationships(main)) {
    if ((kind !== "header" && kind !== "footer") || !pkg.has(target)) continue;
    const known = edges.get(target.toLowerCase()) ?? { name: target, kind, ids: [], xml: await markup(target) };
    edges.set(target.toLowerCase(), { ...known, ids: [...known.ids, id] });
  }
  return {
    label,
    package: parts,
    main: { name: main, kind: "body", ids: [], xml: await markup(main) },
    edges: [...edges.values()],
    pages: parts.has(APP) ? pagesIn(await parts.text(APP)) : null,
  };
}

/** Every part is inflated once, bytes counted, before any of them is kept. */
async function weighed(bytes: Buffer, label: string): Promise<XlsxPackage> {
  const pkg = await XlsxPackage.open(bytes, templateLimits, label).catch((error: unknown) => {
    throw error instanceof UnreadableFile && OTHER_FORMATS.has(error.code)
      ? new UnreadableFile(error.code, say.otherWord(label))
      : error;
  });
  for (const name of pkg.names) if (!name.endsWith("/")) for await (const chunk of pkg.chunks(name)) void chunk.length;
  return pkg;
}

/** Sentences of these codes speak of workbooks. */
const OTHER_FORMATS: ReadonlySet<string> = new Set(["ole", "html", "text", "not-xlsx", "ods"]);

async function markupOf(pkg: XlsxPackage, parts: PackageParts, name: string): Promise<string> {
  await readPart(pkg, name, {});
  const bytes = await parts.bytes(name);
  if (bytes.length > MOST_MARKUP) throw tooLarge(say.tooMuchMarkup(pkg.label));
  if (!isUtf8(bytes)) throw new UnreadableFile("not-xlsx", say.otherWord(pkg.label));
  return bytes.toString("utf8").replace(/^\ufeff/u, "");
}

async function typeOf(parts: PackageParts, part: string): Promise<string | null> {
  const xml = await parts.text(CONTENT_TYPES);
  for (const one of tags(maskMarkup(xml))) {
    const text = xml.slice(one.start, one.end);
    if (one.name === "Override" && attribute(text, "PartName")?.toLowerCase() === `/${part}`.toLowerCase())
      return attribute(text, "ContentType") ?? null;
  }
  return null;
}

const pagesIn = (xml: string): number | null => {
  const [, pages] = /<Pages>(\d{1,6})<\/Pages>/u.exec(xml) ?? [];
  return pages === undefined ? null : Number(pages);
};

/** A header or footer more, of the kind of one that there is, by the names that the document has for it. */
export interface AddedEdge {
  readonly like: FormPart;
  readonly name: string;
  readonly ids: readonly string[];
  readonly xml: string;
}

export async function addEdges({ package: parts, main }: WordFile, added: readonly AddedEdge[]): Promise<void> {
  const types = new Map<FormPart, string>();
  for (const { like } of added) if (!types.has(like)) types.set(like, (await typeOf(parts, like.name)) ?? "");
  for (const { like, name, xml } of added) {
    parts.write(name, xml);
    const related = relationshipsPart(like.name);
    if (parts.has(related)) parts.write(relationshipsPart(name), await parts.bytes(related));
  }
  const overrides = added.map(({ like, name }) => `<Override PartName="/${name}" ContentType="${types.get(like) ?? ""}"/>`);
  const relationships = added.flatMap(({ like, name, ids }) =>
    ids.map((id) => `<Relationship Id="${id}" Type="${RELATIONSHIP}${like.kind}" Target="/${name}"/>`),
  );
  await append(parts, CONTENT_TYPES, overrides);
  await append(parts, relationshipsPart(main.name), relationships);
}

async function append(parts: PackageParts, name: string, elements: readonly string[]): Promise<void> {
  if (elements.length === 0) return;
  const xml = await parts.text(name);
  const end = xml.lastIndexOf("</");
  const [close] = [...tags(xml, end)];
  const prefix = close?.prefix ?? "";
  parts.write(name, xml.slice(0, end) + elements.map((one) => one.replace("<", `<${prefix}`)).join("") + xml.slice(end));
}
