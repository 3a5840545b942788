import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const isSoak = process.env.ANPEI_SOAK !== undefined;

let copy = "";
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "anpei-recipes-"));
  for (const name of ["tsconfig.json", "package.json"]) cpSync(join(root, name), join(copy, name));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** One change of a file of the domain: what stands there, and what stands there then. */
type Edit = readonly [file: string, there: string, then: string];

/** What the compiler says of the domain with these changes; "" for nothing. */
function saidOf(edits: readonly Edit[]): string {
  rmSync(join(copy, "apps-script"), { recursive: true, force: true });
  mkdirSync(join(copy, "apps-script"));
  cpSync(join(root, "apps-script/domain"), join(copy, "apps-script/domain"), { recursive: true });
  for (const [file, there, then] of edits) {
    const path = join(copy, "apps-script/domain", file);
    const before = readFileSync(path, "utf8");
    expect({ file, there, is: before.includes(there) }).toEqual({ file, there, is: true });
    writeFileSync(
      path,
      before.replace(there, () => then),
    );
  }
  try {
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "apps-script/domain", "--noEmit"], {
      cwd: copy,
      encoding: "utf8",
    });
    return "";
  } catch (error) {
    return String((error as { readonly stdout?: string }).stdout);
  }
}

const RULE: Edit = ["wording/workbook.ts", "  W01: {", '  W99: { title: "试一试" },\n  W01: {'];

/** Each recipe of CONTRIBUTING.md as its page says, and with one step left out, where the compiler is what tells. */
const RECIPES: readonly (readonly [what: string, edits: readonly Edit[], said: RegExp | null])[] = [
  ["nothing changed", [], null],
  [
    "a unit column",
    [
      [
        "schema/roster.ts",
        "    lockedClass: {",
        '    note2: { title: "备注2", owner: "unit", kind: "text", since: 2 },\n    lockedClass: {',
      ],
    ],
    null,
  ],
  [
    "a column whose reading nobody knows",
    [
      [
        "schema/roster.ts",
        "    lockedClass: {",
        '    note2: { title: "备注2", owner: "unit", kind: "text", means: "shoe" },\n    lockedClass: {',
      ],
    ],
    /"shoe"/u,
  ],
  [
    "a paper",
    [
      [
        "schema/papers.ts",
        "    deskOriginal:",
        '    deskHealth: paper("报到·体检表", { stage: "desk", called: "体检表" }, undefined, 2),\n    deskOriginal:',
      ],
    ],
    null,
  ],
  [
    "a paper without what units are told",
    [["schema/papers.ts", "    deskOriginal:", '    deskHealth: paper("报到·体检表", { stage: "desk" }),\n    deskOriginal:']],
    /called/u,
  ],
  ["a word of a closed list by another name", [["schema/allowed.ts", '"停办"', '"停开"']], null],
  ["a word that code asks for and the list lacks", [["schema/allowed.ts", ', stopped: "停办"', ""]], /stopped/u],
  ["a code that is said", [RULE], null],
  [
    "a code that two families share",
    [["wording/workbook.ts", "  W01: {", '  F01: { title: "试一试" },\n  W01: {']],
    /F01|rules\.ts/u,
  ],
  ["a code without a title", [["wording/workbook.ts", "  W01: {", '  W99: { severity: "提示" },\n  W01: {']], /title/u],
  ["a finding with a code that nobody made", [["rules/fees.ts", '"F0', '"F9']], /F9/u],
  ["an action that 待办 asks again, without its columns", [["rules/reads.ts", "  papers: {", "  papiers: {"]], /papers/u],
  [
    "a menu action without a title",
    [["rules/actions.ts", 'title: actionTitles["check-plan"]', 'title: actionTitles["count"]']],
    /count/u,
  ],
  ["a refusal with a code that no edge knows", [["operations/undo.ts", '"not-undoable"', '"not-doable"']], /not-doable/u],
];

(isSoak ? describe : describe.skip)("recipes on a copy of the domain (in the soak alone: each is compiled whole)", () => {
  test.each(RECIPES)("%s", (_what, edits, said) => {
    if (said === null) expect(saidOf(edits)).toBe("");
    else expect(saidOf(edits)).toMatch(said);
  });
});
