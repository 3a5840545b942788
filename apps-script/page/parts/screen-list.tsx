import type { Desk } from "../desk";
import { HELP, showHelp } from "../help/show-help";
import { HELP_KEY, HELP_TITLE } from "../wording/help-screen";
import * as say from "../wording/page";
import { Button } from "./button";

/** The screens to choose from. */
export function ScreenList({ desk }: { readonly desk: Desk }) {
  return (
    <nav aria-label={say.SCREENS_LABEL}>
      {desk.screens.map(({ id, title }) => (
        <span key={id} class={desk.screen === id ? "here" : ""}>
          <Button text={title} press={() => desk.showScreen(id)} kind="small" />
        </span>
      ))}
      <span class={desk.screen === HELP ? "here" : ""}>
        <Button text={HELP_TITLE} press={() => showHelp(desk)} kind="small" hint={HELP_KEY} />
      </span>
    </nav>
  );
}
