import { aheadView } from "../../domain/views/ahead";
import type { Desk } from "../desk";
import * as say from "../wording/page";
import { TODAY_TITLE } from "../wording/screens";
import { Button } from "./button";

/** What every screen says first: that something blocks, that the day can't be right, and that 待办 is still being worked out. */
export function Ahead({ desk }: { readonly desk: Desk }) {
  const { blocking, lastRunOn } = desk.book.view(aheadView, null);
  return (
    <>
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
