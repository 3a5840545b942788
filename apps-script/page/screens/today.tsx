import { ALL_TITLE } from "../../domain/rules/actions";
import { todayView } from "../../domain/views/today";
import { menuTitles } from "../../domain/wording/actions";
import { proposeRule, proposeUndo } from "../deciding/proposal";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { timeOf } from "../report/time-of";
import { preview } from "../steps/preview";
import { INTAKE_TITLE, SEND_TITLE } from "../wording/files-screen";
import { withBlanks } from "../wording/in-a-line";
import * as say from "../wording/screens";
import { TodayLine } from "./today-line";

/** 今天: what the day asks for, most urgent first, and 全部执行. */
export function TodayScreen({ desk }: { readonly desk: Desk }) {
  const { book } = desk;
  const question = { clerk: book.clerk ?? "", since: null };
  const { lines, open, blocking, lastRun, lastAll, today } = book.view(todayView, question);
  const back = (): void => desk.showScreen("today");
  const all = (): void => preview(desk, () => proposeRule(book, "all"), { back });
  const undo = (): void => preview(desk, () => proposeUndo(book, null), { back });
  return (
    <>
      <p>{withBlanks([today, say.openTodo(open, blocking), say.lastAll(lastAll && timeOf(lastAll))])}</p>
      <p class="doings">
        <Button text={ALL_TITLE} press={all} kind="main" />
        <FileButtons desk={desk} />
        {lastRun === null ? null : <Button text={menuTitles.undo} press={undo} />}
      </p>
      {lastRun === null ? null : <p class="hint">{say.lastRun(lastRun.id, lastRun.action ?? "", timeOf(lastRun.time ?? ""))}</p>}
      {lines.length === 0 && !book.isBringingUp ? <p>{say.nothingToday}</p> : null}
      <ol class="notes">
        {lines.map((line) => (
          <TodayLine key={line.todo.join(" ")} desk={desk} line={line} />
        ))}
      </ol>
    </>
  );
}

/** Where the page can read and write files. */
function FileButtons({ desk }: { readonly desk: Desk }) {
  const { files } = desk;
  if (!files) return null;
  return (
    <>
      <Button text={INTAKE_TITLE} press={() => desk.showScreen(files.screen.id)} />
      <Button text={SEND_TITLE} press={() => files.sendTo(desk, null)} />
    </>
  );
}
