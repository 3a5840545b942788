import { extname } from "node:path";
import { proposeFor } from "../../../apps-script/domain/plan/propose/propose-for";
import type { ProposedPlan } from "../../../apps-script/domain/plan/propose/propose-plan";
import { noticeText, proposedTable } from "../../../apps-script/domain/plan/propose/proposed-table";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { VIEW_TABLES } from "../../../apps-script/domain/schema/index";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import * as say from "../../../apps-script/domain/wording/propose-plan";
import { createFile } from "../files/create-file";
import { UsageError } from "../refusal";
import { badProposalFile } from "../wording/cli";
import { linesOf } from "../wording/plain-text";
import { planTableFile } from "../workbook/plan-table";
import { type Common, type Options, type Report, textOption } from "./command";
import { gridsOf } from "./session";
import { textTable } from "./text-table";
import { yearIn } from "./year";

const ENDINGS: readonly string[] = [".xlsx", ".csv", ".txt"];

/** `plan --propose`: the plan of a year from that of the year before in the workbook, which stays as it is. */
export async function proposal(common: Common, written: string, options: Options): Promise<Report> {
  const year = yearIn(written, "--propose");
  const out = textOption(options, "out");
  const ending = extname(out ?? ".txt").toLowerCase();
  if (out !== undefined && !ENDINGS.includes(ending)) throw new UsageError(badProposalFile(out));
  const snapshot: Snapshot = snapshotOf(await gridsOf(common, VIEW_TABLES), VIEW_TABLES);
  const context = contextOf(snapshot, common.today);
  const plan = proposeFor(snapshot, context, year);
  if (out !== undefined && !common.dryRun) await createFile(out, await fileOf(plan, ending));
  return { json: jsonOf(plan, out ?? null), text: textOf(plan), needsPerson: plan.open.length > 0 };
}

/** Text is what the notice prints; a table has seats and reasons besides. */
async function fileOf(plan: ProposedPlan, ending: string): Promise<Uint8Array> {
  return ending === ".txt" ? Buffer.from(noticeText(plan)) : planTableFile(proposedTable(plan), ending);
}

function jsonOf(plan: ProposedPlan, out: string | null) {
  const [, titles = [], ...rows] = proposedTable(plan);
  const classes = rows.map((cells) => Object.fromEntries(titles.map((title, place) => [title, cells[place] || null])));
  return { year: plan.year, classes, open: plan.open, text: noticeText(plan), out };
}

function textOf(plan: ProposedPlan): string {
  const reasons = plan.classes.map(({ name, reasons: why }) => say.reasonLine(name, why));
  const open = plan.open.length === 0 ? [] : ["", say.toArrange, ...plan.open.map((sentence) => `  ${sentence}`)];
  const told = linesOf([say.proposedFor(plan.year, plan.classes.length), ...reasons, ...open]);
  const [, titles = [], ...rows] = proposedTable(plan).map((cells) => cells.slice(0, 7));
  return `${told}\n\n${textTable(titles, rows)}`;
}
