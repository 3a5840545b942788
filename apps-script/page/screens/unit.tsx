import { useReducer } from "preact/hooks";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import { unitView } from "../../domain/views/unit";
import { unitNames } from "../../domain/views/unit-names";
import { searched } from "../book/searches";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { FindForm } from "../parts/find-form";
import { TableState } from "../parts/people-table";
import * as say from "../wording/unit-screen";
import { UnitDetails } from "./unit-details";

const SHOWN = 30;

/** What is looked for, and which unit is looked at: kept while something is done about it. */
const looked: { find: string; unit: string | null; readonly table: TableState } = {
  find: "",
  unit: null,
  table: new TableState(),
};

/** 单位: a unit phones or sends a file, and is found by a part of its name; then all between it and the centre. */
export function UnitScreen({ desk }: { readonly desk: Desk }) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const found = looked.find.trim() === "" ? null : unitsFound(desk);
  const choose = (unit: string | null): void => {
    looked.unit = unit;
    looked.table.ticks.clear();
    draw(undefined);
  };
  const type = (find: string): void => {
    looked.find = find;
    choose(null);
  };
  const take = (): void => {
    const [only, ...more] = found ?? [];
    if (only !== undefined && more.length === 0) choose(only);
  };
  return (
    <>
      <FindForm id="find-unit" label={say.FIND_UNIT} hint={say.FIND_UNIT_HINT} find={looked.find} type={type} take={take} />
      {looked.unit === null ? (
        <UnitChoice desk={desk} found={found} choose={choose} />
      ) : (
        <UnitDetails
          desk={desk}
          view={desk.book.view(unitView, { unit: looked.unit })}
          table={looked.table}
          changed={() => draw(undefined)}
        />
      )}
    </>
  );
}

interface UnitChoiceProps {
  readonly desk: Desk;
  /** `null` as long as nothing is typed. */
  readonly found: readonly string[] | null;
  readonly choose: (unit: string) => void;
}

/** The units that are found; before anything is typed, those that wait for a choice. */
function UnitChoice({ desk, found, choose }: UnitChoiceProps) {
  const units = found ?? desk.book.view(unitsWithConflicts, null);
  if (found === null && units.length === 0) return null;
  return (
    <>
      <p role="status">{found === null ? say.WITH_CONFLICTS : say.unitsFound(found.length)}</p>
      <ul class="people">
        {units.map((unit) => (
          <li key={unit}>
            <Button text={unit} press={() => choose(unit)} kind="small" />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A name or alias as it stands in the workbook comes first, then those that hold what is typed. */
function unitsFound({ book }: Desk): readonly string[] {
  const { isKnown, nameFor } = unitNames(book.snapshot);
  const find = looked.find.trim();
  const { units } = book.view(searched, { find, class: null, limit: SHOWN });
  return [...new Set([...(isKnown(find) ? [nameFor(find)] : []), ...units])];
}

function unitsWithConflicts(snapshot: Snapshot): readonly string[] {
  const { nameFor } = unitNames(snapshot);
  return [...new Set(snapshot.conflicts.flatMap(({ unit }) => (unit === null ? [] : [nameFor(unit)])))];
}
