import * as say from "../../wording/propose-plan";
import type { ProposedPlan } from "./propose-plan";

/** The proposal as a table of texts: title, header, a class a line; `plan` reads it back, but for the reasons. */
export function proposedTable({ year, classes }: ProposedPlan): string[][] {
  const rows = classes.map((one) => [
    ...[one.name, one.months, one.deadline, one.booking, one.reportIn, one.study].map((cell) => cell ?? ""),
    one.capacity,
    one.reasons.join("；"),
  ]);
  return [[say.proposedTitle(year)], [...say.proposedColumns], ...rows];
}

/** The six columns of the notice alone, as text that a spreadsheet or a document takes. */
export function noticeText(plan: ProposedPlan): string {
  const lines = proposedTable(plan).map((cells) => cells.slice(0, 6).join("\t"));
  return `${lines.join("\n")}\n`;
}
