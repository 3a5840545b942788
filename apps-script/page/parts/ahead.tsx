import { closeYear } from "../../domain/operations/year/close-year";
import { YES_NO } from "../../domain/schema/allowed";
import { aheadView } from "../../domain/views/ahead";
import { isEnded, reopenTitle } from "../../domain/wording/close-year";
import type { Desk } from "../desk";
import { fillIn } from "../steps/fill-in";
import * as say from "../wording/page";
import { TODAY_TITLE } from "../wording/screens";
import { Button } from "./button";

/** What every screen says first: that the year is ended, that something blocks, that the day can't be right, and that 待办 is still being worked out. */
export function Ahead({ desk }: { readonly desk: Desk }) {
  const { blocking, lastRunOn, endedOn } = desk.book.view(aheadView, null);
  return (
    <>
      {endedOn === null ? null : (
        <p class="notice">
          {isEnded(endedOn)}
          <Button text={reopenTitle} press={() => reopen(desk)} kind="small" />
        </p>
      )}
      {lastRunOn === null ? null : <p class="notice">{say.dayBehind(desk.book.context.today, lastRunOn)}</p>}
      {blocking === 0 ? null : (
        <p class="notice">
          {say.blockingOpen(blocking)}
          {desk.screen === "today" ? null : (
            <Button text={TODAY_TITLE} press={() => desk.showScreen("today")} kind="small" label={say.lookAtToday} />
          )}
        </p>
      )}
      {desk.book.isBringingUp ? (
        <p class="hint" role="status">
          {say.BRINGING_UP}
        </p>
      ) : null}
    </>
  );
}

/** The form that opens the year again, filled in. */
function reopen(desk: Desk): void {
  const { screen } = desk;
  const back = screen === null ? null : () => desk.showScreen(screen);
  fillIn(desk, closeYear, { values: { reopen: [YES_NO.yes] }, said: null }, back);
}
