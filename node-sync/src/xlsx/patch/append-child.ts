import { workbookWording as say } from "../../wording/workbook";
import { type PackageParts, relationshipsPart } from "./package-parts";
import { escapeXml, maskMarkup, tags } from "./xml-scan";

const NO_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Puts a child at the end of a small part's root; `child` is its tag without the bracket and the prefix. */
async function appendTo(parts: PackageParts, name: string, root: string, child: string): Promise<void> {
  const xml = await parts.text(name);
  const end = [...tags(maskMarkup(xml))].findLast((tag) => tag.name === root && tag.kind === "close");
  if (end === undefined) throw new Error(say.missingPart(name));
  parts.write(name, `${xml.slice(0, end.start)}<${end.prefix}${child}${xml.slice(end.start)}`);
}

/** Lets a part point at another one under an id of its own, which is given back. `target` is relative to the part. */
export async function relate(parts: PackageParts, part: string, type: string, target: string): Promise<string> {
  const ids = new Set((await parts.relationships(part)).map(({ id }) => id));
  let number = 1;
  while (ids.has(`rId${number}`)) number += 1;
  const name = relationshipsPart(part);
  if (!parts.has(name)) parts.write(name, NO_RELATIONSHIPS);
  const relationship = `Relationship Id="rId${number}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"/>`;
  await appendTo(parts, name, "Relationships", relationship);
  return `rId${number}`;
}

/** Adds a part that the package has not yet. */
export async function addPart(parts: PackageParts, name: string, contentType: string, xml: string): Promise<void> {
  await appendTo(parts, "[Content_Types].xml", "Types", `Override PartName="/${escapeXml(name)}" ContentType="${contentType}"/>`);
  parts.write(name, xml);
}
