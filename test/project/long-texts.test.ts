import { CELL_UNITS } from "../../apps-script/domain/snapshot/text-length";
import { COMMON_ATTACKS } from "../support/patterns/attacks";
import { FreshEngine } from "../support/patterns/fresh-engine";
import { MEETS } from "../support/patterns/meets";

/** Milliseconds: a list asks each of its cells, and each of them many patterns. */
const ALLOWED = 100;

let engine: FreshEngine;
beforeAll(() => {
  engine = new FreshEngine();
});
afterAll(() => engine.close());

test.each(Object.keys(MEETS))("%s takes no time to speak of for the longest text", async (meets) => {
  expect(await engine.slowOn({ meets, attacks: COMMON_ATTACKS, longest: CELL_UNITS, allowed: ALLOWED })).toBeNull();
});

test("what takes time is found", async () => {
  const slow = await engine.slowOn({ meets: "a list", attacks: COMMON_ATTACKS, longest: CELL_UNITS, allowed: 0 });
  expect(slow?.milliseconds).toBeGreaterThan(0);
});
