import { compare, type Outcome, type OutcomeBuilder } from "../changes/outcome";
import { longestOf, UNITS } from "../schema/index";
import { cutTo, isLonger, lengthOf } from "../snapshot/text-length";
import type { ExportCode } from "../wording/export";
import * as say from "../wording/export";
import { sharedFileNames } from "./sent-names";
import type { UnitSpellings } from "./sent-units";

/** Whether a unit was asked for that does not exist: then the call is wrong, and nothing is written. */
export function isBlocked({ findings }: Pick<Outcome, "findings">): boolean {
  return findings.some(({ code }) => code === "X05");
}

/** What is said of units that have no file. */
export function unsentFindings({ findings }: Pick<Outcome, "findings">): Outcome["findings"] {
  return findings.filter(({ code }) => code === "X04" || code === "X06");
}

/** The units that can have a file of their own; each other one is a finding and waits, the rest are sent. */
export function sendable(out: OutcomeBuilder<ExportCode>, wanted: readonly string[]): string[] {
  const most = longestOf(UNITS.columns.name);
  const tooLong = wanted.filter((unit) => isLonger(unit, most));
  for (const unit of tooLong) {
    const message = say.unitTooLong(cutTo(unit, most), lengthOf(unit), most);
    out.find("X06", "units", unit, "name", message);
  }
  const short = wanted.filter((unit) => !tooLong.includes(unit));
  const shared = sharedFileNames(short);
  for (const { file, units } of shared) {
    out.find("X04", "units", units[0] ?? null, "name", say.sameFileName(file, units));
  }
  const unclear = new Set(shared.flatMap(({ units }) => units));
  return short.filter((unit) => !unclear.has(unit));
}

/** The units that were asked for, each once; null when all are. */
export function chosenUnits(
  out: OutcomeBuilder<ExportCode>,
  spellings: UnitSpellings,
  asked: readonly string[] | undefined,
): string[] | null {
  if (asked === undefined || asked.length === 0) return null;
  const chosen = new Set<string>();
  for (const name of asked) {
    const owner = spellings.owner(name.trim());
    if (owner.kind === "one") chosen.add(owner.unit);
    else {
      const near = owner.kind === "shared" ? owner.units : owner.near;
      out.find("X05", "units", name, "name", say.noSuchUnit(name, near));
    }
  }
  return [...chosen].sort(compare);
}
