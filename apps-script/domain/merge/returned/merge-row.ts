import { titleOfColumn, UNIT_COLUMNS, type UnitColumn, type UnitValues } from "../../schema/unit-columns";
import { textOf, type Value } from "../../snapshot/value";
import type { StaffSentence, UnitSentence } from "../../wording/audience";
import * as say from "../../wording/exchange";
import { idUnusable } from "../../wording/import";
import type { IncomingCell, IncomingRow } from "../incoming";
import { isUnread } from "../read-cell";
import { mergeLine, type SameValue } from "../three-way";
import { isLeftOf } from "./damaged-id";

/** What is to become of a cell of a unit column that the unit filled in. */
export interface CellFate {
  readonly column: UnitColumn;
  readonly cell: IncomingCell;
  readonly end: "applied" | "equal" | "kept" | "conflict" | "refused";
  /** What the cell stands for: `null` for 清空. */
  readonly theirs: Value;
  readonly ours: Value;
  readonly base: Value;
  readonly reason: StaffSentence | null;
  /** The reason as the unit may read it. */
  readonly told: UnitSentence | null;
}

/** A row of the file against one enrolment. Nothing is written yet. */
export interface MergedRow {
  readonly fates: readonly CellFate[];
  /** What is agreed from now on: theirs, taken and refused alike; blank cells stay what they were. */
  readonly agreed: UnitValues;
}

export interface RowLaw {
  readonly same: SameValue;
  readonly groups: readonly (readonly number[])[];
}

/** Cells whose change says that the row may be somebody else's, or another unit's: never taken unasked. */
const ASKED: readonly UnitColumn[] = ["idNumber", "unit"];
const NEVER_EMPTY: readonly UnitColumn[] = ["name", "idNumber"];

const NO_REASON = { reason: null, told: null } as const;

interface Offer {
  readonly cell: IncomingCell;
  readonly theirs: Value;
  readonly refusal: UnitSentence | null;
}

/** @param isOwn whether the enrolment is the sender's own, so that it may read what 名册 says of it */
export function mergeRow(row: IncomingRow, base: UnitValues | null, ours: UnitValues, law: RowLaw, isOwn = false): MergedRow {
  const offers = UNIT_COLUMNS.map((column, place): Offer | null => {
    const cell = row.cells.get(column);
    return cell?.isOwn
      ? (untouchedOffer(column, place, cell, base ?? ours, law) ?? offerOf(row, column, cell, base ?? ours))
      : null;
  });
  const oursLine = UNIT_COLUMNS.map((column) => ours[column]);
  const baseLine = base ? UNIT_COLUMNS.map((column) => base[column]) : undefined;
  const theirsLine = UNIT_COLUMNS.map((column, place) => {
    const offer = offers[place];
    return offer && offer.refusal === null ? offer.theirs : baseLine ? (baseLine[place] ?? null) : ours[column];
  });
  const ends = mergeLine(baseLine, oursLine, theirsLine, law);
  const agreed: Record<string, Value> = {};
  const fates: CellFate[] = [];
  UNIT_COLUMNS.forEach((column, place) => {
    const theirs = theirsLine[place] ?? null;
    // What was agreed stays spelled as it was, so that a file merely saved by another program advances nothing.
    agreed[column] = base && law.same(theirs, base[column], place) ? base[column] : theirs;
    const offer = offers[place];
    if (!offer) return;
    const sides: Sides = { ours: ours[column], hasBase: base !== null, isOwn };
    const { end, ...reasons } = judged(column, offer, ends[place] ?? "equal", sides);
    if (end === "refused") agreed[column] = base ? base[column] : ours[column];
    fates.push({
      column,
      cell: offer.cell,
      end,
      theirs: offer.theirs,
      ours: ours[column],
      base: base?.[column] ?? null,
      ...reasons,
    });
  });
  return { fates, agreed: agreed as unknown as UnitValues };
}

/** A cell that says what it was sent with is left alone, also where its words would mean something else (同上, 清空, #N/A). */
function untouchedOffer(
  column: UnitColumn,
  place: number,
  cell: IncomingCell,
  known: UnitValues,
  { same }: RowLaw,
): Offer | null {
  const sent = known[column];
  const isUntouched = sent !== null && same(cell.written, sent, place);
  return isUntouched ? { cell, theirs: sent, refusal: null } : null;
}

function offerOf(row: IncomingRow, column: UnitColumn, cell: IncomingCell, known: UnitValues): Offer {
  const title = titleOfColumn(column);
  const refused = (refusal: UnitSentence): Offer => ({ cell, theirs: null, refusal });
  if (cell.clears || textOf(cell.raw) === say.clearWord)
    return NEVER_EMPTY.includes(column) ? refused(say.cannotClear(title)) : { cell, theirs: null, refusal: null };
  if (cell.unusable !== undefined) return refused(cell.unusable);
  // A whole column of such numbers is no column that was changed: each stands for the id that was sent.
  if (column === "idNumber" && isLeftOf(cell.raw, known.idNumber))
    return { cell, theirs: known.idNumber, refusal: say.idDamagedKept() };
  if (column === "idNumber" && row.person === null) return refused(cell.problems[0]?.message ?? idUnusable());
  if (textOf(cell.value).includes("\ufffd")) return refused(say.lostCharacter());
  // Marks that stand for nothing ("—") are blank: they keep what was agreed.
  return { cell, theirs: cell.value ?? known[column], refusal: null };
}

const QUIET = { equal: { end: "equal", ...NO_REASON }, kept: { end: "kept", ...NO_REASON } } as const;

interface Sides {
  readonly ours: Value;
  readonly hasBase: boolean;
  readonly isOwn: boolean;
}

/** What the ends of the law come to where the offer itself is in doubt, or must not be taken unasked. */
function judged(
  column: UnitColumn,
  { cell, theirs, refusal }: Offer,
  end: CellFate["end"],
  sides: Sides,
): Pick<CellFate, "end" | "reason" | "told"> {
  const { ours, isOwn } = sides;
  if (refusal !== null) return { end: "refused", reason: refusal, told: refusal };
  if (end === "equal" || end === "kept") return QUIET[end];
  const unread = cell.problems.find(isUnread);
  if (unread && ours !== null) return { end: "refused", reason: unread.message, told: unread.message };
  if (end === "applied" && !(ASKED.includes(column) && ours !== null)) return { end, ...NO_REASON };
  const title = titleOfColumn(column);
  const reason = conflictReason(end, title, cell.clears ? say.clearWord : textOf(theirs), sides);
  return { end: "conflict", reason, told: isOwn ? reason : say.conflictUntold(title) };
}

function conflictReason(end: CellFate["end"], title: string, theirs: string, { ours, hasBase }: Sides): UnitSentence {
  const known = textOf(ours);
  if (title === titleOfColumn("idNumber")) return say.idCorrected(known, theirs);
  if (end === "applied") return say.unitChanged(known, theirs);
  return hasBase ? say.conflictAt(title, known, theirs) : say.conflictWithoutBase(title, known, theirs);
}
