import { useEffect, useReducer } from "preact/hooks";
import type { Desk } from "../desk";
import * as say from "../wording/page";
import { Button } from "./button";

const MINUTE = 60_000;
/** Data older than that is read again when people come back to the page. */
const OLD = 5 * MINUTE;

/** How old the data is, and a button for newer data. A page that comes to the front, or sees midnight, reads by itself. */
export function AgeLine({ desk }: { readonly desk: Desk }) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const back = (): void => {
      if (document.visibilityState === "visible" && desk.book.age > OLD) desk.catchUp(Date.now() - OLD);
    };
    const tick = setInterval(() => {
      draw(undefined);
      const midnight = new Date().setHours(0, 0, 0, 0);
      if (desk.book.isOlderThan(midnight)) desk.catchUp(midnight);
    }, MINUTE / 2);
    document.addEventListener("visibilitychange", back);
    window.addEventListener("focus", back);
    return () => {
      clearInterval(tick);
      document.removeEventListener("visibilitychange", back);
      window.removeEventListener("focus", back);
    };
  }, [desk]);
  const minutes = Math.floor(desk.book.age / MINUTE);
  return (
    <span class="age">
      {minutes === 0 ? say.readJustNow : say.readMinutesAgo(minutes)}
      <Button text={say.REFRESH} press={() => desk.refresh()} kind="small" hint={say.REFRESH_KEY} />
    </span>
  );
}
