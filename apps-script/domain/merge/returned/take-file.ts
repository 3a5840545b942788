import { readOlderRowId } from "../../exchange/row-id";
import { shownName } from "../../people/canonical";
import { hasEnded } from "../../rules/standing";
import type { UnitValues } from "../../schema/unit-columns";
import { textOf } from "../../snapshot/value";
import { joinedForStaff } from "../../wording/audience";
import * as say from "../../wording/exchange";
import { placed } from "../../wording/import";
import { noteUnseen } from "../list-notes";
import type { Draft } from "../roster-book";
import { agreeOn } from "./agree";
import { Ending, type ReturnedFile, type TakenReturned } from "./ending";
import { questionOf, shiftedStop } from "./guards";
import { type Identified, identify } from "./identify";
import { type ReturnedIntake, receiptKey } from "./intake";
import { type Line, type Lineage, lineageOf, nearestGeneration } from "./lineage";
import { type MergedRow, mergeRow } from "./merge-row";
import { contentFingerprint, type ReadRow, readRows } from "./read-rows";
import type { IncomingFile, ReturnedMarks } from "./recognise";
import type { Remark, Resolved } from "./resolve";
import { enrolmentOf, isSendersOwn, type ReadMark } from "./row-identity";
import { Taking } from "./taking";

export function readReturned(file: IncomingFile, marks: ReturnedMarks, today: string): ReturnedFile {
  const rows = marks.lists.flatMap((list) => readRows(list, today));
  return { file, marks, rows, fingerprint: contentFingerprint(rows) };
}

/** Takes in one file of ours, or nothing of it. */
export function takeReturned(returned: ReturnedFile, resolved: Resolved, intake: ReturnedIntake): TakenReturned {
  const { rows } = returned;
  const { exchange } = resolved;
  const markOf = markReader(resolved, intake);
  const lines = { bases: intake.bases, exchange, markOf, same: intake.law.same };
  const generation = resolved.isGuessed ? guessedGeneration(returned, lines, intake) : resolved.generation;
  const unit = resolved.unit ?? unitByRows(returned, lines, intake);
  const head = { file: returned.file.file, fingerprint: returned.fingerprint, exchange, unit, generation };
  const taking = new Taking(head, intake);
  const ending = new Ending(returned, taking, head);
  const time = intake.received.get(receiptKey(exchange, generation, returned.fingerprint));
  if (time !== undefined) return ending.repeated(time);
  noteUnseen(returned.file, taking.findings);
  const lineage = lineageOf(rows, lines, generation);
  for (const remark of [...resolved.remarks, ...remarksOf(resolved, generation, lineage, intake)]) ending.remark(remark);
  const people = generation === null ? [] : intake.bases.peopleOf(exchange, generation);
  const agreed = new Map(
    people.flatMap((one): [string, UnitValues][] => {
      const base = lineage.baseOf(one);
      return base ? [[one, base.values]] : [];
    }),
  );
  const task = {
    exchange,
    markOf,
    unit,
    agreed,
    book: intake.book,
    units: intake.units,
    unitOf: intake.exchanges.unitOf,
  };
  const identified = identify(rows, task);
  const shifted = shiftedStop(identified.shifted);
  if (shifted) return ending.stopped(shifted);
  const merged = mergedRows(identified, unit, lineage, intake);
  const sent = people.flatMap((one) => present(intake.book.draftOf(one), unit, intake));
  const missing = sent.filter(({ id }) => !identified.served.has(id));
  const based = [...merged].flatMap(([read, { fates }]) => (baseFor(identified, read, lineage) ? [fates] : []));
  const shape = { sent: sent.length, missing: missing.length, rows: rows.length, merged: based };
  const question = intake.force ? null : questionOf(shape, intake.law.same);
  if (question) return ending.stopped(question);
  for (const read of rows) takeRow(read, identified, merged, lineage, taking, intake);
  for (const draft of missing) raiseMissing(draft, unit, head.file, intake);
  if (missing.length > 0) {
    const names = missing.map(({ id, values }) => `${shownName(textOf(values.name))}（${id}）`);
    ending.remark({ code: "E17", message: say.missingPeople(names) });
  }
  intake.received.set(receiptKey(exchange, generation, returned.fingerprint), say.justNow);
  agreeOn(taking, head, intake);
  return ending.taken(missing.length);
}

