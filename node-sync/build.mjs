// Builds the command line: one entry and one for threads, lazy chunks, heavy packages left outside and loaded where used. `node build.mjs [folder]`

import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [, , outdir = fileURLToPath(new URL("./dist/", import.meta.url))] = process.argv;
const source = (path) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: { main: source("cli/main.ts"), "reader-thread": source("exchange/reader-thread.ts") },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  outdir,
  outExtension: { ".js": ".mjs" },
  define: { BUILT_AT: "import.meta.url" },
  external: ["commander", "exceljs", "@e965/xlsx", "googleapis", "iconv-lite", "yauzl", "saxes", "cli-progress"],
  logLevel: "warning",
});
