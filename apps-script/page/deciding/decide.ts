import { hashOf } from "../../domain/changes/change-set";
import type { Closed } from "../../domain/changes/closed";
import type { Day } from "../../domain/days/civil-day";
import type { Done } from "../../domain/operations/define-operation";
import { decideAway } from "../../domain/operations/earlier-decision";
import { without } from "../../domain/operations/operation";
import { readSent } from "../../domain/operations/sent-decision";
import type { PackedGrid } from "../../domain/serving/packed-grid";
import { gridsIn } from "../../domain/serving/reading";
import { type Described, describe } from "../report/described";
import type { Choice } from "../report/view";
import { choicesIn, stillThere } from "./choices";
import { operationFor, type Wish } from "./wish";

/** What is to be decided about which reading of the workbook, as plain data. */
export interface Question {
  readonly wish: Wish;
  /** Whom staff leave out. */
  readonly leaving: readonly Choice[];
  readonly tabs: readonly PackedGrid[];
  readonly today: Day;
  readonly closed: readonly Closed[];
  readonly build: string;
  readonly clerk: string;
  /** The decision whose place it takes, as it would have been sent; null of a first one. */
  readonly since: string | null;
  /** Whether it is the same wish over again, so that it matters whether that one still holds. */
  readonly isAgain: boolean;
}

/** What was decided, as plain data: what people see of it, and the decision as it is sent. */
export interface Answer {
  readonly text: string;
  /** Of the same wish over again: whether something else would be written than before. */
  readonly isOther: boolean;
  /** What it means from now on, whoever comes into the workbook meanwhile. */
  readonly lasting: Wish;
  /** Who is left out: of those that were to be, those who are still there. */
  readonly leaving: readonly Choice[];
  /** What an operation with an input tells. */
  readonly done: Done | null;
  readonly described: Described;
}

/**
 * Decides a wish. Whoever is somebody else by now is left out no more.
 *
 * @throws {BadInput}
 * @throws {Refusal}
 */
export function decideWish(question: Question): Answer {
  const { wish, tabs, today, build, closed, clerk, since, isAgain } = question;
  const before = since === null ? null : readSent(since);
  const grids = gridsIn({ tabs });
  const decided = (from: Wish, leaving: readonly Choice[]): Answer => {
    const operation = without(operationFor(from, clerk), new Set(leaving.map(({ key }) => key)));
    const { prepared, text, roster } = decideAway(grids, operation, today, build, closed);
    const done = prepared.report ?? null;
    const lasting = lastingOf(from, done);
    const same = stillThere(leaving, prepared, roster);
    if (same.length < leaving.length) return decided(lasting, same);
    const choices = choicesIn(prepared, leaving, roster);
    const described = describe({ prepared, done, choices }, before?.changes ?? null);
    const isOther = isAgain && before !== null && hashOf(before.changes) !== prepared.hash();
    return { text, isOther, lasting, leaving: choices.filter(({ isLeftOut }) => isLeftOut), done, described };
  };
  return decided(wish, question.leaving);
}

/** Decided again, a form is about the people that were understood. */
function lastingOf(wish: Wish, done: Done | null): Wish {
  return wish.kind === "form" && done ? { ...wish, values: done.input } : wish;
}
