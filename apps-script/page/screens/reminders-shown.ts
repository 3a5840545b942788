import type { TodoLine } from "../../domain/views/lines";
import type { ClassReminders, RemindersView, UnitReminders } from "../../domain/views/reminders";

interface Asked {
  /** Of one rule, of one who has to act; `""` for all. */
  readonly rule: string;
  readonly whose: string;
}

/**
 * What 提醒 lists. A text of a unit or a class is about all of its lines, and is not offered beside some of them. No text at all is
 * offered before 待办 is brought up to now: it may ask somebody for what they have brought meanwhile.
 */
export function shownReminders(
  view: Pick<RemindersView, "units" | "classes">,
  { rule, whose }: Asked,
  isBringingUp: boolean,
): { readonly units: readonly UnitReminders[]; readonly classes: readonly ClassReminders[] } {
  const isShown = (line: TodoLine): boolean => (rule === "" || line.rule === rule) && (whose === "" || line.whose === whose);
  const isWhole = rule === "" && whose === "" && !isBringingUp;
  const offered = (line: TodoLine): TodoLine => (isBringingUp ? { ...line, text: null } : line);
  const units = view.units.map((unit) => ({
    ...unit,
    lines: unit.lines.filter(isShown).map(offered),
    text: isWhole ? unit.text : null,
  }));
  return { units: units.filter(({ lines }) => lines.length > 0), classes: isWhole ? view.classes : [] };
}
