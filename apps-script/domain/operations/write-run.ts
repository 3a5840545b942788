import { ProtectedTab } from "../changes/closed";
import type { Lost } from "../changes/lost";
import type { Recovery } from "../changes/recover";
import type { CellWrite, WritePlan } from "../changes/write-plan";
import type { Steps } from "../moving/hand";
import { settled } from "./beforehand";
import type { Host } from "./host";
import { refusalOf } from "./settling";
import { answered } from "./steps";
import { causeOf, WriteBegun } from "./write-begun";

export function stagesOf({ journal, cells, done }: WritePlan): readonly (readonly CellWrite[])[] {
  return [journal, cells, done];
}

/**
 * Writes a run. Where a tab became protected just then, what was written of the run is taken back.
 *
 * @throws {ProtectedTab} when nothing of it stands in the workbook
 * @throws {WriteBegun} when part of it does
 */
export function* writePlan(host: Host, plan: WritePlan): Steps<readonly Lost[]> {
  try {
    return yield* answered(host.write(stagesOf(plan)));
  } catch (error) {
    const cause = causeOf(error);
    if (!(cause instanceof ProtectedTab)) throw error;
    const recovery = yield* settledAfter(host, cause, error instanceof WriteBegun);
    const refusal = refusalOf(cause, plan, recovery);
    if (!refusal) return [];
    const isLeft = recovery.closed.some(({ run, left }) => run === plan.run && left.length > 0);
    throw isLeft ? new WriteBegun(refusal, "close") : refusal;
  }
}

function* settledAfter(host: Host, { tabs }: ProtectedTab, isBegun: boolean): Steps<Recovery> {
  try {
    return yield* settled(host, new Set(tabs));
  } catch (error) {
    throw isBegun && !(error instanceof WriteBegun) ? new WriteBegun(error) : error;
  }
}
