import { operationOf } from "../../domain/operations/operation";
import { ALL_TITLE, ruleOf } from "../../domain/rules/actions";
import { todayView } from "../../domain/views/today";
import { menuTitles } from "../../domain/wording/actions";
import { propose, proposeUndo } from "../book/proposal";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { timeOf } from "../report/runs";
import { preview } from "../steps/preview";
import * as say from "../wording/screens";
import { showPerson } from "./person";

/** 今天: what the day asks for, most urgent first, and 全部执行. */
export function TodayScreen({ desk }: { readonly desk: Desk }) {
  const { snapshot, context, clerk } = desk.book;
  const { lines, open, blocking, lastRun, lastAll, today } = todayView(snapshot, context, { clerk: clerk ?? "", since: null });
  const back = (): void => desk.showScreen("today");
  const all = (): void => preview(desk, () => propose(desk.book, operationOf("all", ALL_TITLE, ruleOf("all"))), { back });
  const undo = (): void => preview(desk, () => proposeUndo(desk.book, null), { back });
  return (
    <>
      <p>{say.joined([today, say.openTodo(open, blocking), say.lastAll(lastAll && timeOf(lastAll))])}</p>
      <p class="doings">
        <Button text={ALL_TITLE} press={all} kind="main" />
        {lastRun === null ? null : <Button text={menuTitles.undo} press={undo} />}
      </p>
      {lastRun === null ? null : <p class="hint">{say.lastRun(lastRun.id, lastRun.action ?? "", timeOf(lastRun.time ?? ""))}</p>}
      {lines.length === 0 ? <p>{say.nothingToday}</p> : null}
      <ol class="notes">
        {lines.map(({ severity, sentence, people }, index) => (
          <li key={index}>
            <span class="tag">{severity}</span>
            {sentence}
            {people.length === 1 && people[0] !== undefined ? <PersonLink desk={desk} person={people[0]} /> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function PersonLink({ desk, person }: { readonly desk: Desk; readonly person: string }) {
  return (
    <Button text={say.PERSON_TITLE} press={() => showPerson(desk, person)} kind="small" label={`${say.PERSON_TITLE} ${person}`} />
  );
}
