import type { FunctionComponent } from "preact";
import { menuTitles } from "../../domain/wording/actions";
import type { Desk } from "../desk";
import { BOARD_SCREEN } from "../wording/board-screen";
import { CLASS_SCREEN } from "../wording/class-screen";
import { DESK_TITLE } from "../wording/desk-screen";
import { LOG_TITLE } from "../wording/page";
import { REMINDERS_TITLE } from "../wording/reminders-screen";
import { DOINGS_TITLE, PERSON_TITLE, TODAY_TITLE } from "../wording/screens";
import { UNIT_SCREEN } from "../wording/unit-screen";
import { BoardScreen } from "./board";
import { ClassScreen } from "./class";
import { DeskScreen } from "./desk";
import { DoingsScreen } from "./doings";
import { PersonScreen } from "./person";
import { RemindersScreen } from "./reminders";
import { RunsScreen } from "./runs";
import { TodayScreen } from "./today";
import { UnitScreen } from "./unit";

/** What people look at. `heading` stands above it where that is not its title. */
export interface Screen {
  readonly id: string;
  readonly title: string;
  readonly heading?: string;
  readonly View: FunctionComponent<{ readonly desk: Desk }>;
  /** What goes on each time that it is shown. */
  readonly shown?: (desk: Desk) => Promise<void>;
}

/** The screens in the order in which they are offered: a screen is a file and a line here. */
export const SCREENS: readonly Screen[] = [
  { id: "today", title: TODAY_TITLE, View: TodayScreen },
  { id: "person", title: PERSON_TITLE, View: PersonScreen },
  { id: "desk", title: DESK_TITLE, View: DeskScreen },
  { id: "reminders", title: REMINDERS_TITLE, View: RemindersScreen },
  { id: "class", title: CLASS_SCREEN, View: ClassScreen },
  { id: "unit", title: UNIT_SCREEN, View: UnitScreen },
  { id: "board", title: BOARD_SCREEN, View: BoardScreen },
  { id: "doings", title: DOINGS_TITLE, View: DoingsScreen },
  { id: "runs", title: menuTitles.log, heading: LOG_TITLE, View: RunsScreen },
];
