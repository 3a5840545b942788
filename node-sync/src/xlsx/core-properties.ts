import type { XlsxPackage } from "./package";
import { readXml } from "./xml";

/** Core properties that are larger than this are no properties. */
const LARGEST = 64 * 1024;

/** What a package says of itself (ECMA-376 part 2, 11). */
export interface CoreProperties {
  readonly keywords?: string | undefined;
  /** When it was last saved, W3CDTF as written. */
  readonly modified?: string | undefined;
}

const WANTED = ["keywords", "modified"] as const;

/** The core properties that are there. Damage there does not keep a list from being read. */
export async function readCoreProperties(pkg: XlsxPackage, part: string | undefined): Promise<CoreProperties> {
  if (part === undefined || !pkg.has(part)) return {};
  const found: { [P in (typeof WANTED)[number]]?: string } = {};
  let inside: (typeof WANTED)[number] | undefined;
  try {
    await readXml(small(pkg.chunks(part)), {
      open(name) {
        inside = WANTED.find((one) => name === one || name.endsWith(`:${one}`));
        if (inside) found[inside] = "";
      },
      text(text) {
        if (inside) found[inside] += text;
      },
      close() {
        inside = undefined;
      },
    });
  } catch {
    // What came before the damage still counts.
  }
  return { keywords: found.keywords || undefined, modified: found.modified || undefined };
}

async function* small(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > LARGEST) return;
    yield chunk;
  }
}
