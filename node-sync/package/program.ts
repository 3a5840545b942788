import { basename, join, resolve } from "node:path";
import { build, type Metafile } from "esbuild";

const root = resolve(__dirname, "../..");
const source = (path: string) => join(root, "node-sync/src", path);

/** Packages of npm are made for `require`, of which a module of ours has none; each program stands alone, so each brings it. */
const REQUIRE = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** What is bundled, by the name of its file, and which files it was made of. */
interface Program {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly inputs: Metafile["inputs"];
}

/**
 * The command line in one file, with those of the processes that read files, and what a double-click starts. Every package
 * that they use is inside, as the lock file and its `overrides` have it.
 */
export async function bundledProgram(): Promise<Program> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      anpei: source("cli/main.ts"),
      "reader-process": source("readers/reader-process.ts"),
      "reader-watch": source("readers/reader-watch.ts"),
      start: source("launch/main.ts"),
    },
    bundle: true,
    write: false,
    metafile: true,
    outdir: "program",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
    target: "node20",
    charset: "utf8",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    define: { BUILT_AT: "import.meta.url" },
    banner: { js: REQUIRE },
    // A way to read files from a store of Amazon's, which unzipper offers and nothing here asks for.
    external: ["@aws-sdk/client-s3"],
    logLevel: "error",
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)]));
  return { files, inputs: { ...metafile.inputs, ...(await pageInputs()) } };
}

/** What the page is made of; it was built before. */
async function pageInputs(): Promise<Metafile["inputs"]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, "apps-script/page/browser.tsx")],
    bundle: true,
    write: false,
    metafile: true,
    outfile: "page.js",
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { ANPEI_BUILD: '""' },
    logLevel: "error",
  });
  return metafile.inputs;
}
