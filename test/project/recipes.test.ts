import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { CLASS_STATE } from "../../apps-script/domain/schema/allowed";

const root = resolve(__dirname, "../..");
const domain = join(root, "apps-script/domain");

/** One change of a file of the domain: what stands there, and what stands there then. */
type Edit = readonly [file: string, there: string, then: string];

/** The domain's type check with files that are not on the disk; what no edit reaches is not checked again. */
class EditedDomain {
  private readonly edited = new Map<string, string>();
  private readonly config = this.parsed();
  private readonly host = this.overlaid();
  private program: ts.SemanticDiagnosticsBuilderProgram | undefined;

  /** What the compiler says with these edits; "" for nothing. */
  saidOf(edits: readonly Edit[]): string {
    this.edited.clear();
    for (const [file, there, then] of edits) {
      const path = join(domain, file);
      const before = this.edited.get(path) ?? readFileSync(path, "utf8");
      expect({ file, there, is: before.includes(there) }).toEqual({ file, there, is: true });
      this.edited.set(
        path,
        before.replace(there, () => then),
      );
    }
    const { fileNames, options } = this.config;
    this.program = ts.createSemanticDiagnosticsBuilderProgram(fileNames, options, this.host, this.program);
    const faults = [...this.program.getSyntacticDiagnostics(), ...this.program.getSemanticDiagnostics()];
    return faults
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`)
      .join("\n");
  }

  private parsed(): ts.ParsedCommandLine {
    const { config } = ts.readConfigFile(join(domain, "tsconfig.json"), ts.sys.readFile) as { config: object };
    return ts.parseJsonConfigFileContent(config, ts.sys, domain, { noEmit: true });
  }

  private overlaid(): ts.CompilerHost {
    const host = ts.createIncrementalCompilerHost(this.config.options);
    const onDisk = host.readFile.bind(host);
    host.readFile = (path) => this.edited.get(path) ?? onDisk(path);
    return host;
  }
}
const RULE: Edit = ["wording/workbook.ts", "  W01: {", '  W99: { title: "试一试", severity: "提示" },\n  W01: {'];

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
  ["a word of a closed list by another name", [["schema/allowed.ts", `"${CLASS_STATE.stopped}"`, '"停开"']], null],
  [
    "a word that code asks for and the list lacks",
    [["schema/allowed.ts", `, stopped: "${CLASS_STATE.stopped}"`, ""]],
    /stopped/u,
  ],
  ["a code that is said", [RULE], null],
  [
    "a code that two families share",
    [["wording/workbook.ts", "  W01: {", '  F01: { title: "试一试", severity: "提示" },\n  W01: {']],
    /F01|rules\.ts/u,
  ],
  ["a code without a title", [["wording/workbook.ts", "  W01: {", '  W99: { severity: "提示" },\n  W01: {']], /title/u],
  [
    "a code that does not say how much it matters",
    [["wording/workbook.ts", "  W01: {", '  W99: { title: "试一试" },\n  W01: {']],
    /severity/u,
  ],
  ["a finding with a code of another family", [["rules/money/fee-findings.ts", '"F0', '"A0']], /A0/u],
  ["a finding with a code that nobody made", [["rules/money/fee-findings.ts", '"F0', '"F9']], /F9/u],
  ["an action that 待办 asks again, without its columns", [["rules/reads.ts", "  papers: {", "  papiers: {"]], /papers/u],
  [
    "a menu action without a title",
    [["rules/actions.ts", 'title: actionTitles["check-plan"]', 'title: actionTitles["count"]']],
    /count/u,
  ],
  ["a refusal with a code that no edge knows", [["operations/undo.ts", '"not-undoable"', '"not-doable"']], /not-doable/u],
];

const edited = new EditedDomain();

/** All of them in the soak; some of either kind else, since each is checked with all that it reaches. */
const some = RECIPES.filter((_recipe, at) => process.env.ANPEI_SOAK !== undefined || at % 5 === 1);

test.each(some)("%s", (_what, edits, said) => {
  if (said === null) expect(edited.saidOf(edits)).toBe("");
  else expect(edited.saidOf(edits)).toMatch(said);
});
