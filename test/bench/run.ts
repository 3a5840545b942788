import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundleJobs, root } from "./measure";
import { addOn } from "./parts/add-on";
import { checkIns } from "./parts/check-in";
import { exchange } from "./parts/exchange";
import { hostile } from "./parts/hostile";
import { merge } from "./parts/merge";
import { nextYear } from "./parts/next-year";
import { page } from "./parts/page";
import { papers } from "./parts/papers";
import { reading } from "./parts/reading";
import { rules } from "./parts/rules";
import { runAllWorkbooks } from "./parts/run-all";
import { sheetsApi } from "./parts/sheets-api";
import { startUp } from "./parts/startup";
import { views } from "./parts/views";
import { wordForms } from "./parts/word-forms";
import type { Plan } from "./plan";
import { type Row, tableText } from "./table";

const PARTS: Readonly<Record<string, (plan: Plan) => Promise<Row[]>>> = {
  rules,
  views,
  papers,
  "word-forms": wordForms,
  "run-all": runAllWorkbooks,
  "next-year": nextYear,
  reading,
  "start-up": startUp,
  "check-in": checkIns,
  exchange,
  hostile,
  merge,
  "add-on": addOn,
  page,
  "sheets-api": sheetsApi,
};
const USAGE = `npm run bench -- [${Object.keys(PARTS).join("|")}]… [--rounds n] [--quick] [--size n]… [--data folder to keep the data in]`;
const PACKAGES = ["exceljs", "@e965/xlsx", "read-excel-file", "daff", "yauzl", "saxes", "docxtemplater", "esbuild"];

/** What is kept of a part: each may have been measured on another day. */
interface Result {
  readonly date: string;
  readonly node: string;
  readonly machine: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly quick: boolean;
  readonly rounds: number;
  readonly rows: readonly Row[];
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: "string" },
      quick: { type: "boolean", default: false },
      size: { type: "string", multiple: true },
      data: { type: "string" },
    },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
  const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
  const sizes = values.size?.map(Number);
  if (!Number.isInteger(rounds) || rounds < 1 || names.some((name) => !(name in PARTS))) throw new Error(USAGE);
  const folder = values.data ? resolve(values.data) : await mkdtemp(join(tmpdir(), "anpei-bench-"));
  try {
    const results = await measured({ folder, rounds, quick: values.quick, ...(sizes ? { sizes } : {}) }, names);
    await keep(results);
    process.stdout.write(`\n${tableText(Object.fromEntries(Object.entries(results).map(([name, { rows }]) => [name, rows])))}\n`);
  } finally {
    if (!values.data) await rm(folder, { recursive: true, force: true });
  }
}

async function measured(plan: Plan, names: readonly string[]): Promise<Record<string, Result>> {
  await bundleJobs(plan.folder);
  const head = {
    node: process.version,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}`,
    packages: await versions(),
    quick: plan.quick,
    rounds: plan.rounds,
  };
  const results: Record<string, Result> = {};
  for (const name of names) {
    process.stderr.write(`part ${name}\n`);
    const rows = (await PARTS[name]?.(plan)) ?? [];
    results[name] = { date: new Date().toISOString(), ...head, rows };
  }
  return results;
}

async function versions(): Promise<Record<string, string>> {
  const found = PACKAGES.map(async (name) => {
    const text = await readFile(join(root, "node_modules", name, "package.json"), "utf8");
    return [name, (JSON.parse(text) as { version: string }).version] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** Writes the results into latest.json; parts that were not measured now stay in it as they are. */
async function keep(results: Readonly<Record<string, Result>>): Promise<void> {
  const folder = join(root, "test/bench/results");
  const file = join(folder, "latest.json");
  const before = await readFile(file, "utf8").then(
    (text) => JSON.parse(text) as Record<string, Result>,
    () => ({}),
  );
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...before, ...results }, null, 2)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
