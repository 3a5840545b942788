import type { PersonLine } from "../../domain/views/lines";
import { Button } from "../parts/button";
import { withCommas } from "../wording/in-a-line";
import * as say from "../wording/screens";

interface PersonListProps {
  readonly people: readonly PersonLine[];
  readonly choose: (key: string) => void;
}

/** People to choose from, a button each. */
export function PersonList({ people, choose }: PersonListProps) {
  return (
    <ul class="people">
      {people.map((person) => (
        <li key={person.key}>
          <Button text={lineOf(person)} press={() => choose(person.key)} kind="small" />
        </li>
      ))}
    </ul>
  );
}

function lineOf({ key, name, unit, ending, post, kind, class: className, light, progress, refusal }: PersonLine): string {
  return withCommas([name ?? key, unit, post, kind, say.endingIs(ending), className, light, progress, say.refusedFor(refusal)]);
}
