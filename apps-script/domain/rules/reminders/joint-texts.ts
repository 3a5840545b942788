import { unitNamer } from "../../naming/unit-names";
import { rowWith } from "../../snapshot/by-key";
import { groupedBy } from "../../snapshot/grouped-by";
import type { Snapshot } from "../../snapshot/snapshot";
import * as say from "../../wording/reminder-texts";
import type { Context } from "../context";
import type { ReminderText } from "./texts";

/** One text for all that is asked of a unit or of a class. */
interface JointText {
  /** The unit by its one name, or the class as the workbook has it; `null` for people without a unit. */
  readonly of: string | null;
  /** 编号 of the lines that it tells of. */
  readonly lines: readonly string[];
  readonly text: string;
}

/** For each unit, by whatever names of it stand there, what is asked of it and of its people. */
export function unitTexts(texts: readonly ReminderText[], snapshot: Snapshot, context: Context): readonly JointText[] {
  const { nameFor } = unitNamer(snapshot);
  const asked = texts.filter(({ what }) => what !== null);
  return [...groupedBy(asked, ({ unit }) => (unit === null ? "" : nameFor(unit)))].map(([unit, lines]) =>
    jointText(unit || null, unit || say.noUnit, lines, snapshot, context),
  );
}

/** For the group of each class what is asked of its people, but for what is nobody else's business. */
export function classTexts(texts: readonly ReminderText[], snapshot: Snapshot, context: Context): readonly JointText[] {
  const asked = texts.filter(({ code, what }) => what !== null && say.FOR_GROUP.has(code));
  return [...groupedBy(asked, ({ class: name }) => name)].map(([name, lines]) =>
    jointText(name, say.classGroup(name), lines, snapshot, context),
  );
}

function jointText(
  of: string | null,
  to: string,
  lines: readonly ReminderText[],
  { roster }: Snapshot,
  { settings }: Context,
): JointText {
  const nameOf = (key: string): string => rowWith(roster, key)?.name ?? "";
  const asked = [...groupedBy(lines, ({ what }) => what)].map(([what, same]) => ({
    what,
    names: [...new Set(same.flatMap(({ people }) => people))].map(nameOf).filter((name) => name !== ""),
  }));
  return { of, lines: lines.map(({ id }) => id), text: say.togetherText(to, asked, settings.centrePhone) };
}
