import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { CLASS_STATE } from "../../apps-script/domain/schema/allowed";

const root = resolve(__dirname, "../..");
const domain = join(root, "apps-script/domain");

/** One change of a file of the domain: what stands there, and what stands there then; of a new file `""` stood there. */
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
      const before = there === "" ? "" : (this.edited.get(path) ?? readFileSync(path, "utf8"));
      expect({ file, there, is: before.includes(there) }).toEqual({ file, there, is: true });
      this.edited.set(
        path,
        before.replace(there, () => then),
      );
    }
    const { fileNames, options } = this.config;
    const all = [...new Set([...fileNames, ...this.edited.keys()])];
    this.program = ts.createSemanticDiagnosticsBuilderProgram(all, options, this.host, this.program);
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
    const isOnDisk = host.fileExists.bind(host);
    host.readFile = (path) => this.edited.get(path) ?? onDisk(path);
    host.fileExists = (path) => this.edited.has(path) || isOnDisk(path);
    return host;
  }
}
const RULE: Edit = ["wording/workbook.ts", "  W01: {", '  W99: { title: "试一试", severity: "提示" },\n  W01: {'];

/** An operation with an input that adds a sentence to 状态备注 of people. */
const OPERATION = `
import { ROSTER } from "../../schema/roster";
import * as say from "../../wording/desk";
import { defineOperation } from "../define-operation";
import * as field from "../inputs/fields";
import { people } from "../inputs/people-field";
import { toldOf } from "./told";

export const remark = defineOperation({
  id: "remark",
  title: say.REMARK_TITLE,
  about: say.remarkAbout,
  input: {
    people: people({ title: say.PEOPLE_TITLE }),
    text: field.text({ title: ROSTER.columns.stateNote.title }),
  },
  example: { input: { people: "钱秀英", text: "已联系" }, today: "2024-03-26" },
  decide: (run, input) => {
    const rows = run.people(input.people);
    for (const row of rows) run.out.set("roster", row, "stateNote", input.text, say.REMARK_TITLE);
    return (after) => toldOf(rows, after, () => [input.text], say.remarked);
  },
});
`;
const REMARK_WORDS: Edit = [
  "wording/desk.ts",
  "export const deskRules",
  'export const REMARK_TITLE = "写备注";\nexport const remarkAbout = "给几个人写备注";\nexport const remarked = (count: number): string => String(count);\nexport const deskRules',
];
const REGISTERED: readonly Edit[] = [
  ["operations/registry.ts", "import { pay }", 'import { remark } from "./desk/remark";\nimport { pay }'],
  ["operations/registry.ts", "  pay,\n", "  pay,\n  remark,\n"],
];
const operation = (there = "", then = ""): readonly Edit[] => [
  REMARK_WORDS,
  ["operations/desk/remark.ts", "", OPERATION],
  ["operations/desk/remark.ts", there === "" ? "export const remark" : there, there === "" ? "export const remark" : then],
  ...REGISTERED,
];

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
  ["an operation with an input", operation(), null],
  ["an operation that does not say what it does", operation("  about: say.remarkAbout,\n"), /about/u],
  ["an operation without an example", operation("  example: {", "  sample: {"), /example|sample/u],
  ["an operation that takes a field it did not declare", operation("input.text]", "input.remark]"), /remark/u],
  ["an operation that has nothing to tell", operation("    return (after) =>", "    (after: never) =>"), /decide|void/u],
  ["an operation that writes a column of no table", operation('"stateNote", input', '"remark", input'), /remark/u],
  ["an operation that is registered and was not made", [REMARK_WORDS, ...REGISTERED], /remark/u],
  ["a refusal with a code that no edge knows", [["operations/undo.ts", '"not-undoable"', '"not-doable"']], /not-doable/u],
];

const edited = new EditedDomain();

/** All of them in the soak; some of either kind else, since each is checked with all that it reaches. */
const some = RECIPES.filter((_recipe, at) => process.env.ANPEI_SOAK !== undefined || at % 9 === 1);

test.each(some)("%s", (_what, edits, said) => {
  if (said === null) expect(edited.saidOf(edits)).toBe("");
  else expect(edited.saidOf(edits)).toMatch(said);
});
