import { RUN } from "../../domain/schema/allowed";
import { rowWith } from "../../domain/snapshot/by-key";
import type { DeskState } from "../check-in/desk-state";
import { proposeUndo } from "../deciding/proposal";
import type { Desk } from "../desk";
import * as say from "../wording/desk-screen";
import { preview } from "./preview";

/** Who would be taken back: `run` is null of somebody who is not written yet. */
interface Last {
  readonly names: readonly string[];
  readonly run: string | null;
}

/** The last who were taken in at this desk and still are; null where there is nobody. */
export function lastToTakeBack(desk: Desk, { queue }: DeskState): Last | null {
  const waiting = queue.waiting[queue.waiting.length - 1];
  if (waiting) return { names: [waiting.name], run: null };
  const taken = queue.taken.find(({ run }) => !isTakenBack(desk, run));
  return taken ? { names: taken.arrivals.map(({ name }) => name), run: taken.run } : null;
}

export const isTakenBack = ({ book }: Desk, run: string): boolean => rowWith(book.snapshot.runs, run)?.state === RUN.undone;

/** Takes back who was taken in last: out of the queue, or by undoing the run, once it is seen what that does. */
export function takeBackLast(desk: Desk, state: DeskState): void {
  const back = (): void => desk.showScreen("desk");
  const waiting = state.queue.takeBack();
  const last = lastToTakeBack(desk, state);
  if (waiting) state.lookAgain(waiting);
  else if (state.queue.sending.length > 0) state.leave(say.STILL_WRITING);
  else if (last !== null) {
    const name = say.takeBack(last.names, last.run);
    const goOn = (run: string | null): void => {
      state.leave(say.tookBack(last.names, run));
      back();
    };
    return void preview(desk, () => proposeUndo(desk.book, last.run), { back, goOn, name, isKeyed: true });
  }
  back();
}
