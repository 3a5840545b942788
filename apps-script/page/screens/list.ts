import type { FunctionComponent } from "preact";
import { menuTitles } from "../../domain/wording/actions";
import type { Desk } from "../desk";
import { LOG_TITLE } from "../wording/page";
import { RunsScreen } from "./runs";

/** What people look at. `heading` stands above it where that is not its title. */
interface Screen {
  readonly id: string;
  readonly title: string;
  readonly heading?: string;
  readonly View: FunctionComponent<{ readonly desk: Desk }>;
}

/** The screens in the order in which they are offered: a screen is a file and a line here. */
export const SCREENS: readonly Screen[] = [{ id: "runs", title: menuTitles.log, heading: LOG_TITLE, View: RunsScreen }];
