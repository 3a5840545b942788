import type { Desk } from "../desk";
import { HELP_TITLE, OPENING_HELP } from "../wording/help-screen";
import { BACK } from "../wording/page";
import { HelpScreen } from "./help-screen";
import { partFor } from "./part-for";

export const HELP = "help";

/** Opens the manual at what staff are at; 返回 leads back to it as it stood, with what was typed. */
export function showHelp(desk: Desk): void {
  const { stage, screen } = desk;
  if (screen === HELP) return;
  void stage.whileSaying(OPENING_HELP, async () => {
    const parts = await desk.manual();
    const { step } = stage;
    if (step === null) return;
    const back = (): void => {
      desk.screen = screen;
      stage.show(step);
    };
    desk.screen = HELP;
    stage.show({
      title: HELP_TITLE,
      content: () => <HelpScreen parts={parts} start={partFor(step.title, screen)} />,
      buttons: [{ text: BACK, press: back }],
    });
  });
}
