import { StringDecoder } from "node:string_decoder";
import { SaxesParser } from "saxes";
import { brokenFile, brokenPlaces } from "../wording/files";
import { foreignLimits } from "./limits";
import type { XlsxPackage } from "./package";
import { UnreadableFile } from "./unreadable-file";
import { asUtf8 } from "./xml-encoding";

export type Attributes = Readonly<Record<string, string>>;

/**
 * What happens in a part. Names come without the prefix of the root element (`x:row` in `x:worksheet` is `row`);
 * elements of any other prefix keep theirs, so an extension's `x14:cfRule` is never taken for the real thing.
 * A self-closing element opens and closes. Text may come in several pieces.
 */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Feeds chunks to the handlers. A character cut by a chunk's border stays whole: the bytes pass through StringDecoder.
 *
 * @throws {Error} saxes's own, when the text is no well-formed XML; a DOCTYPE is refused
 */
export async function readXml(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ position: false });
  let prefix: string | undefined;
  const local = (name: string): string => {
    prefix ??= name.slice(0, name.indexOf(":") + 1);
    return prefix !== "" && name.startsWith(prefix) ? name.slice(prefix.length) : name;
  };
  parser.on("doctype", () => {
    throw new Error("DOCTYPE");
  });
  let depth = 0;
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > foreignLimits.depth) throw new Error("depth");
    handlers.open?.(local(tag.name), tag.attributes as Attributes);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    handlers.close?.(local(tag.name));
  });
  const { text } = handlers;
  if (text !== undefined) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  const decoder = new StringDecoder("utf8");
  for await (const chunk of asUtf8(chunks)) parser.write(decoder.write(chunk));
  parser.write(decoder.end());
  parser.close();
}

/** `readXml` over a part of the package. @throws {UnreadableFile} `broken` and what `XlsxPackage.chunks` throws */
export async function readPart(pkg: XlsxPackage, part: string, handlers: XmlHandlers): Promise<void> {
  try {
    await readXml(pkg.chunks(part), handlers);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("broken", brokenFile(pkg.label, brokenPlaces.xml(part)));
  }
}

/** xsd:boolean as spreadsheets write it (`1`, `true`, `on`). */
export const isOn = (text: string | undefined): boolean => text === "1" || text === "true" || text === "on";

/** The attribute of a foreign namespace with this local name, e.g. `r:id`, whatever its prefix. */
export function prefixedAttribute(attributes: Attributes, localName: string): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(`:${localName}`));
  return key === undefined ? undefined : attributes[key];
}

const escaped = /_x([0-9A-Fa-f]{4})_/g;

/** Decodes `_xHHHH_` of ST_Xstring (ECMA-376 part 1, 22.9.2.19); `_x005F_` gives back an underscore. */
export function unescapeXstring(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
