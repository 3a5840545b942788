import { randomBytes } from "node:crypto";
import { access } from "node:fs/promises";
import { partsOf } from "../../../../apps-script/domain/days/civil-day";
import { loadPlanOperation } from "../../../../apps-script/domain/operations/load-plan";
import { SCHEMA_VERSION } from "../../../../apps-script/domain/schema/index";
import { noYear } from "../../../../apps-script/domain/wording/plan-load";
import { createFile } from "../../files/create-file";
import { readPlanFile } from "../../files/read-plan-file";
import { alreadyThere } from "../../wording/cli";
import * as say from "../../wording/report";
import { newWorkbook } from "../../workbook/new-workbook";
import { type Run, textOption } from "../command";
import { findingLines, needsPerson } from "../receipt";
import { Refusal, UsageError } from "../refusal";
import { bookOf, performOn } from "../session";
import { yearOption } from "./plan";

/** Makes a workbook where there is none. The plan is read before anything is written. */
export const run: Run = async (common, _args, options) => {
  const book = bookOf(common);
  if (await exists(book)) throw new Refusal("exists", alreadyThere(book));
  const planFile = textOption(options, "plan");
  const plan = planFile === undefined ? null : await readPlanFile(planFile);
  const year = yearOption(options) ?? (plan ? plan.reading.year : partsOf(common.today).year);
  if (year === null) throw new UsageError(noYear(plan?.file ?? ""));
  if (!common.dryRun) await createFile(book, await newWorkbook({ planYear: year, workbook: randomBytes(6).toString("hex") }));
  const classes = plan?.reading.classes ?? [];
  const receipt = plan && !common.dryRun ? await performOn(common, loadPlanOperation(classes, year)) : null;
  const findings = receipt?.changes.findings ?? [];
  return {
    json: { book, schema: SCHEMA_VERSION, plan: { classes: classes.length, findings } },
    text: [say.madeBook(book, year, classes.length), ...findingLines(findings)].join("\n"),
    needsPerson: needsPerson(findings),
  };
};

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
