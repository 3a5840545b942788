import { groupedBy } from "../../domain/snapshot/grouped-by";
import type { TodoLine } from "../../domain/views/lines";
import type { UnitReminders } from "../../domain/views/reminders";
import { placeOfTodo } from "../book/places";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { CopyButton } from "../parts/copy-button";
import { PlaceLink } from "../parts/place-link";
import { withCommas, withDots } from "../wording/in-a-line";
import * as say from "../wording/reminders-screen";

interface UnitPartProps {
  readonly desk: Desk;
  readonly unit: UnitReminders;
  readonly isTicked: (line: TodoLine) => boolean;
  readonly tick: (lines: readonly TodoLine[], isOn: boolean) => void;
}

/** What is asked of one unit: by person, each matter with a tick. */
export function UnitPart({ desk, unit: { unit, contact, phone, lines, text }, isTicked, tick }: UnitPartProps) {
  const title = say.unitTitle(unit, lines.length);
  const people = groupedBy(lines, ({ subject, people: keys }) => subject ?? keys.join());
  return (
    <section aria-label={title}>
      <h3>{withCommas([title, contact, phone])}</h3>
      <p class="doings">
        <Button
          text={say.TICK_UNIT}
          label={`${say.TICK_UNIT} ${unit ?? say.NOBODYS}`}
          kind="small"
          press={() => tick(lines, !lines.every(isTicked))}
        />
        {text === null ? null : (
          <span class="text">
            {say.COPY_UNIT} <CopyButton text={text} title={`${say.COPY_UNIT} ${unit ?? say.NOBODYS}`} />
          </span>
        )}
      </p>
      <ol class="notes">
        {[...people.values()].flat().map((line) => (
          <Line key={line.id} desk={desk} line={line} isOn={isTicked(line)} set={(isOn) => tick([line], isOn)} />
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  readonly desk: Desk;
  readonly line: TodoLine;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
}

function Line({ desk, line, isOn, set }: LineProps) {
  const { id, subject, rule, content, due, daysLeft, whose, phone, text, told } = line;
  const whom = withCommas([subject, rule, id]);
  return (
    <li>
      <label class="tick">
        <input
          type="checkbox"
          checked={isOn}
          aria-label={say.tick(whom)}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
        {withCommas([subject, rule, say.until(due, daysLeft), whose, phone])}
      </label>
      <span class="advice">{withDots([content, told])}</span>
      <PlaceLink desk={desk} place={placeOfTodo(desk.book.snapshot, line)} of={whom} />
      {text === null ? null : (
        <span class="text">
          {text} <CopyButton text={text} title={say.copyOf(whom)} />
        </span>
      )}
    </li>
  );
}
