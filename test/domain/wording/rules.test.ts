import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Finding, Severity } from "../../../apps-script/domain/changes/finding";
import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import { SEVERITIES } from "../../../apps-script/domain/schema/allowed";
import type { FeesCode } from "../../../apps-script/domain/wording/fees";
import type { PeopleCode } from "../../../apps-script/domain/wording/people";
import { joined, type RuleWords, ruleTable } from "../../../apps-script/domain/wording/rule-table";
import { type Graded, RULES, severityOf, weightOf } from "../../../apps-script/domain/wording/rules";

/** What does not compile; the type check reads it, nobody calls it. */
export function refused(out: OutcomeBuilder<FeesCode | PeopleCode>, silent: OutcomeBuilder, problems: Graded[]): void {
  const finding: Finding = {
    code: "F01",
    severity: "警告",
    table: "payments",
    row: null,
    column: null,
    message: "",
    suggestion: "",
  };
  // @ts-expect-error a finding of a rule that no table has
  out.take({ ...finding, code: "F99" });
  // @ts-expect-error the same, by find
  out.find("F99", "payments", null, null, "");
  // @ts-expect-error a rule of another family
  out.find("R31", "roster", null, null, "", { advice: "" });
  // @ts-expect-error a builder that nobody gave codes finds nothing
  silent.find("F01", "payments", null, null, "");
  // @ts-expect-error it cannot be handed to what finds something
  findsFees(silent);
  // @ts-expect-error nor can that of another family
  findsFees(new OutcomeBuilder<PeopleCode>());
  findsFees(out);
  // @ts-expect-error a severity that the table says already
  out.find("F01", "payments", null, null, "", { severity: "提示" });
  // @ts-expect-error an advice that the table leaves open
  out.find("F05", "payments", null, null, "");
  // @ts-expect-error a severity that the table leaves open
  out.find("R19", "roster", null, null, "", { advice: "" });
  // @ts-expect-error a severity that is none of those that the table names
  out.find("R19", "roster", null, null, "", { severity: "阻断" });
  // @ts-expect-error the same of a problem
  problems.push({ code: "R19", severity: "阻断" });
  // @ts-expect-error a problem whose severity the table says already
  problems.push({ code: "R18", severity: "警告" });
  // @ts-expect-error a problem whose severity the table leaves open
  problems.push({ code: "R19" });
  // @ts-expect-error a rule without a title
  ruleTable({ Q01: { severity: "警告", advice: "" } });
  // @ts-expect-error a rule that does not say how much it matters
  ruleTable({ Q01: { title: "一", advice: "" } });
  // @ts-expect-error one code in two families
  joined([
    ruleTable({ Q01: { title: "一", severity: "警告" } }),
    ruleTable({ Q02: { title: "二", severity: "警告" } }),
    ruleTable({ Q01: { title: "一", severity: "警告" } }),
  ]);
}

function findsFees(out: OutcomeBuilder<FeesCode>): void {
  out.find("F01", "payments", null, null, "");
}

const ALL = Object.entries<RuleWords>(RULES);

test("every rule has a code, a title, and an advice that is a sentence", () => {
  expect(ALL.length).toBeGreaterThan(180);
  const odd = ALL.filter(
    ([code, { title, advice }]) => !/^[A-Z]\d\d$/.test(code) || title === "" || (advice !== undefined && !/.。$/u.test(advice)),
  );
  expect(odd).toEqual([]);
});

test("severities that a case decides between stand the worst first", () => {
  const several = ALL.flatMap(([code, { severity }]) => (typeof severity === "string" ? [] : [{ code, severity }]));
  expect(several.map(({ code }) => code).sort()).toEqual(
    ["E12", "I10", "I16", "I24", "I29", "P11", "P23", "P25", "P29", "R11", "R12", "R16", "R19", "R20", "R21"].sort(),
  );
  const sorted = (severities: readonly Severity[]) =>
    [...severities].sort((a, b) => SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b));
  expect(several.filter(({ severity }) => severity.join() !== sorted(severity).join())).toEqual([]);
});

test("no family has two rules of one title, so that 待办 can tell them apart", () => {
  const titles = ALL.map(([code, { title }]) => `${code.slice(0, 1)} ${title}`).filter((title) => title !== "C 卡号重复");
  expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
});

test("what a finding says itself goes before what its rule says", () => {
  expect(weightOf("F05", { advice: "请核对。" })).toMatchObject({ severity: "警告", advice: "请核对。" });
  expect(weightOf("F01")).toMatchObject({ severity: "阻断", advice: "请改收现金或扫码（微信、支付宝），并更正这一行。" });
  expect(weightOf("R19", { severity: "提示" })).toMatchObject({
    severity: "提示",
    advice: "请选定“初培”“再培训”或“换证”。",
  });
  expect(severityOf({ code: "R18" })).toBe("警告");
  expect(severityOf({ code: "R19", severity: "提示" })).toBe("提示");
});

const root = resolve(__dirname, "../../..");

/** Everything that is written in files of these folders. */
function writtenIn(folders: readonly string[], isLeftOut: (name: string) => boolean): string {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts") && !isLeftOut(name))
        .map((name) => readFileSync(join(root, folder, name), "utf8")),
    )
    .join("\n");
}

/** Older than the test below, and found in tests by their sentences or not at all. No code joins them. */
const NAMED_BY_NO_TEST = "C90 C91 C92 C93 C94 E03 E04 E15 E16 E25 E26 E27 I15 I18 X02 X03 X05".split(" ");

test("every rule is found by something, and a test finds it", () => {
  const product = writtenIn(["apps-script/domain", "node-sync/src"], (name) => /^wording\b/.test(name));
  const tests = writtenIn(["test"], (name) => name.endsWith("wording/rules.test.ts"));
  const codes = ALL.map(([code]) => code);
  expect(codes.filter((code) => !product.includes(`"${code}"`))).toEqual([]);
  expect(codes.filter((code) => !new RegExp(`\\b${code}\\b`).test(tests)).sort()).toEqual(NAMED_BY_NO_TEST);
});
