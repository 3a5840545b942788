import { loadPlanOperation } from "../../domain/operations/load-plan";
import type { Operation } from "../../domain/operations/operation";
import { withStatedFees } from "../../domain/operations/stated-fees";
import { type PlanReading, readPlanCells, readPlanText } from "../../domain/plan/read-plan";
import { whyNotLoaded } from "../../domain/plan/why-not-loaded";
import { Refusal } from "../../domain/refusal";
import { otherYear } from "../../domain/wording/plan-load";
import * as say from "../wording/forms";

/** Where a plan comes from: a pasted table, or the cells of a tab. `year` is as typed. */
export interface PlanSource {
  readonly text: string;
  readonly tab: { readonly title: string; readonly cells: readonly (readonly string[])[] } | null;
  readonly year: string;
}

/**
 * Loads a plan. One whose table is not understood, or of another year than the workbook's, is refused, with what is wrong; one
 * that names no year is of the workbook's. Classes that are not wholly understood wait.
 */
export function planOperation({ text, tab, year: typed }: PlanSource): Operation {
  const source = tab === null ? say.PASTED : say.ofTab(tab.title);
  const reading = tab === null ? readText(text) : readPlanCells(tab.cells, source);
  const given = statedYear(typed);
  const reasons = whyNotLoaded(reading, given);
  if (reasons.length > 0) throw new Refusal("no-plan", say.planNotRead(source, reasons));
  const year = given ?? reading.year;
  const operation = withStatedFees(loadPlanOperation(reading.classes, year, reading), reading.fees);
  return {
    ...operation,
    decide: (snapshot, context) => {
      const { planYear } = context.settings;
      if (year !== null && planYear !== year) throw new Refusal("other-year", otherYear(source, year, planYear));
      return operation.decide(snapshot, context);
    },
  };
}

function readText(text: string): PlanReading {
  if (text.trim() === "") throw new Refusal("no-plan", say.noPlanText());
  return readPlanText(text);
}

/** A year as typed; null when none was. */
export function statedYear(written: string): number | null {
  const text = written.normalize("NFKC").trim();
  if (text === "") return null;
  const digits = /^(20\d\d)年?度?$/.exec(text)?.[1];
  if (digits === undefined) throw new Refusal("bad-year", say.badYear());
  return Number(digits);
}
