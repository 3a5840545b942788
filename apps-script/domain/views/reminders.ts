import type { Day } from "../days/civil-day";
import type { TodoLine } from "./lines";

/** 提醒: who has to do what by when, with the phone and the ready text. */
export interface RemindersView {
  readonly today: Day;
  /** By the name of the unit; what is about nobody's unit comes last, under `null`. */
  readonly units: readonly UnitReminders[];
  readonly classes: readonly ClassReminders[];
  readonly count: number;
}

export interface UnitReminders {
  readonly unit: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  /** Most urgent first. */
  readonly lines: readonly TodoLine[];
  /** All of the unit as one text. */
  readonly text: string | null;
}

/** For the group of a class: names nobody's id. */
export interface ClassReminders {
  readonly class: string;
  readonly count: number;
  readonly text: string | null;
}

export interface RemindersQuestion {
  /** 班级名称 and 单位全称; `null` for all. */
  readonly class: string | null;
  readonly unit: string | null;
}
