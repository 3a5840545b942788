import type { Arrival } from "../check-in/arrival";
import type { DeskState } from "../check-in/desk-state";
import type { Stuck, Taken } from "../check-in/queue";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { isTakenBack, lastToTakeBack, takeBackLast } from "../steps/take-back";
import * as say from "../wording/desk-screen";

interface DeskQueueProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly draw: () => void;
}

const SHOWN = 3;

/** Who is being written, who was not taken and why, who was taken last. */
export function DeskQueue({ desk, state, draw }: DeskQueueProps) {
  const { queue } = state;
  const { waiting, sending, stuck, isHalted } = queue;
  const last = lastToTakeBack(desk, state);
  const again = ({ arrival }: Stuck): void => {
    state.lookAgain(arrival);
    draw();
  };
  return (
    <section aria-label={say.QUEUE_LABEL} class="queue">
      <div role="status">
        {sending.length > 0 ? <p>{say.writing(namesOf(sending))}</p> : null}
        {waiting.length > 0 ? <p>{say.waitingFor(namesOf(waiting))}</p> : null}
      </div>
      {isHalted ? (
        <div class="notice" role="alert">
          <p>{say.HALTED}</p>
          <Button text={say.GO_ON} press={() => queue.goOn()} kind="main" />
        </div>
      ) : null}
      {stuck.map((one) => (
        <div key={one.arrival.key} class="notice" role="alert">
          <p>{say.notTaken(one.arrival.name, one.sentence)}</p>
          <p class="doings">
            <Button text={say.LOOK_AGAIN} label={say.ofPerson(say.LOOK_AGAIN, one.arrival.name)} press={() => again(one)} />
            <Button text={say.DROP} label={say.ofPerson(say.DROP, one.arrival.name)} press={() => queue.drop(one.arrival.key)} />
          </p>
        </div>
      ))}
      {last === null ? null : (
        <Button text={say.takeBack(last.names, last.run)} press={() => takeBackLast(desk, state)} hint={say.TAKE_BACK_KEY} />
      )}
      <ol class="notes">
        {queue.taken.slice(0, SHOWN).map((taken) => (
          <TakenLine key={taken.run} taken={taken} isUndone={isTakenBack(desk, taken.run)} />
        ))}
      </ol>
    </section>
  );
}

function TakenLine({ taken: { run, arrivals, told }, isUndone }: { readonly taken: Taken; readonly isUndone: boolean }) {
  const text = arrivals.map(({ key, name }) => told[key] ?? name).join("；");
  return (
    <li>
      <span class="tag">{run}</span>
      {isUndone ? <span class="tag warning">{say.undoneTag}</span> : null}
      {isUndone ? <s>{text}</s> : text}
    </li>
  );
}

const namesOf = (arrivals: readonly Arrival[]): string[] => arrivals.map(({ name }) => name);
