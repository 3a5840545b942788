import { LINGER_MS, Life } from "../../../node-sync/src/workbench/life";
import { TestClock } from "../../support/test-clock";

const MINUTE = 60_000;

function started() {
  const clock = new TestClock();
  let ended = 0;
  const life = new Life(() => ended++, clock);
  return { clock, life, hasEnded: () => ended > 0, timesEnded: () => ended };
}

test("half an hour without any page, and it ends", () => {
  const { clock, hasEnded, timesEnded } = started();
  clock.pass(LINGER_MS - 1);
  expect(hasEnded()).toBe(false);
  clock.pass(1);
  clock.pass(LINGER_MS);
  expect(timesEnded()).toBe(1);
});

test("a page keeps it up for as long as it is there", () => {
  const { clock, life, hasEnded } = started();
  const close = life.hold();
  clock.pass(10 * LINGER_MS);
  expect(hasEnded()).toBe(false);
  close();
  clock.pass(LINGER_MS - 1);
  expect(hasEnded()).toBe(false);
  clock.pass(1);
  expect(hasEnded()).toBe(true);
});

test("a page that is reloaded begins anew, after five minutes' sleep too", () => {
  const { clock, life, hasEnded } = started();
  for (const away of [100, 5 * MINUTE, 29 * MINUTE]) {
    const close = life.hold();
    clock.pass(20 * MINUTE);
    close();
    clock.pass(away);
  }
  expect(hasEnded()).toBe(false);
  life.hold();
  clock.pass(LINGER_MS);
  expect(hasEnded()).toBe(false);
});

test("of two pages the last one counts, and one that is closed twice counts once", () => {
  const { clock, life, hasEnded } = started();
  const [first, second] = [life.hold(), life.hold()];
  first();
  first();
  clock.pass(2 * LINGER_MS);
  expect(hasEnded()).toBe(false);
  second();
  clock.pass(LINGER_MS);
  expect(hasEnded()).toBe(true);
});

test("an import goes on when its page is closed, and half an hour begins when it is done, done well or not", async () => {
  for (const isDone of [true, false]) {
    const { clock, life, hasEnded } = started();
    const close = life.hold();
    let finish: (() => void) | undefined;
    const work = life.during(
      () => new Promise<void>((resolve, reject) => (finish = isDone ? resolve : () => reject(new Error("refused")))),
    );
    close();
    clock.pass(3 * LINGER_MS);
    expect(hasEnded()).toBe(false);
    finish?.();
    await work.catch(() => undefined);
    clock.pass(LINGER_MS - 1);
    expect(hasEnded()).toBe(false);
    clock.pass(1);
    expect(hasEnded()).toBe(true);
  }
});

test("once it is closed nothing ends it again", () => {
  const { clock, life, hasEnded } = started();
  life.hold();
  life.close();
  clock.pass(LINGER_MS);
  expect(hasEnded()).toBe(false);
});
