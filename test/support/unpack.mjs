// Unpacks a zip file as a program for archives does: `node unpack.mjs ZIP FOLDER`.

import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openPromise } from "yauzl";

const [, , zip, folder] = process.argv;
const archive = await openPromise(zip);
for await (const entry of archive.eachEntry()) {
  const path = join(folder, entry.fileName);
  await mkdir(dirname(path), { recursive: true });
  await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(path));
}
