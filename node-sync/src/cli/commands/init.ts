import { randomBytes } from "node:crypto";
import type { Finding } from "../../../../apps-script/domain/changes/finding";
import { partsOf } from "../../../../apps-script/domain/days/civil-day";
import { loadPlanOperation } from "../../../../apps-script/domain/operations/load-plan";
import { withStatedFees } from "../../../../apps-script/domain/operations/stated-fees";
import { cellsOf } from "../../../../apps-script/domain/plan/plan-cells";
import { normaliseClass } from "../../../../apps-script/domain/plan/training-class";
import { SCHEMA_VERSION } from "../../../../apps-script/domain/schema/index";
import { initialTabs } from "../../../../apps-script/domain/schema/initial";
import type { Value } from "../../../../apps-script/domain/snapshot/value";
import { noYear } from "../../../../apps-script/domain/wording/plan-load";
import { createFile } from "../../files/create-file";
import { isThere } from "../../files/is-there";
import { type Stop, tryStep } from "../../half-way";
import type { Receipt } from "../../perform";
import type { Result } from "../../readers/tasks";
import { refusal, UsageError } from "../../refusal";
import { alreadyThere } from "../../wording/cli";
import { again, planNotLoaded, tabsUnderWay } from "../../wording/half-way";
import { undoNeedsFrom } from "../../wording/next-year";
import { linesOf } from "../../wording/plain-text";
import * as say from "../../wording/report";
import { newWorkbook } from "../../workbook/new-workbook";
import { type Common, type Options, type Report, type Run, textOption } from "../command";
import { findingLines, needsPerson } from "../receipt";
import { bookOf, performOn } from "../session";
import { titledFindings } from "../titled";
import { classLines, readPlan, yearOption } from "./plan";

type PlanFile = Result<"plan">;

/** What is to be made, and out of which plan. */
interface Wish {
  readonly year: number;
  readonly plan: PlanFile | null;
}

/** Makes a workbook where there is none: a file, or tabs in a Google Sheet. The plan is read before anything is written. */
export const run: Run = async (common, args, options) => {
  if (options.from !== undefined) return (await import("./init-from")).run(common, args, options);
  if (options.undo === true) throw new UsageError(undoNeedsFrom);
  const { sheet } = common;
  return sheet === null ? initBook(common, options) : initSheet(common, sheet, options);
};

async function initBook(common: Common, options: Options): Promise<Report> {
  const book = bookOf(common);
  if (await isThere(book)) throw refusal("exists", alreadyThere(book));
  const wish = await wishOf(common, options);
  if (!common.dryRun) await createFile(book, await newWorkbook({ planYear: wish.year, workbook: newId() }));
  const loaded = await loadPlan(common, wish);
  const made = say.madeBook(book, wish.year, loaded.classes.length);
  return reportOf({ book }, made, loaded, planNotLoaded(`--book ${book}`));
}

async function initSheet(common: Common, sheet: string, options: Options): Promise<Report> {
  const wish = await wishOf(common, options);
  const { openSheet } = await import("../../google/open-sheet");
  const { buildTabs, refuseOurTabs } = await import("../../google/build-tabs");
  const { contentOfInitial } = await import("../../copy/tab-content");
  const open = await openSheet(sheet);
  let stopped: Stop | null = null;
  if (common.dryRun) await refuseOurTabs(open.client);
  else stopped = await buildTabs(open, initialTabs(wish.year, newId()).map(contentOfInitial));
  if (stopped !== null) return reportOf({ sheet }, tabsUnderWay, { classes: [], findings: [], stopped });
  const loaded = await loadPlan(common, wish);
  return reportOf({ sheet }, say.madeSheet(wish.year, loaded.classes.length), loaded, planNotLoaded(`--sheet ${sheet}`));
}

async function wishOf(common: Common, options: Options): Promise<Wish> {
  const planFile = textOption(options, "plan");
  const plan = planFile === undefined ? null : await readPlan(planFile, options);
  const year = yearOption(options) ?? (plan ? plan.reading.year : partsOf(common.today).year);
  if (year === null) throw new UsageError(noYear(plan?.file ?? ""));
  return { year, plan };
}

const newId = (): string => randomBytes(6).toString("hex");

/** What became of the plan. */
interface Loaded {
  /** Classes that are in the workbook, or would be, as rows of 培训计划. */
  readonly classes: readonly Readonly<Record<string, Value>>[];
  readonly findings: readonly Finding[];
  readonly stopped: Stop | null;
}

/** The workbook stands by now: that its plan could not be loaded is told beside that. */
async function loadPlan(common: Common, { year, plan }: Wish): Promise<Loaded> {
  const read = plan?.reading.classes.filter((stated) => normaliseClass(stated, year).problems.length === 0) ?? [];
  const all = { classes: read.map((stated) => cellsOf(stated, year)), findings: [], stopped: null };
  if (!plan || common.dryRun) return all;
  let receipt: Receipt | null = null;
  const stopped = await tryStep("plan", async () => {
    receipt = await performOn(
      common,
      withStatedFees(loadPlanOperation(plan.reading.classes, year, plan.reading), plan.reading.fees),
    );
  });
  return loadedBy(receipt, stopped, all);
}

function loadedBy(receipt: Receipt | null, stopped: Stop | null, all: Loaded): Loaded {
  const stop = stopped ?? receipt?.stopped ?? null;
  return { classes: stop === null ? all.classes : [], findings: receipt?.changes.findings ?? [], stopped: stop };
}

function reportOf(place: object, made: string, { classes, findings, stopped }: Loaded, afterStop = again): Report {
  return {
    json: { ...place, schema: SCHEMA_VERSION, plan: { classes: classes.length, findings: titledFindings(findings) } },
    text: linesOf([made, ...findingLines(findings), ...classLines(classes)]),
    needsPerson: needsPerson(findings),
    stopped,
    afterStop,
  };
}
