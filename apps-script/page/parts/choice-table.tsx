import { useState } from "preact/hooks";
import type { Choice } from "../report/view";
import * as say from "../wording/report";
import { Button } from "./button";
import { TableHead } from "./table-head";

/** Of more people one can be looked for. */
const SHOWN = 200;

export interface ChoiceTicks {
  isTicked(key: string): boolean;
  set(keys: readonly string[], isTicked: boolean): void;
}

interface ChoiceTableProps {
  readonly lines: readonly Choice[];
  readonly ticks: ChoiceTicks;
}

/** Who is decided about, a tick each: whose tick is taken away is left out. */
export function ChoiceTable({ lines, ticks }: ChoiceTableProps) {
  const [sought, seek] = useState("");
  const found = lines.filter(({ key, name, unit }) => `${name} ${key} ${unit}`.includes(sought.trim()));
  const shown = found.slice(0, SHOWN);
  const ticked = lines.filter(({ key }) => ticks.isTicked(key)).length;
  const setAll = (isTicked: boolean) => (): void =>
    ticks.set(
      found.map(({ key }) => key),
      isTicked,
    );
  return (
    <section aria-label={say.choicesTitle}>
      <h3>{say.choicesTitle}</h3>
      <p class="hint">{say.choicesHint}</p>
      {lines.length > SHOWN ? (
        <label>
          {say.seekChoice}
          <input type="search" value={sought} onInput={({ currentTarget }) => seek(currentTarget.value)} />
        </label>
      ) : null}
      <p class="counts">
        <span role="status">{say.tickedOf(ticked, lines.length)}</span>
        <Button text={say.tickAll} press={setAll(true)} kind="small" />
        <Button text={say.tickNone} press={setAll(false)} kind="small" />
      </p>
      <table class="stacked choices" aria-label={say.choicesTitle}>
        <TableHead headers={say.choiceHeaders} />
        <tbody>
          {shown.map((line) => (
            <ChoiceRow key={line.key} line={line} ticks={ticks} />
          ))}
        </tbody>
      </table>
      {found.length > shown.length ? <p class="hint">{say.moreChoices(found.length - shown.length)}</p> : null}
    </section>
  );
}

function ChoiceRow({ line: { key, name, unit, what }, ticks }: { readonly line: Choice; readonly ticks: ChoiceTicks }) {
  const isTicked = ticks.isTicked(key);
  const [, nameHeader, unitHeader, whatHeader] = say.choiceHeaders;
  return (
    <tr class={isTicked ? undefined : "left-out"}>
      <td class="choice">
        <input
          type="checkbox"
          aria-label={say.tickFor(name, key)}
          checked={isTicked}
          onChange={({ currentTarget }) => ticks.set([key], currentTarget.checked)}
        />
      </td>
      <th scope="row" data-title={nameHeader}>
        {say.choiceName(name, key)}
      </th>
      <td data-title={unitHeader}>{unit}</td>
      <td data-title={whatHeader}>{isTicked ? what : say.leftOut}</td>
    </tr>
  );
}
