import type { XlsxPackage } from "./package";
import { readXml } from "./xml";

/** Core properties that are larger than this are no properties. */
const LARGEST = 64 * 1024;

/** The core property `keywords`; `undefined` where there is none. Damage there does not keep a list from being read. */
export async function readKeywords(pkg: XlsxPackage, part: string | undefined): Promise<string | undefined> {
  if (part === undefined || !pkg.has(part)) return undefined;
  let found: string | undefined;
  let isInside = false;
  try {
    await readXml(small(pkg.chunks(part)), {
      open(name) {
        isInside = name === "keywords" || name.endsWith(":keywords");
        if (isInside) found = "";
      },
      text(text) {
        if (isInside) found = (found ?? "") + text;
      },
      close() {
        isInside = false;
      },
    });
  } catch {
    // What came before the damage still counts.
  }
  return found === "" ? undefined : found;
}

async function* small(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > LARGEST) return;
    yield chunk;
  }
}
