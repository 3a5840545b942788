import { basename } from "node:path";
import { loadPlanOperation } from "../../../../apps-script/domain/operations/load-plan";
import type { Operation } from "../../../../apps-script/domain/operations/operation";
import { withStatedFees } from "../../../../apps-script/domain/operations/stated-fees";
import { shownClass } from "../../../../apps-script/domain/plan/shown-class";
import { whyNotLoaded } from "../../../../apps-script/domain/plan/why-not-loaded";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { classLine, otherYear, READ_CLASSES } from "../../../../apps-script/domain/wording/plan-load";
import { read } from "../../readers/readers";
import type { Result } from "../../readers/tasks";
import { refusal, UsageError } from "../../refusal";
import { noPlanFile } from "../../wording/cli";
import { linesOf } from "../../wording/plain-text";
import { planNotRead } from "../../wording/plan-file";
import { type Options, type Run, textOption } from "../command";
import { proposal } from "../plan-proposal";
import { reportOf } from "../receipt";
import { performOn } from "../session";
import { yearIn } from "../year";

export const run: Run = async (common, [path], options) => {
  const proposed = textOption(options, "propose");
  if (proposed !== undefined) return proposal(common, proposed, options);
  if (path === undefined) throw new UsageError(noPlanFile);
  const { file, reading } = await readPlan(path, options);
  const year = yearOption(options) ?? reading.year;
  const operation = withStatedFees(loadPlanOperation(reading.classes, year, reading), reading.fees);
  const receipt = await performOn(common, onlyForYear(file, year, operation));
  const report = reportOf(receipt);
  const rows = receipt.changes.rows.filter(({ table }) => table === "plan").map(({ values }) => values);
  return { ...report, text: linesOf([...report.text.split("\n"), ...classLines(rows)]) };
};

/** Each class beside what the notice says, for people to compare. */
export function classLines(rows: readonly Readonly<Record<string, Value>>[]): string[] {
  const lines = rows.map(shownClass).map(({ name, cells }) => `  ${classLine(name, cells)}`);
  return lines.length === 0 ? [] : [READ_CLASSES, ...lines];
}

/** @throws {Refusal} `no-plan`, with what is wrong */
export async function readPlan(path: string, options: Options): Promise<Result<"plan">> {
  const plan = await read(basename(path), "plan", path);
  const reasons = whyNotLoaded(plan.reading, yearOption(options));
  if (reasons.length > 0) throw refusal("no-plan", planNotRead(plan.file, reasons));
  return plan;
}

/** One workbook per plan year: a plan of another year is refused before anything is decided; one that names none is of this. */
function onlyForYear(file: string, year: number | null, operation: Operation): Operation {
  return {
    ...operation,
    decide: (snapshot, context) => {
      const book = context.settings.planYear;
      if (year !== null && book !== year) throw refusal("other-year", otherYear(file, year, book));
      return operation.decide(snapshot, context);
    },
  };
}

export function yearOption(options: Options): number | null {
  const text = textOption(options, "year");
  return text === undefined ? null : yearIn(text, "--year");
}
