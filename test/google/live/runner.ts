import { format } from "node:util";
import { expect } from "expect";

/** A test of a suite, to be run outside Jest. */
export interface Step {
  readonly name: string;
  /** Throws what Jest would report. */
  run(): Promise<void>;
}

/**
 * Tests of the contract that give a formula's results, which no Sheet takes from anybody: what a formula spills there is among
 * the facts.
 */
export const GIVES_RESULTS = /a formula that fills/;

type Body = (...given: readonly unknown[]) => void | Promise<void>;

/** The tests that a suite written for Jest declares: `describe`, `test`, `test.each` and `beforeEach` are all it may use. */
export function stepsOf(declare: () => void): Step[] {
  const steps: Step[] = [];
  let before: Body[] = [];
  const add = (name: string, body: Body, ...given: readonly unknown[]): void => {
    const mine = before;
    const run = async (): Promise<void> => {
      for (const prepare of mine) await prepare();
      await body(...given);
    };
    steps.push({ name, run });
  };
  const each = (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of rows) {
      const given: readonly unknown[] = Array.isArray(row) ? row : [row];
      add(format(name.replace(/%[sj]/, "%s"), given[0]), body, ...given);
    }
  };
  const { describe, test, beforeEach } = globalThis;
  const globals = {
    describe: (_: string, inner: () => void) => {
      before = [];
      inner();
    },
    test: Object.assign((name: string, body: Body) => add(name, body), { each }),
    beforeEach: (body: Body) => void before.push(body),
    ...("expect" in globalThis ? {} : { expect }),
  };
  Object.assign(globalThis, globals);
  declare();
  Object.assign(globalThis, { describe, test, beforeEach });
  return steps;
}
