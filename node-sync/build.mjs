// Builds the command line: one entry, lazy chunks, heavy packages left outside and loaded where used; and the programs of the
// processes that read files, each in one piece so that it starts quickly. `node build.mjs [folder]`

import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [, , outdir = fileURLToPath(new URL("./dist/", import.meta.url))] = process.argv;
const source = (path) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
const shared = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  outdir,
  outExtension: { ".js": ".mjs" },
  define: { BUILT_AT: "import.meta.url" },
  external: [
    "commander",
    "exceljs",
    "@e965/xlsx",
    "googleapis",
    "iconv-lite",
    "yauzl",
    "saxes",
    "cli-progress",
    "docxtemplater",
    "pizzip",
  ],
  logLevel: "warning",
};
await rm(outdir, { recursive: true, force: true });
await build({ ...shared, entryPoints: { main: source("cli/main.ts") }, splitting: true });
await build({
  ...shared,
  entryPoints: {
    "reader-process": source("readers/reader-process.ts"),
    "reader-watch": source("readers/reader-watch.ts"),
  },
  minifySyntax: true,
});
