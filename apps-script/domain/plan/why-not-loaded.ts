import { noClassRead, yearUnclear } from "../wording/plan-load";
import type { PlanReading } from "./read-plan";

/** Why a plan cannot be loaded, in sentences; empty where it can. @param typed the year that staff gave */
export function whyNotLoaded(reading: PlanReading, typed: number | null): readonly string[] {
  const { classes, problems, doubts, unclearYear } = reading;
  if (problems.length > 0) return problems;
  if (classes.length === 0) return [noClassRead(), ...doubts.map(({ message }) => message)];
  return unclearYear !== undefined && typed === null ? [yearUnclear(unclearYear)] : [];
}
