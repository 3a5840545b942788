import { randomBytes } from "node:crypto";
import { access } from "node:fs/promises";
import { basename } from "node:path";
import type { Finding } from "../../../../apps-script/domain/changes/finding";
import { partsOf } from "../../../../apps-script/domain/days/civil-day";
import { loadPlanOperation } from "../../../../apps-script/domain/operations/load-plan";
import { SCHEMA_VERSION } from "../../../../apps-script/domain/schema/index";
import { initialTabs } from "../../../../apps-script/domain/schema/initial";
import { noYear } from "../../../../apps-script/domain/wording/plan-load";
import { createFile } from "../../files/create-file";
import { read } from "../../readers/readers";
import type { Result } from "../../readers/tasks";
import { alreadyThere } from "../../wording/cli";
import { linesOf } from "../../wording/plain-text";
import * as say from "../../wording/report";
import { newWorkbook } from "../../workbook/new-workbook";
import { type Common, type Options, type Report, type Run, textOption } from "../command";
import { findingLines, needsPerson } from "../receipt";
import { Refusal, UsageError } from "../refusal";
import { bookOf, performOn } from "../session";
import { yearOption } from "./plan";

type PlanFile = Result<"plan">;

/** What is to be made, and out of which plan. */
interface Wish {
  readonly year: number;
  readonly plan: PlanFile | null;
}

/** Makes a workbook where there is none: a file, or tabs in a Google Sheet. The plan is read before anything is written. */
export const run: Run = async (common, _args, options) => {
  const { sheet } = common;
  return sheet === null ? initBook(common, options) : initSheet(common, sheet, options);
};

async function initBook(common: Common, options: Options): Promise<Report> {
  const book = bookOf(common);
  if (await exists(book)) throw new Refusal("exists", alreadyThere(book));
  const wish = await wishOf(common, options);
  if (!common.dryRun) await createFile(book, await newWorkbook({ planYear: wish.year, workbook: newId() }));
  const findings = await loadPlan(common, wish);
  return reportOf({ book }, say.madeBook(book, wish.year, classesIn(wish)), wish, findings);
}

async function initSheet(common: Common, sheet: string, options: Options): Promise<Report> {
  const wish = await wishOf(common, options);
  const { openSheet } = await import("../../google/open-sheet");
  const { buildTabs, refuseOurTabs } = await import("../../google/build-tabs");
  const { contentOfInitial } = await import("../../copy/tab-content");
  const open = await openSheet(sheet);
  if (common.dryRun) await refuseOurTabs(open.client);
  else await buildTabs(open, initialTabs(wish.year, newId()).map(contentOfInitial));
  const findings = await loadPlan(common, wish);
  return reportOf({ sheet }, say.madeSheet(wish.year, classesIn(wish)), wish, findings);
}

async function wishOf(common: Common, options: Options): Promise<Wish> {
  const planFile = textOption(options, "plan");
  const plan = planFile === undefined ? null : await read(basename(planFile), "plan", planFile);
  const year = yearOption(options) ?? (plan ? plan.reading.year : partsOf(common.today).year);
  if (year === null) throw new UsageError(noYear(plan?.file ?? ""));
  return { year, plan };
}

const newId = (): string => randomBytes(6).toString("hex");
const classesIn = ({ plan }: Wish): number => plan?.reading.classes.length ?? 0;

async function loadPlan(common: Common, { year, plan }: Wish): Promise<readonly Finding[]> {
  if (!plan || common.dryRun) return [];
  const receipt = await performOn(common, loadPlanOperation(plan.reading.classes, year));
  return receipt.changes.findings;
}

function reportOf(place: object, made: string, wish: Wish, findings: readonly Finding[]): Report {
  return {
    json: { ...place, schema: SCHEMA_VERSION, plan: { classes: classesIn(wish), findings } },
    text: linesOf([made, ...findingLines(findings)]),
    needsPerson: needsPerson(findings),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
