import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { withChanges } from "../../../apps-script/domain/changes/advance";
import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import { readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { shownClass } from "../../../apps-script/domain/plan/shown-class";
import { whyNotLoaded } from "../../../apps-script/domain/plan/why-not-loaded";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { bookOf } from "../../support/books";

/** Whole tables of invented centres, each with what is read of it, line by line, in a golden file. */
const FOLDER = join(__dirname, "../../fixtures/plans");
const tables = readdirSync(FOLDER).filter((name) => !name.endsWith(".golden"));

test.each(tables)("%s", (name) => {
  const reading = readPlanText(readFileSync(join(FOLDER, name), "utf8"));
  const golden = readFileSync(join(FOLDER, `${parse(name).name}.golden`), "utf8");
  const reasons = whyNotLoaded(reading, null);
  const year = reading.year ?? 2024;
  const book = bookOf({ plan: [] });
  const outcome = loadPlanOperation(reading.classes, year, reading).decide(book, contextOf(book, `${year}-01-01`));
  const classes = withChanges(book, outcome).plan.map(shownClass);
  const asked = outcome.findings.filter(({ code }) => code === "P32" || code === "P27" || code === "P33");
  const lines = [
    `年度 ${reading.year ?? "？"}`,
    ...reasons.map((reason) => `不读入 ${reason}`),
    ...(reasons.length > 0 ? [] : classes.flatMap((one) => [one.name, ...one.cells.map((cell) => `  ${cell}`)])),
    ...(reasons.length > 0 ? [] : asked.map(({ code, message }) => `${code} ${message}`)),
  ];
  expect(`${lines.join("\n")}\n`).toBe(golden);
});

test("there are five of them", () => expect(tables).toHaveLength(5));
