import type { OutcomeBuilder } from "../../changes/outcome";
import { compare } from "../../changes/outcome";
import type { TrainingClass } from "../../plan/training-class";
import type { AssignCode } from "../../wording/assign";
import * as say from "../../wording/assign";
import type { World } from "./case";
import type { Course } from "./course";

/** What is missing of a whole class is one line for the centre, however many people it is about. */
export function tellCourses(
  out: OutcomeBuilder<AssignCode>,
  courses: ReadonlyMap<TrainingClass, ReadonlyMap<Course, number>>,
  { evidence, context }: World,
): void {
  for (const [one, counts] of [...courses].sort(([a], [b]) => compare(a.key, b.key))) {
    const tell = (
      code: "A22" | "A23" | "A24",
      column: "bookingChecked" | "reportIn",
      course: Course,
      sentence: Sentence,
    ): void => {
      const people = counts.get(course) ?? 0;
      if (people > 0) out.find(code, "plan", one.key, column, sentence(one.name, people));
    };
    const to = one.bookingTo === null ? "" : say.dayAs(one.bookingTo, context.settings.planYear);
    tell("A22", "bookingChecked", "unlisted", (name, people) => say.readNewList(name, people, to, evidence.of(one).bookings));
    tell("A23", "reportIn", "untyped", say.reportsUntyped);
    tell("A24", "reportIn", "awaited", say.stillAwaited);
  }
}

type Sentence = (name: string, people: number) => string;
