import { sentHash } from "../../exchange/identity";
import { SCHEMA_VERSION } from "../../schema/index";
import { UNIT_COLUMNS, type UnitValues } from "../unit-columns";
import type { ReturnedIntake } from "./intake";
import { UNKNOWN_GENERATION } from "./lineage";
import type { AnnotatedCell, NextGeneration } from "./report";
import type { Taking, TakingHead } from "./taking";

/**
 * Advances 底稿 to what the file says, taken and refused alike, so that the same file again is no news. A row is written only
 * for a person of whom it says something new. When the unit is to be told something, the copy it gets is this generation.
 */
export function agreeOn(
  taking: Taking,
  { exchange, unit, generation }: TakingHead,
  intake: ReturnedIntake,
): NextGeneration | null {
  const { bases, out, exchanges } = intake;
  const next = bases.nextGeneration(exchange);
  let isNew = false;
  for (const [enrolment, { values, base }] of taking.agreed) {
    const last = bases.agreed(exchange, next, enrolment);
    if (last && isSame(last.values, values) && base !== null && isSame(base.values, values)) continue;
    bases.advance(out, exchange, unit, enrolment, values, generation ?? UNKNOWN_GENERATION);
    isNew = true;
  }
  const hasNews = taking.annotated.some(({ end, cells }) => end === "refused" || cells.some(isTold));
  if (isNew || hasNews) bases.seen(exchange, next);
  if (!hasNews) return null;
  const enrolments = new Set([...taking.annotated.flatMap(({ enrolment }) => enrolment ?? []), ...taking.agreed.keys()]);
  const people = [...enrolments].flatMap((enrolment) => {
    const agreed = bases.agreed(exchange, next, enrolment);
    return agreed ? [{ enrolment, values: agreed.values }] : [];
  });
  return { exchange, generation: next, workbook: exchanges.workbook, schema: SCHEMA_VERSION, hash: sentHash(people), people };
}

function isTold({ verdict }: AnnotatedCell): boolean {
  return verdict === "conflict" || verdict === "refused";
}

function isSame(a: UnitValues, b: UnitValues): boolean {
  return UNIT_COLUMNS.every((column) => a[column] === b[column]);
}
