import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, resolve } from "node:path";

const sources = resolve(__dirname, "../../node-sync/src");

/** The folders of the command line's ring from below (`.`: files in none): a file may use its own floor and those below. */
const FLOORS: readonly (readonly string[])[] = [
  ["wording", "terminal"],
  ["xlsx", "files", "."],
  ["readers", "workbook", "exchange", "copy", "google"],
  ["print", "forms", "next-year"],
  ["demo", "workbench"],
  ["cli", "launch"],
];

function floorOf(file: string): number {
  const [folder = ""] = file.includes("/") ? file.split("/") : ["."];
  return FLOORS.findIndex((folders) => folders.includes(folder));
}

/** What a file takes from others; types alone weigh nothing. */
function importsIn(code: string): string[] {
  const named = code.matchAll(/^(?:import|export)\s+(?!type\b)[^;"]*"(\.[^"]+)"/gmu);
  const lazy = code.matchAll(/\bimport\(\s*"(\.[^"]+)"/gu);
  return [...named, ...lazy].map(([, path = ""]) => path);
}

/** Imports of higher floors, as `file -> file`. */
function climbing(file: string, code: string): string[] {
  const taken = importsIn(code).map((path) => normalize(join(dirname(file), path)));
  return taken.filter((path) => !path.startsWith("..") && floorOf(path) > floorOf(file)).map((path) => `${file} -> ${path}`);
}

const files = readdirSync(sources, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(sources, join(entry.parentPath, entry.name)));

test("every folder has its floor", () => {
  expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
});

test("nothing is taken from a floor above", () => {
  expect(files.flatMap((file) => climbing(file, readFileSync(join(sources, file), "utf8")))).toEqual([]);
});

test.each([
  ['import { print } from "../cli/session";', 1],
  ['import {\n  print,\n} from "../cli/session";', 1],
  ['const { run } = await import("../cli/session");', 1],
  ['export { print } from "../cli/session";', 1],
  ['import type { Common } from "../cli/command";', 0],
  ['import { print } from "../terminal/terminal";', 0],
])("in files/x.ts %j climbs %i times", (code, times) => {
  expect(climbing("files/x.ts", code)).toHaveLength(times);
});
