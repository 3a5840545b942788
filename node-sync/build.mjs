// Builds the command line: one entry, lazy chunks, heavy packages left outside and loaded where used.

import { rm } from "node:fs/promises";
import { build } from "esbuild";

const outdir = new URL("./dist/", import.meta.url).pathname;
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: [new URL("./src/cli/main.ts", import.meta.url).pathname],
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  outdir,
  outExtension: { ".js": ".mjs" },
  external: ["commander", "exceljs", "@e965/xlsx", "googleapis", "iconv-lite", "yauzl", "saxes", "cli-progress"],
  logLevel: "warning",
});
