import type { Choice } from "../../apps-script/page/report/view";
import { Ticking } from "../../apps-script/page/steps/ticking";

const choice = (key: string, isLeftOut = false): Choice => ({ key, name: key, unit: "", isNew: false, isLeftOut, what: "" });
const all = ["甲", "乙", "丙"].map((key) => choice(key));
const without = (...left: readonly string[]) => all.map(({ key }) => choice(key, left.includes(key)));

function ticking() {
  const said: string[] = [];
  const ticks: Ticking = new Ticking(
    all,
    () => said.push("drawn"),
    () => said.push(`decide without ${[...ticks.leftOut].join("、")}`),
  );
  return { ticks, said };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());
const later = (): void => void jest.advanceTimersByTime(1_000);

test("several ticks one after the other are drawn at once and decided once", () => {
  const { ticks, said } = ticking();
  ticks.set(["甲"], false);
  ticks.set(["乙"], false);
  expect([said, ticks.isDecided, ticks.isTicked("甲"), ticks.isTicked("丙")]).toEqual([["drawn", "drawn"], false, false, true]);
  later();
  expect(said.slice(2)).toEqual(["decide without 甲、乙"]);
});

test("a tick that is put back at once leaves nothing to decide", () => {
  const { ticks, said } = ticking();
  ticks.set(["甲"], false);
  ticks.set(["甲"], true);
  later();
  expect([said, ticks.isDecided]).toEqual([["drawn", "drawn"], true]);
});

test("what was ticked while it was decided is decided next", () => {
  const { ticks, said } = ticking();
  ticks.set(["甲"], false);
  later();
  const asked = ticks.leftOut;
  ticks.set(["乙"], false);
  ticks.adopt(without("甲"), asked);
  expect(ticks.isDecided).toBe(false);
  later();
  expect(said.filter((one) => one !== "drawn")).toEqual(["decide without 甲", "decide without 甲、乙"]);
  ticks.adopt(without("甲", "乙"), ticks.leftOut);
  expect(ticks.isDecided).toBe(true);
});

test("whoever is no longer left out, as it is somebody else by now, has a tick again", () => {
  const { ticks } = ticking();
  ticks.set(["甲"], false);
  ticks.adopt(without(), ticks.leftOut);
  expect([ticks.isTicked("甲"), ticks.isDecided]).toEqual([true, true]);
});

test("what could not be decided is taken back", () => {
  const { ticks, said } = ticking();
  ticks.set(["甲", "乙", "丙"], false);
  ticks.takeBack(ticks.leftOut);
  later();
  expect([ticks.leftOut.size, ticks.isDecided, said]).toEqual([0, true, ["drawn"]]);
});

test("what was ticked while another reading was decided with the ticks of before stays, and is decided next", () => {
  const { ticks, said } = ticking();
  ticks.set(["甲"], false);
  ticks.adopt(without());
  expect([ticks.isTicked("甲"), ticks.isDecided]).toEqual([false, false]);
  later();
  expect(said).toContain("decide without 甲");
});

test("of what could not be decided, what was ticked since stays", () => {
  const { ticks, said } = ticking();
  ticks.set(["甲"], false);
  const asked = ticks.leftOut;
  ticks.set(["乙"], false);
  ticks.takeBack(asked);
  expect([...ticks.leftOut]).toEqual(["乙"]);
  later();
  expect(said).toContain("decide without 乙");
});

test("somebody whose tick is taken away while nobody needs them any more is nothing to decide for ever", () => {
  const { ticks } = ticking();
  ticks.set(["甲"], false);
  ticks.adopt(without().slice(1));
  ticks.adopt(without().slice(1), ticks.leftOut);
  expect(ticks.isDecided).toBe(true);
});
