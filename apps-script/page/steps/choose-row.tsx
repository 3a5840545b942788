import { useState } from "preact/hooks";
import { EDITED_TABLES } from "../../domain/operations/cells/cells-field";
import { edit } from "../../domain/operations/cells/edit";
import { TABLES, type Table, type TableName } from "../../domain/schema/index";
import { isKeptByProgram } from "../../domain/schema/settings";
import { SCREEN_TABLES } from "../../domain/serving/reading";
import type { AnyRow } from "../../domain/snapshot/snapshot";
import { textOf } from "../../domain/snapshot/value";
import type { Desk } from "../desk";
import { NOTHING_FILLED } from "../forms/form-state";
import { Button } from "../parts/button";
import { FindForm } from "../parts/find-form";
import { whoIn } from "../report/who";
import * as say from "../wording/forms";
import { withCommas } from "../wording/in-a-line";
import { changeRow } from "./change-row";
import { fillIn } from "./fill-in";
import { wayBack } from "./preview";
import { refusedAsEnded } from "./refused-as-ended";

/** Rows that are listed at once, and columns by which one is known. */
const SHOWN = 30;
const KNOWN_BY = 5;

const CHOSEN_FROM = EDITED_TABLES.filter((table) => SCREEN_TABLES.includes(table) && !(TABLES[table] as Table).hidden);

/** What was looked for last: kept while a row is changed. */
const looked: { table: TableName; find: string } = { table: "plan", find: "" };

/** 手工修改 on the page: a tab, a row of it, and then its columns as fields; cells can be pasted as texts as well. */
export function chooseRow(desk: Desk, leave: (() => void) | null): void {
  if (refusedAsEnded(desk, edit)) return;
  const again = (): void => chooseRow(desk, leave);
  desk.stage.show({
    title: edit.title,
    content: () => <RowChoice desk={desk} again={again} />,
    buttons: [...wayBack(leave), ...desk.closing()],
    refresh: () => desk.stage.tell(),
  });
}

function RowChoice({ desk, again }: { readonly desk: Desk; readonly again: () => void }) {
  const [{ table, find }, draw] = useState({ ...looked });
  const look = (next: Partial<typeof looked>): void => draw({ ...Object.assign(looked, next) });
  const found = rowsFound(desk, table, find);
  const choose = ({ key }: Found): void => changeRow(desk, { table, key }, whoIn(desk.book.snapshot.roster)(key), again);
  const take = (): void => {
    const [only, ...more] = found;
    if (only && more.length === 0) choose(only);
  };
  return (
    <>
      <label for="edited-tab">{say.WHICH_TAB}</label>
      <select
        id="edited-tab"
        value={table}
        onChange={({ currentTarget }) => look({ table: currentTarget.value as TableName, find: "" })}
      >
        {CHOSEN_FROM.map((name) => (
          <option key={name} value={name}>
            {TABLES[name].title}
          </option>
        ))}
      </select>
      <FindForm
        id="edited-row"
        label={say.WHICH_ROW}
        hint={say.WHICH_ROW_HINT}
        find={find}
        type={(text) => look({ find: text })}
        take={take}
      />
      <p role="status">{say.rowsFound(Math.min(found.length, SHOWN), found.length)}</p>
      <ul class="people">
        {found.slice(0, SHOWN).map((row) => (
          <li key={row.key}>
            <Button text={row.named} press={() => choose(row)} kind="small" />
          </li>
        ))}
      </ul>
      <p class="doings">
        <Button text={say.PASTE_CELLS} press={() => fillIn(desk, edit, NOTHING_FILLED, again)} kind="small" />
      </p>
    </>
  );
}

interface Found {
  readonly key: string;
  readonly named: string;
}

/** The rows of a tab in whose first columns a text stands; those that the program keeps are not staff's to change. */
function rowsFound({ book: { snapshot } }: Desk, table: TableName, find: string): readonly Found[] {
  const rows: readonly AnyRow[] = snapshot[table];
  const { columns, key }: Table = TABLES[table];
  const shown = Object.entries(columns).filter(
    ([name, { hidden, secret, personal, owner }]) =>
      !hidden && !secret && !personal && (owner !== "system" || key.includes(name)),
  );
  const who = whoIn(snapshot.roster);
  const words = find.trim().split(/\s+/u);
  return rows.flatMap((row) => {
    if (row.key.startsWith("@") || (table === "settings" && isKeptByProgram(row.key))) return [];
    const values = shown.map(([name]) => textOf(row[name] ?? null)).filter((text) => text !== "");
    const named = withCommas([...new Set(values.slice(0, KNOWN_BY).map(who))]);
    return words.every((word) => named.includes(word)) ? [{ key: row.key, named }] : [];
  });
}
