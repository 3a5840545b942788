import { MERGED_INTO } from "../../schema/allowed";
import { UNITS, type Unit } from "../../schema/tables";
import { listed } from "../../snapshot/listed";
import * as say from "../../wording/unit-desk";
import type { ClerkRun } from "../clerk-run";

/**
 * Takes the people of one unit over to another, and its names as aliases, so that its files are the other's from now on. What is
 * known of it fills what the other lacks; its row stays and says where it went. Gives back how many people.
 */
export function mergeUnits(run: ClerkRun, into: Unit, name: string): number {
  const from = run.snapshot.units.find((row) => row.name === name);
  if (from === undefined) return 0;
  const rows = run.people(run.snapshot.roster.filter((row) => row.unit === name).map(({ key }) => key));
  for (const row of rows) run.out.set("roster", row, "unit", into.name, say.mergeTitle);
  const list = (...parts: readonly (string | null)[]): string =>
    [...new Set(parts.flatMap(listed).filter((part) => part !== into.name))].join("、");
  run.out.set("units", into, "aliases", list(into.aliases, name, from.aliases), say.mergeTitle);
  const reportsFor = list(into.reportsFor, from.reportsFor);
  if (reportsFor !== "") run.out.set("units", into, "reportsFor", reportsFor, say.mergeTitle);
  for (const column of ["creditCode", "category", "contact", "phone", "email"] as const) {
    if (into[column] === null && from[column] !== null) run.out.set("units", into, column, from[column], say.mergeTitle);
  }
  run.out.set("units", from, "status", `${MERGED_INTO}“${into.name ?? ""}”`, UNITS.title);
  return rows.length;
}
