import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Metafile } from "esbuild";

const root = resolve(__dirname, "../..");

/** The licences of all packages that went into the program, as they ask. */
export async function licencesOf(inputs: Metafile["inputs"]): Promise<string> {
  const packages = new Set(Object.keys(inputs).flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
  const texts = await Promise.all([...packages].sort().map(licenceIn));
  return texts.join(`\n${"=".repeat(80)}\n`);
}

interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Some say it in their README alone. */
const LICENCE = /^(?:.*-)?licen[cs]e(?:\.(?:md|markdown|txt))?$/i;

async function licenceIn(folder: string): Promise<string> {
  const facts = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")) as PackageFacts;
  const names = await readdir(join(root, folder));
  const name = names.find((one) => LICENCE.test(one)) ?? names.find((one) => /^readme(?:\.\w+)?$/i.test(one));
  if (name === undefined) throw new Error(`${folder} says nowhere under which licence it may be handed on.`);
  return `${facts.name} ${facts.version} (${facts.license ?? "?"})\n\n${await readFile(join(root, folder, name), "utf8")}`;
}
