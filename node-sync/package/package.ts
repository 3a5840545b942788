/**
 * Makes the package for Windows, `dist/anpei-VERSION-windows-x64.zip`, and its checksum: everything that a PC without Node
 * needs, in one folder to unpack. The same sources give the same bytes.
 */

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { version } from "../../package.json";
import { launcherName } from "../src/wording/launch";
import { packEntry, writeZip } from "../src/xlsx/patch/zip-write";
import { commandLine, doubleClick } from "./launchers";
import { licencesOf } from "./licences";
import { bundledProgram } from "./program";
import { windowsNode } from "./windows-node";

const root = resolve(__dirname, "../..");
const FOLDER = "安培台账";

/** Every file of the package, by its path in it. */
async function packageFiles(): Promise<Map<string, Buffer>> {
  const [node, { files, inputs }] = await Promise.all([windowsNode(), bundledProgram()]);
  const here = (name: string): Promise<Buffer> => readFile(join(__dirname, name));
  return new Map([
    [launcherName, Buffer.from(doubleClick, "ascii")],
    ["使用说明.txt", forNotepad((await here("使用说明.txt")).toString())],
    ["anpei.cmd", Buffer.from(commandLine, "ascii")],
    ["node.exe", node],
    ...[...files].map(([name, bytes]) => [`program/${name}`, bytes] as const),
    ...(await filesIn("node-sync/dist/page", "program/page")),
    ...(await filesIn("templates", "templates")),
    ["许可/安培台账.txt", await readFile(join(root, "LICENSE"))],
    ["许可/Node.txt", await here("node-licence.txt")],
    ["许可/程序用到的软件.txt", Buffer.from(await licencesOf(inputs))],
  ]);
}

async function filesIn(folder: string, place: string): Promise<(readonly [string, Buffer])[]> {
  const names = (await readdir(join(root, folder))).sort();
  return Promise.all(names.map(async (name) => [`${place}/${name}`, await readFile(join(root, folder, name))] as const));
}

/** The mark in front tells every Notepad that it is UTF-8. */
function forNotepad(text: string): Buffer {
  return Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`);
}

async function makePackage(): Promise<void> {
  const entries = await Promise.all([...(await packageFiles())].map(([path, bytes]) => packEntry(`${FOLDER}/${path}`, bytes)));
  const zip = writeZip(entries);
  const name = `anpei-${version}-windows-x64.zip`;
  const digest = createHash("sha256").update(zip).digest("hex");
  const dist = join(root, "dist");
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, name), zip);
  await writeFile(join(dist, "SHA256SUMS"), `${digest}  ${name}\n`);
  console.log(`dist/${name}: ${(zip.length / 1e6).toFixed(1)} MB, sha256 ${digest}`);
}

void makePackage();
