import { board } from "./board";
import { trainingClass } from "./class";
import { desk } from "./desk";
import { person } from "./person";
import { reminders } from "./reminders";
import { runs } from "./runs";
import type { ShownView } from "./shown-view";
import { today } from "./today";
import { unit } from "./unit";

/** Every view, in the order of the screens. */
export const VIEWS: readonly ShownView[] = [today, person, desk, reminders, trainingClass, unit, board, runs];
