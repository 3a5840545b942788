import { type StillOpen, stillOpenIn } from "../../next-year/still-open";
import { YES_NO } from "../../schema/allowed";
import { SETTING_SPECS } from "../../schema/settings";
import { rowWith } from "../../snapshot/by-key";
import type { Value } from "../../snapshot/value";
import * as say from "../../wording/close-year";
import { CLOSE_YEAR } from "../between-books";
import type { ClerkRun } from "../clerk-run";
import { defineOperation, type Told } from "../define-operation";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";

/**
 * 结束本年度: from then on the book takes no run, until it is opened again. Exams, certificates and late money of the year come
 * until February, so what is still open is said first, and nothing of it is lost.
 */
export const closeYear = defineOperation({
  id: CLOSE_YEAR,
  title: say.CLOSE_TITLE,
  about: say.closeAbout,
  input: {
    reopen: optional(field.choice({ title: say.reopenTitle, words: [YES_NO.yes], note: say.reopenNote })),
  },
  example: { input: {}, today: "2025-02-20" },
  decide: (run, { reopen }) => {
    const { today, settings } = run.context;
    if (reopen !== null) {
      write(run, null);
      return () => ({ said: settings.endedOn === null ? say.notEnded : say.reopened, people: {} });
    }
    if (settings.endedOn === null) write(run, today);
    const open = stillOpenIn(run.snapshot, run.context);
    return () => told(open, settings.endedOn ?? today, settings.carriedTo !== null);
  },
});

function write(run: ClerkRun, value: Value): void {
  const { item, note } = SETTING_SPECS.endedOn;
  const row = rowWith(run.snapshot.settings, item);
  if (row) run.out.setCell("settings", row, "value", value, say.CLOSE_TITLE);
  else if (value !== null) run.out.add("settings", { item, note, value }, say.CLOSE_TITLE);
}

function told({ unfinished, uncertified, owing, undecided }: StillOpen, endedOn: string, isCarried: boolean): Told {
  const people: Record<string, string> = {};
  const note = (key: string, name: string | null, sentence: string): void => {
    people[key] = people[key] === undefined ? say.personOpen(name, sentence) : `${people[key]}，${sentence}`;
  };
  for (const { key, name } of unfinished) note(key, name, say.isUnfinished);
  for (const { key, name } of uncertified) note(key, name, say.isUncertified);
  for (const { row, debt } of owing) note(row.key, row.name, say.owes(debt));
  for (const { row, paid } of undecided) note(row.key, row.name, say.isUndecided(paid));
  const counts = [unfinished.length, uncertified.length, owing.length, undecided.length] as const;
  return { said: say.ended(endedOn, counts, isCarried), people, isOpen: !isCarried || Object.keys(people).length > 0 };
}
