import { perform } from "../../../node-sync/src/perform";
import { randomOf } from "../../bench/data/random";
import { eightPeople, fill, terms } from "../host/fill";
import { type Loopback, startLoopback } from "../loopback";
import type { Fault } from "../loopback/faults";
import { type ApiLab, apiLab } from "./api-lab";

const RUNS = process.env.ANPEI_SOAK === undefined ? 25 : 1000;
/** Of all requests, one in twenty goes wrong. */
const SHARE = 0.05;
const KINDS: readonly Fault["kind"][] = ["cut-before", "cut-after", "500", "500-after", "503", "503-after", "429"];

let google: Loopback;
beforeAll(async () => {
  google = await startLoopback();
});
afterAll(() => google.close());

async function fresh(): Promise<ApiLab> {
  const lab = await apiLab(google);
  await lab.load(eightPeople());
  return lab;
}

/** Runs until one run gets through, as a person at the desk would. Returns how many it took. */
async function runUntilDone(): Promise<number> {
  for (let tries = 1; ; tries++) {
    try {
      const { host } = await apiLab(google);
      await perform(host, fill, terms);
      return tries;
    } catch (error) {
      expect([tries < 5, (error as { code?: string }).code]).toEqual([true, expect.stringMatching(/^(network|locked|google)$/)]);
      google.clock.advance(10 * 60_000);
    }
  }
}

test(`${RUNS} runs in which one request in twenty goes wrong lose no cell and write none twice`, async () => {
  const undisturbed = await fresh();
  await perform(undisturbed.host, fill, terms);
  const whole = await undisturbed.dump();
  const seen = { faults: 0, requests: 0, repeated: 0 };
  for (let seed = 1; seed <= RUNS; seed++) {
    const lab = await fresh();
    const random = randomOf(seed);
    const stop = google.faults.rule(() => {
      seen.requests++;
      if (random() >= SHARE) return null;
      seen.faults++;
      return { kind: KINDS[Math.floor(random() * KINDS.length)] ?? "429" } as Fault;
    });
    if ((await runUntilDone()) > 1) seen.repeated++;
    stop();
    expect([seed, await lab.dump()]).toEqual([seed, whole]);
    google.requests.length = 0;
  }
  console.log(`${RUNS} runs: ${seen.requests} requests, ${seen.faults} went wrong, ${seen.repeated} runs were begun anew`);
  expect(seen.faults).toBeGreaterThan(RUNS / 10);
}, 1_800_000);
