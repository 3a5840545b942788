import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlanText } from "../../../apps-script/domain/plan/read-plan";
import type { StatedClass, TrainingClass } from "../../../apps-script/domain/plan/training-class";
import { normaliseClass } from "../../../apps-script/domain/plan/training-class";

/** The notice of 2024 as copied from Word, its contacts taken out. */
export const notice = readFileSync(join(__dirname, "../../fixtures/notice-2024.txt"), "utf8");

export const statedPlan: readonly StatedClass[] = readPlanText(notice).classes.map(({ at: _, ...stated }) => stated);

/** A stated class as a row of the plan; `key` is its place in the plan, 培1 … 再8. */
export function asClass(stated: StatedClass, year: number, key: string): TrainingClass {
  const { problems: _, ...terms } = normaliseClass(stated, year);
  return { ...terms, key, year, version: 1, name: stated.name, capacity: null, place: null, open: true };
}

export const keyOf = (index: number): string => (index < 3 ? `培${index + 1}` : `再${index - 2}`);

/** The plan of the notice, read with the given year. */
export const planOf = (year: number): TrainingClass[] => statedPlan.map((stated, index) => asClass(stated, year, keyOf(index)));

export const statedByKey = (key: string): StatedClass | null => statedPlan.find((_, index) => keyOf(index) === key) ?? null;
