import { RUN } from "../../domain/schema/allowed";
import { CARRY_TITLE } from "../../domain/wording/next-year";
import type { Desk } from "../desk";
import * as say from "../wording/turn-year";

/** A carry-over that was cut off in this copy is finished before anything of it is shown. Says whether one was. */
export async function finishTurn({ book, stage, opening }: Desk): Promise<boolean> {
  if (opening.home !== "sheet" || !book.isRead) return false;
  const isCutOff = book.snapshot.runs.some(({ action, state }) => action === CARRY_TITLE && state === RUN.pending);
  if (!isCutOff) return false;
  stage.say(say.FINISHING);
  await book.server.call("turn", { step: "finish", decision: null });
  book.expire();
  return true;
}
