// Builds the add-on: one script, one page, the manifest; and the same page for a browser on the PC. Google knows a script by its
// top-level functions, so each export of src/index.ts and each item of src/menu.ts gets one, and nothing else is left in the
// global scope. Script and pages carry the name of the build that they are of.
// `node build.mjs FOLDER BROWSER_FOLDER` builds elsewhere.

import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = resolve(process.argv[2] ?? here("./dist"));
const browserPage = resolve(process.argv[3] ?? here("../node-sync/dist/page"));
const page = here("./page/");
/** Stands for the name of the build until it is known: it is worked out of all that is built. */
const BUILD = "@ANPEI_BUILD@";
const STYLES = ["tokens", "page", "controls", "form", "stacked", "board", "desk", "help", "printing"];
/** What the page in a browser has besides. */
const FILE_STYLES = ["files"];
const define = { ANPEI_BUILD: JSON.stringify(BUILD) };
const options = { define, bundle: true, write: false, format: "iife", target: "es2019", charset: "utf8", logLevel: "warning" };

/** The names of what a module exports. */
async function exportsOf(path) {
  const { metafile } = await build({ ...options, entryPoints: [path], format: "esm", metafile: true, outfile: "index.js" });
  return Object.values(metafile.outputs)[0].exports;
}

/** A module of ours, run here for what it says. */
async function moduleAt(path) {
  const { outputFiles } = await build({ ...options, entryPoints: [here(path)], format: "esm" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** The package of holidays is heavy, for the script, which Google reads at every call, and the page: what it knows is worked out here. */
const packedHolidays = {
  name: "packed-holidays",
  setup(bundle) {
    bundle.onLoad({ filter: /domain[\\/]days[\\/]holiday-seed\.ts$/ }, async () => {
      const { holidaySeed } = await moduleAt("./domain/days/holiday-seed.ts");
      const { packHolidays } = await moduleAt("./domain/days/packed-holidays.ts");
      const contents = `import { holidaysFrom } from "./packed-holidays";
export const holidaySeed = (from = 0) => holidaysFrom(${JSON.stringify(packHolidays(holidaySeed()))}, from);`;
      return { contents, loader: "js", resolveDir: here("./domain/days/") };
    });
  },
};

/** The items of the menu, as src/menu.ts has them: an item is a name of ours, so Google calls a function for it without a word. */
async function menuItems() {
  const { DESK, MENU, SIDEBAR } = await moduleAt("./src/menu.ts");
  return [SIDEBAR, ...DESK, ...MENU.flat()];
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
    plugins: [packedHolidays],
    // Google reads all of the script at every call. Lines stay that a log can point to.
    minify: true,
    lineLimit: 1000,
  });
  return `${[...stubs, ...items].join("\n")}\n${outputFiles[0].text}`;
}

/** The program of a page. HtmlService strips `//` inside template literals, so there are none. */
async function pageScript(entry, defined = {}) {
  const { outputFiles } = await build({
    ...options,
    define: { ...define, ...defined },
    entryPoints: [page + entry],
    platform: "browser",
    plugins: [packedHolidays],
    minify: true,
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    supported: { "template-literal": false },
    legalComments: "none",
  });
  return withoutBackticks(outputFiles[0].text);
}

/** What is left of them stands in texts and patterns, where it may be written otherwise. */
function withoutBackticks(code) {
  if (/\\`/.test(code)) throw new Error("A backtick in the page stands behind a backslash.");
  return code.replaceAll("`", "\\x60");
}

/** The pictures of the manual as files named after their content, under the paths by which the manual names them. */
async function manualPictures() {
  const folder = ".github/images/manual";
  const names = (await readdir(here(`../${folder}`))).filter((name) => name.endsWith(".png"));
  const read = async (name) => {
    const bytes = await readFile(here(`../${folder}/${name}`));
    return { path: `${folder}/${name}`, name: `manual-${digestOf(bytes)}.png`, bytes };
  };
  return Promise.all(names.map(read));
}

/** What of the manual is not for a Sheet, which fills no Word files. */
const FOR_FILES = ["附：Word 表里可以填什么", "附：用命令办"];

/** HtmlService shows one file: style and script stand in it; the manual is a file of its own that the page asks for. `$` means nothing in what is put in. */
function inlined(html, style, code) {
  return html.replace("/*STYLE*/", () => style).replace("/*SCRIPT*/", () => code);
}

const digestOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** For a browser each part is a file named after its content, so that a strict policy can refuse whatever else is in a page. */
function parted(html, style, code, name, pictures) {
  const [css, js] = [`page-${digestOf(style)}.css`, `page-${digestOf(code)}.js`];
  const files = { [css]: style, [js]: code, ...Object.fromEntries(pictures.map(({ name, bytes }) => [name, bytes])) };
  const index = html
    .replace("<style>/*STYLE*/</style>", `<link rel="stylesheet" href="${css}">`)
    .replace("<script>/*SCRIPT*/</script>", `<script src="${js}"></script>`);
  return { ...files, "index.html": index, "page.json": `${JSON.stringify({ build: name, files: Object.keys(files) })}\n` };
}

async function write(folder, files) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

async function stylesOf(names) {
  const texts = await Promise.all(names.map((name) => readFile(`${page}style/${name}.css`, "utf8")));
  return texts.join("");
}

/** Papers look the same wherever they are printed from. */
async function paperStyle() {
  return (await moduleAt("./domain/drawing/style.ts")).PAPER_STYLE;
}

const pictures = await manualPictures();
const { readManual } = await moduleAt("./manual/read-manual.ts");
const manualText = await readFile(here("../README.zh-CN.md"), "utf8");
const sheetManual = readManual(manualText, {}).filter(({ title }) => !FOR_FILES.includes(title));
const fileManual = readManual(manualText, Object.fromEntries(pictures.map(({ path, name }) => [path, name])));
const [html, pageStyle, printStyle, fileStyle, sheetPage, browserPageCode, code] = await Promise.all([
  readFile(`${page}page.html`, "utf8"),
  stylesOf(STYLES),
  paperStyle(),
  stylesOf(FILE_STYLES),
  pageScript("main.tsx"),
  pageScript("browser.tsx", { ANPEI_MANUAL: JSON.stringify(fileManual) }),
  script(),
]);
const style = pageStyle + printStyle;
const name = digestOf(html + style + fileStyle + sheetPage + browserPageCode + JSON.stringify(sheetManual) + code);
const named = (text) => text.replaceAll(BUILD, name);
await write(dist, {
  "Code.js": named(code),
  "page.html": inlined(html, style, named(sheetPage)),
  // JSON, of which no part looks like a tag: to Google it is HTML.
  "manual.html": JSON.stringify(sheetManual).replaceAll("<", "\\u003c"),
});
await copyFile(here("./appsscript.json"), join(dist, "appsscript.json"));
await write(browserPage, parted(html, style + fileStyle, named(browserPageCode), name, pictures));
