import { bytesOf, packageOf } from "./hand-workbook";

export const relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const noRelationships = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** The parts of a workbook file, to be added to and edited by hand as text. */
export class PackageEditor {
  private constructor(private readonly parts: Map<string, Buffer>) {}

  static async of(workbook: Buffer): Promise<PackageEditor> {
    return new PackageEditor(await bytesOf(workbook));
  }

  text(name: string): string {
    return this.parts.get(name)?.toString("utf8") ?? "";
  }

  edit(name: string, change: (xml: string) => string): void {
    this.parts.set(name, Buffer.from(change(this.text(name))));
  }

  addBytes(name: string, bytes: Buffer): void {
    this.parts.set(name, bytes);
  }

  /** Adds a part; `type` is its content type without the beginning that all office parts share. */
  add(name: string, xml: string, type: string): void {
    this.addBytes(name, Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`));
    const contentType = `application/vnd.openxmlformats-officedocument.${type}+xml`;
    this.edit("[Content_Types].xml", (types) =>
      types.replace("</Types>", `<Override PartName="/${name}" ContentType="${contentType}"/></Types>`),
    );
  }

  /** Says which type files with an ending are, unless the package does already. */
  addDefault(extension: string, contentType: string): void {
    this.edit("[Content_Types].xml", (types) =>
      types.includes(`Extension="${extension}"`)
        ? types
        : types.replace(/(<Types[^>]*>)/, `$1<Default Extension="${extension}" ContentType="${contentType}"/>`),
    );
  }

  /** Lets `part` point at `target` (relative to it) under `id`. */
  relate(part: string, id: string, kind: string, target: string): void {
    const slash = part.lastIndexOf("/") + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    if (!this.parts.has(name)) this.parts.set(name, Buffer.from(noRelationships));
    const relationship = `<Relationship Id="${id}" Type="${relationshipTypes}/${kind}" Target="${target}"/>`;
    this.edit(name, (xml) => xml.replace("</Relationships>", `${relationship}</Relationships>`));
  }

  pack(): Promise<Buffer> {
    return packageOf(this.parts);
  }
}

/** Puts `markup` before the first of the elements that may come after it in a worksheet, or at its end. */
export function insertBefore(xml: string, followers: readonly string[], markup: string): string {
  const places = [...followers.map((name) => xml.search(new RegExp(`<${name}[\\s/>]`))), xml.lastIndexOf("</worksheet>")];
  const at = Math.min(...places.filter((place) => place >= 0));
  return xml.slice(0, at) + markup + xml.slice(at);
}
