import { fileOfSource } from "../../domain/merge/returned/conflict-book";
import { settle } from "../../domain/operations/cells/settle";
import type { RawInput } from "../../domain/operations/inputs/read-input";
import { CONFLICTS } from "../../domain/schema/tables";
import type { ConflictLine, UnitView } from "../../domain/views/unit";
import { keepsOurs, takesTheirs } from "../../domain/wording/exchange";
import { proposeForm } from "../deciding/proposal";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { PlaceLink } from "../parts/place-link";
import { TableHead } from "../parts/table-head";
import { preview } from "../steps/preview";
import { choiceName } from "../wording/report";
import * as say from "../wording/unit-screen";

interface UnitConflictsProps {
  readonly desk: Desk;
  readonly view: UnitView;
}

type Side = "ours" | "theirs";

const SIDES: readonly Side[] = ["ours", "theirs"];
const WORDS: Readonly<Record<Side, string>> = { ours: keepsOurs, theirs: takesTheirs };

/** Cells that both sides changed, side by side; a button a side settles one through its preview, or all of the unit's. */
export function UnitConflicts({ desk, view: { name, conflicts } }: UnitConflictsProps) {
  if (conflicts.length === 0) return null;
  const choose = (given: RawInput, side: Side): void =>
    preview(desk, () => proposeForm(desk.book, settle, { ...given, side: [WORDS[side]] }), {
      back: () => desk.showScreen("unit"),
    });
  return (
    <section aria-label={say.conflictsTitle}>
      <h3>{say.conflictsTitle}</h3>
      <p class="hint">{say.conflictsCount(conflicts.length)}</p>
      <p class="doings">
        {SIDES.map((side) => (
          <Button
            key={side}
            text={say.allTo(WORDS[side], conflicts.length)}
            press={() => choose({ unit: [name] }, side)}
            kind="small"
          />
        ))}
      </p>
      <table class="stacked">
        <TableHead
          headers={[
            say.whoTitle,
            say.columnOf,
            columns.base.title,
            columns.ours.title,
            columns.theirs.title,
            columns.source.title,
          ]}
        />
        <tbody>
          {conflicts.map((conflict) => (
            <ConflictRow key={conflict.key} desk={desk} conflict={conflict} choose={choose} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const { columns } = CONFLICTS;

interface ConflictRowProps {
  readonly desk: Desk;
  readonly conflict: ConflictLine;
  readonly choose: (given: RawInput, side: Side) => void;
}

function ConflictRow({ desk, conflict, choose }: ConflictRowProps) {
  const { enrolment, name, column, base, source } = conflict;
  const who = enrolment === null || name === null ? (name ?? enrolment ?? "") : choiceName(name, enrolment);
  const given = placeOf(conflict);
  return (
    <tr>
      <th scope="row">
        {who}{" "}
        <PlaceLink desk={desk} place={{ table: "conflicts", row: conflict.key, column: "choice" }} of={`${who} ${column}`} />
      </th>
      <td data-title={say.columnOf}>{column}</td>
      <td data-title={columns.base.title}>{base ?? say.emptyValue}</td>
      {SIDES.map((side) => {
        const value = conflict[side] ?? say.emptyValue;
        return (
          <td key={side} data-title={columns[side].title}>
            {value}{" "}
            {given === null ? null : (
              <Button
                text={say.choose(WORDS[side])}
                label={say.chooseLabel(WORDS[side], who, column ?? "", value)}
                press={() => choose(given, side)}
                kind="small"
              />
            )}
          </td>
        );
      })}
      <td data-title={columns.source.title}>{source && fileOfSource(source)}</td>
    </tr>
  );
}

/** What names this conflict alone; null where the row does not say whose it is: no name at all would mean all of them. */
function placeOf({ enrolment, column, source }: ConflictLine): RawInput | null {
  if (enrolment === null || column === null) return null;
  return { people: [enrolment], columns: [column], ...(source === null ? {} : { source: [source] }) };
}
