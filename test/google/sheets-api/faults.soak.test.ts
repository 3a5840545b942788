import { perform } from "../../../node-sync/src/perform";
import { randomOf } from "../../bench/data/random";
import { eightPeople, fill, terms } from "../host/fill";
import { type Loopback, startLoopback } from "../loopback";
import { type ApiLab, apiLab } from "./api-lab";
import { Trouble } from "./trouble";

/** Syncs go through a thousand of the same faults in `sync-faults.soak`; this is the smallest run there is. */
const RUNS = process.env.ANPEI_SOAK === undefined ? 25 : 300;

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

test(`${RUNS} runs in which one request in twenty goes wrong lose no cell and write none twice`, async () => {
  const undisturbed = await fresh();
  await perform(undisturbed.host, fill, terms);
  const whole = await undisturbed.dump();
  const trouble = new Trouble(google);
  for (let seed = 1; seed <= RUNS; seed++) {
    const lab = await fresh();
    await trouble.through(randomOf(seed), ({ host }) => perform(host, fill, terms));
    expect([seed, await lab.dump()]).toEqual([seed, whole]);
    google.requests.length = 0;
  }
  console.log(`${RUNS} runs: ${JSON.stringify(trouble.told())}`);
  expect(trouble.faults).toBeGreaterThan(RUNS / 10);
}, 1_800_000);
