import type { Desk } from "../desk";
import { changeRow, isChangeable } from "../steps/change-row";
import * as say from "../wording/screens";
import { Button } from "./button";

interface AnswerTodoProps {
  readonly desk: Desk;
  /** The row of 待办; it may not be written there yet. */
  readonly id: string;
  readonly of: string;
}

/** Leads to the answer of a matter in 待办, such as that it was seen to. */
export function AnswerTodo({ desk, id, of }: AnswerTodoProps) {
  const place = { table: "todo", key: id } as const;
  if (!isChangeable(desk, place)) return null;
  const back = (): void => desk.showScreen(desk.screen ?? "");
  return <Button text={say.ANSWER_TODO} label={say.answerTodo(of)} kind="small" press={() => changeRow(desk, place, of, back)} />;
}
