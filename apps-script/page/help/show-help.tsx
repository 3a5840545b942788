import { CLERK_OPERATIONS } from "../../domain/operations/registry";
import type { Desk } from "../desk";
import { HELP_TITLE, TOLD_IN } from "../wording/help-screen";
import { BACK } from "../wording/page";
import { HelpScreen } from "./help-screen";

export const HELP = "help";

/** Opens the manual at what staff are at; 返回 leads back to it as it stood, with what was typed. */
export function showHelp(desk: Desk): void {
  const { stage, screen } = desk;
  const { step } = stage;
  if (stage.isBusy || step === null || screen === HELP) return;
  const back = (): void => {
    desk.screen = screen;
    stage.show(step);
  };
  desk.screen = HELP;
  stage.show({
    title: HELP_TITLE,
    content: () => <HelpScreen parts={desk.manual} start={partFor(step.title, screen)} />,
    buttons: [{ text: BACK, press: back }],
  });
}

/** The title of the part that tells of an operation whose form is open, else of the screen. */
export function partFor(title: string, screen: string | null): string | null {
  const operation = CLERK_OPERATIONS.find((one) => one.title === title);
  const toldIn = (id = ""): string | undefined => Object.keys(TOLD_IN).find((part) => TOLD_IN[part]?.includes(id));
  return toldIn(operation?.id) ?? toldIn(screen ?? "") ?? null;
}
