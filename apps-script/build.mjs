// Builds the add-on: one script, one page, the manifest. Google knows a script by its top-level functions, so each
// export of src/index.ts and each item of src/menu.ts gets one, and nothing else is left in the global scope.
// `node build.mjs FOLDER` builds elsewhere.

import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = resolve(process.argv[2] ?? here("./dist"));
const page = here("./src/dialogs/page/");
const options = { bundle: true, write: false, format: "iife", target: "es2019", charset: "utf8", logLevel: "warning" };

/** The names of what a module exports. */
async function exportsOf(path) {
  const { metafile } = await build({ ...options, entryPoints: [path], format: "esm", metafile: true, outfile: "index.js" });
  return Object.values(metafile.outputs)[0].exports;
}

/** The items of the menu, as src/menu.ts has them: an item is a name of ours, so Google calls a function for it without a word. */
async function menuItems() {
  const { outputFiles } = await build({ ...options, entryPoints: [here("./src/menu.ts")], format: "esm" });
  const { DESK, MENU } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return [...DESK, ...MENU.flat()];
}

/**
 * The functions stand first and hand over to what the bundle puts on them: `function onOpen(...given) { return
 * onOpen.run(...given); }`. A function is an object, so no other global is needed to reach into the bundle.
 */
async function script() {
  const names = (await exportsOf(here("./src/index.ts"))).sort();
  const stubs = names.map((name) => `function ${name}(...given) {\n  return ${name}.run(...given);\n}`);
  const items = (await menuItems()).map(({ handler, id }) => `function ${handler}() {\n  return openFromMenu.run("${id}");\n}`);
  const joints = names.map((name) => `${name}.run = entries.${name};`);
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: `import * as entries from "./index";\n${joints.join("\n")}`, resolveDir: here("./src/"), loader: "js" },
    platform: "neutral",
    mainFields: ["module", "main"],
    // A fifth of the script would be blanks. Names stay, and lines that a log can point to.
    minifyWhitespace: true,
    lineLimit: 1000,
  });
  return `${[...stubs, ...items].join("\n")}\n${outputFiles[0].text}`;
}

/** One page with its style and its script inside. `$` means nothing in what is put in. */
async function dialog() {
  const [html, style, controls, form, code] = await Promise.all([
    readFile(`${page}page.html`, "utf8"),
    ...["page", "controls", "form"].map((name) => readFile(`${page}${name}.css`, "utf8")),
    build({ ...options, entryPoints: [`${page}main.ts`], platform: "browser", minify: true }),
  ]);
  return html.replace("/*STYLE*/", () => style + controls + form).replace("/*SCRIPT*/", () => code.outputFiles[0].text);
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await writeFile(join(dist, "Code.js"), await script());
await writeFile(join(dist, "dialog.html"), await dialog());
await copyFile(here("./appsscript.json"), join(dist, "appsscript.json"));
