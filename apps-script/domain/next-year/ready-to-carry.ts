import { Refusal } from "../refusal";
import type { Context } from "../rules/context";
import { RUN } from "../schema/allowed";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf } from "../snapshot/value";
import * as say from "../wording/next-year";
import { whoIs } from "../wording/roster";
import { sharedNumbers } from "./person-posts";

/**
 * Whether everybody in the old book can be told apart.
 *
 * @param year the year that is to begin
 * @throws {Refusal} `not-ready`, with every reason
 */
export function refuseUnready(old: Snapshot, { settings }: Context, year: number): void {
  const unnumbered = old.roster.filter(({ id, person }) => id === null || person === null).length;
  const repeated = old.repeated.filter(({ table, line }) => table === "roster" && line === undefined).map(({ key }) => key);
  const shared = sharedNumbers(old.roster);
  const isCutOff = old.runs.some(({ state }) => state === RUN.pending);
  const reasons = [
    ...(settings.planYear + 1 === year ? [] : [say.notTheNextYear(settings.planYear, year)]),
    ...(textOf(settings.workbook) === "" ? [say.noWorkbookNumber] : []),
    ...(isCutOff ? [say.runCutOff] : []),
    ...(unnumbered > 0 ? [say.unnumbered(unnumbered)] : []),
    ...(repeated.length > 0 ? [say.repeatedNumbers(repeated)] : []),
    ...shared.map(([one, other]) => say.sharedNumber(textOf(one.person), whoIs(one), whoIs(other))),
  ];
  if (reasons.length > 0) throw new Refusal("not-ready", reasons);
}