/** The one for which the very content was received already, else the nearest. */
function guessedGeneration({ rows, fingerprint }: ReturnedFile, lines: Line, { bases, received }: ReturnedIntake): number | null {
  const { exchange } = lines;
  const known = bases.sentGenerations(exchange).find((one) => received.has(receiptKey(exchange, one, fingerprint)));
  return known ?? nearestGeneration(rows, lines);
}

function takeRow(
  read: ReadRow,
  { identities }: Identified,
  merged: ReadonlyMap<ReadRow, MergedRow>,
  lineage: Lineage,
  taking: Taking,
  { todo }: ReturnedIntake,
): void {
  const identity = identities.get(read);
  const row = merged.get(read);
  if (identity?.kind === "known" && row) {
    taking.known(read, identity.draft, identity.isByKey, row, lineage.baseOf(identity.draft.id));
  } else if (identity?.kind === "new") taking.enrol(read, identity.person, identity.others);
  else if (identity?.kind === "refused") {
    taking.refuse(read, identity);
    const { transfer } = identity;
    if (!transfer) return;
    const { name, unit, mobile } = transfer.values;
    const subject = [shownName(textOf(name)), transfer.id].filter((text) => text !== "").join(" ");
    const content = joinedForStaff(identity.refusals.map(({ message }) => message));
    todo.raise({
      code: "I10",
      severity: "警告",
      about: [transfer.id, read.row.person ?? ""],
      subject,
      unit: textOf(unit) || null,
      phone: mobile,
      content,
    });
  }
}

function mergedRows(
  { identities }: Identified,
  unit: string | null,
  lineage: Lineage,
  { law, units }: ReturnedIntake,
): Map<ReadRow, MergedRow> {
  const merged = new Map<ReadRow, MergedRow>();
  for (const [marked, identity] of identities) {
    if (identity.kind !== "known") continue;
    const { id, values } = identity.draft;
    const isOwn = isSendersOwn({ unit, units }, identity.draft);
    merged.set(marked as ReadRow, mergeRow(marked.row, lineage.baseOf(id)?.values ?? null, values, law, isOwn));
  }
  return merged;
}

function baseFor({ identities }: Identified, read: ReadRow, lineage: Lineage): boolean {
  const identity = identities.get(read);
  return identity?.kind === "known" && lineage.baseOf(identity.draft.id) !== null;
}

/** People of the unit who still count. */
function present(draft: Draft | null, unit: string | null, { units }: ReturnedIntake): Draft[] {
  if (!draft || (draft.row && hasEnded(draft.row))) return [];
  const home = textOf(draft.values.unit);
  return unit === null || home === "" || units.relation(unit, home) !== "other" ? [draft] : [];
}

function raiseMissing({ id, values }: Draft, unit: string | null, file: string, { todo }: ReturnedIntake): void {
  const name = shownName(textOf(values.name));
  const home = unit ?? textOf(values.unit);
  const content = placed(file, null, null, "", [say.missingPerson(name, id, home)]);
  todo.raise({
    code: "E17",
    about: [id],
    subject: `${name} ${id}`.trim(),
    unit: home || null,
    phone: values.mobile,
    content,
  });
}

/** The ids of a file from before there were seals count under its own exchange, as its hash has shown that it was sent. */
function markReader({ exchange, isOlder }: Resolved, { exchanges: { keyring } }: ReturnedIntake): ReadMark {
  if (!isOlder) return (idText) => keyring.rowOf(idText);
  return (idText) => {
    const enrolment = readOlderRowId(idText, exchange, keyring.workbook);
    return enrolment === null ? keyring.rowOf(idText) : { exchange, enrolment };
  };
}

function unitByRows({ rows }: ReturnedFile, { exchange, markOf }: Line, { book }: ReturnedIntake): string | null {
  for (const row of rows) {
    const enrolment = enrolmentOf(row, exchange, markOf);
    const home = textOf(enrolment === null ? null : book.draftOf(enrolment)?.values.unit);
    if (home !== "") return home;
  }
  return null;
}

function remarksOf(
  resolved: Resolved,
  generation: number | null,
  { reverted }: Lineage,
  { exchanges }: ReturnedIntake,
): Remark[] {
  const { exchange, isGuessed } = resolved;
  const remarks: Remark[] = [];
  if (isGuessed) remarks.push({ code: "E07", message: say.foundByRowIds(exchange, generation) });
  const latest = exchanges.latestSent(exchange);
  if (generation !== null && generation < latest) {
    remarks.push({ code: "E06", message: say.olderGeneration(generation, latest, reverted) });
  } else if (reverted > 0) remarks.push({ code: "E06", message: say.parallelCopy(reverted) });
  return remarks;
}
