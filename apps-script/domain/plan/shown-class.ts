import type { Value } from "../snapshot/value";
import { textOf } from "../snapshot/value";
import { shownCell, shownTitles } from "../wording/plan-load";

/** The columns of 培训计划 that a class was read into, by what they were read from. */
const READ = {
  statedMonths: ["months"],
  statedDeadline: ["deadline"],
  statedBooking: ["bookingFrom", "bookingTo"],
  statedReportIn: ["reportIn", "reportHours"],
  statedStudy: ["studyFrom", "studyTo"],
} as const;

/** A class of 培训计划 for the eye: each cell as the notice states it beside what was read from it. */
export function shownClass(values: Readonly<Record<string, Value>>): {
  readonly name: string;
  readonly cells: readonly string[];
} {
  const text = (column: string): string => textOf(values[column] ?? null);
  const read = (Object.keys(READ) as (keyof typeof READ)[]).flatMap((stated) => {
    if (text(stated) === "") return [];
    const found = READ[stated].map(text).filter((part) => part !== "");
    return [shownCell(shownTitles[stated], text(stated), found)];
  });
  const beside = (["place", "capacity"] as const).flatMap((column) =>
    text(column) === "" ? [] : [`${shownTitles[column]} ${text(column)}`],
  );
  return { name: text("name"), cells: [...read, ...beside] };
}
