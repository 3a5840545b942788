import { optional } from "../../operations/inputs/field";
import * as field from "../../operations/inputs/fields";
import type { TrainingClass } from "../../plan/training-class";
import type { Context, Settings } from "../../rules/context";
import { CLASS_KIND } from "../../schema/allowed";
import { groupedBy } from "../../snapshot/grouped-by";
import type { Snapshot } from "../../snapshot/snapshot";
import * as say from "../../wording/printed";
import * as words from "../../wording/printed-units";
import { classPeople, type Listed } from "../everybody";
import { shownUnit } from "../question-fields";
import { definePaper } from "./define-paper";
import { resultColumn, scoreColumn } from "./exam-columns";
import { ON_CLASS, paperOfClass, sortedOut } from "./of-class";
import { ON_UNIT, unitReader } from "./of-unit";
import type { Part } from "./paper";
import { byHand, dayColumn, ordinal, type PersonColumn, peopleTable, SIGNED_ROW, textColumn } from "./people-table";
import { tookPart } from "./took-part";

const COLUMNS: readonly PersonColumn[] = [
  ordinal,
  textColumn("name", 30),
  textColumn("post", 40),
  dayColumn("examOn", 26),
  scoreColumn,
  { ...resultColumn, title: words.unitRecord.result, width: 20 },
  byHand(words.unitRecord.signs, 48),
];

/** 单位培训档案: what a unit keeps of a class, signed by its trainees: days, content, hours, who took part, and the result. */
export const unitRecord = definePaper({
  id: "unit-record",
  title: words.unitRecord.title,
  about: words.unitRecord.about,
  question: { class: optional(field.trainingClass(ON_CLASS)), unit: optional(shownUnit(ON_UNIT)) },
  make: (snapshot, context, { class: name, unit }) => {
    const asked = classPeople(snapshot).classes.classes.filter((one) => name === null || one.name === name);
    const records = asked.flatMap((one) => recordsOf(snapshot, context, one.name, unit));
    const parts = records.flatMap(({ sheets }) => sheets.map((sheet) => partOf(sheet, nameOf(sheet, name, unit), context)));
    return {
      name: words.nameOf([name, unit], words.unitRecord.title),
      look: "portrait",
      people: records.reduce((sum, { people }) => sum + people, 0),
      leftOut: records.flatMap(({ leftOut }) => leftOut),
      parts: parts.length > 0 ? parts : [partOf({ unit, one: null, people: [] }, words.unitRecord.title, context)],
    };
  },
});

/** What one unit gets of one class. */
interface Sheet {
  readonly unit: string | null;
  readonly one: TrainingClass | null;
  readonly people: readonly Listed[];
}

function recordsOf(snapshot: Snapshot, context: Context, name: string, unit: string | null) {
  const { unitOf, isOf } = unitReader(snapshot);
  const { one, people, withdrawn } = paperOfClass(snapshot, context, name, isOf(unit));
  // Of a unit, too, whether the class is over is told by all of it.
  const whyAway = tookPart(classPeople(snapshot).of(one));
  const { listed, leftOut } = sortedOut(people, ({ row }) => whyAway(row));
  const sheets = [...groupedBy(listed, unitOf)].map(([of, own]): Sheet => ({ unit: of, one, people: own }));
  return { sheets, people: listed.length, leftOut: [...withdrawn, ...leftOut] };
}

/** By what tells it from the others. */
function nameOf({ unit, one }: Sheet, className: string | null, asked: string | null): string {
  if (className !== null) return unit ?? "";
  return asked === null ? `${one?.name}-${unit}` : (one?.name ?? "");
}

function partOf({ unit, one, people }: Sheet, name: string, { settings }: Context): Part {
  const { title, signs: _signs, ...labels } = words.unitRecord;
  const { hours, content } = taught(one, settings);
  const taughtThen = { label: labels.content, value: content };
  return {
    name,
    title,
    facts: [
      { label: labels.unit, value: unit },
      { label: labels.class, value: one?.name ?? null },
      { label: labels.days, value: one === null ? null : say.daysOf(one.studyFrom, one.studyTo) },
      { label: labels.hours, value: hours },
      { label: say.place, value: one?.place ?? null },
      { label: labels.centre, value: settings.centreName },
      ...(content === null ? [] : [taughtThen]),
    ],
    blocks: [
      // A line as long as the page to write on.
      ...(content === null ? [{ kind: "facts", across: 1, facts: [taughtThen] } as const] : []),
      peopleTable(COLUMNS, people, SIGNED_ROW),
      { kind: "facts", across: 2, facts: labels.below.map((label) => ({ label, value: null })) },
    ],
  };
}

/** As 设置 says it; what it does not say is written by hand, and never worked out from the days. */
function taught(one: TrainingClass | null, settings: Settings) {
  if (one === null) return { hours: null, content: null };
  const { initialHours, retrainingHours, initialContent, retrainingContent } = settings;
  return one.kind === CLASS_KIND.initial
    ? { hours: initialHours, content: initialContent }
    : { hours: retrainingHours, content: retrainingContent };
}
