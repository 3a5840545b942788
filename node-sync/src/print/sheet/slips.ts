import type { Style } from "exceljs";
import type { Slip, SlipsBlock } from "../../../../apps-script/domain/views/papers/paper";
import { labelOf, nothingToShow } from "../../../../apps-script/domain/wording/drawn-paper";
import { GUTTER, shares } from "./edges";
import { cellLook, cutAlong, LABEL, NOTE, type Side, SLIP_LABEL, TEXT } from "./looks";
import { heightOf } from "./measures";
import type { SheetWriter, Span } from "./sheet-writer";

/** As low as leaves three receipts to a page. */
const [TITLE_LINE, LINE, BETWEEN] = [8, 5.8, 2.5];

interface Place {
  readonly whole: Span;
  readonly label: Span;
  readonly value: Span;
}

/** Slips side by side with a dashed line around each; a row of slips that would be cut in two begins the next page. */
export function writeSlips(out: SheetWriter, { slips, across }: SlipsBlock, width: number, page = PAGE): void {
  if (slips.length === 0) {
    out.next(LINE);
    out.put(out.whole, nothingToShow, TEXT);
    return;
  }
  const places = shares(across, width, GUTTER).map(([left, right]): Place => {
    const whole = out.between(left, right);
    const label = out.between(left, left + (right - left) * 0.36);
    return { whole, label, value: { first: Math.min(label.last + 1, whole.last), last: whole.last } };
  });
  let top = 0;
  for (let first = 0; first < slips.length; first += across) {
    const side = slips.slice(first, first + across);
    const before = { row: out.row, height: out.height };
    writeSide(out, side, places);
    if (out.height - top > page && before.row > 0) {
      out.sheet.getRow(before.row).addPageBreak();
      top = before.height;
    }
  }
}

/** Mm of a page held upright that slips may fill. */
const PAGE = 264;

function writeSide(out: SheetWriter, slips: readonly Slip[], places: readonly Place[]): void {
  const facts = Math.max(...slips.map((slip) => slip.facts.length));
  const hasNote = slips.some(({ note }) => note !== null);
  const each = (write: (slip: Slip, place: Place) => void): void => {
    slips.forEach((slip, at) => {
      const place = places[at];
      if (place) write(slip, place);
    });
  };
  out.next(TITLE_LINE);
  each(({ title }, { whole }) =>
    put(out, whole, title, { ...LABEL, alignment: { ...LABEL.alignment, horizontal: "center" } }, ["top", "left", "right"]),
  );
  for (let at = 0; at < facts; at += 1) {
    const isLast = at === facts - 1 && !hasNote;
    const below: readonly Side[] = isLast ? ["bottom"] : [];
    out.next(LINE);
    each(({ facts: own }, { label, value }) => {
      const fact = own[at];
      const kind = fact?.kind ?? "text";
      const look = { ...cellLook({ kind, align: "left" }, fact?.value ?? null), border: {} };
      put(out, label, fact ? labelOf(fact.label) : null, SLIP_LABEL, ["left", ...below]);
      put(out, value, fact?.value ?? null, look, ["right", ...below], fact?.value === null);
    });
  }
  if (hasNote) {
    out.next(LINE);
    each(({ note }, { whole }) => put(out, whole, note, NOTE, ["left", "right", "bottom"]));
  }
  out.next(BETWEEN);
}

function put(
  out: SheetWriter,
  span: Span,
  value: Slip["facts"][number]["value"],
  look: Partial<Style>,
  cut: readonly Side[],
  isWritten = false,
): void {
  out.put(span, value, look);
  const { row, sheet } = out;
  for (let column = span.first; column <= span.last; column += 1) {
    const isInner = (side: Side): boolean =>
      (side === "left" && column !== span.first) || (side === "right" && column !== span.last);
    // Merged cells share the style of the first, so each gets one of its own.
    sheet.getCell(row, column).style = {
      ...look,
      border: cutAlong(
        cut.filter((side) => !isInner(side)),
        isWritten,
      ),
    };
  }
  if (typeof value === "string" && look.alignment?.wrapText === true) out.grow(heightOf(value, out.widthOf(span)));
}
