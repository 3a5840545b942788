import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import { LEASE_TITLE } from "../../../apps-script/domain/operations/lease";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import { perform } from "../../../node-sync/src/perform";
import { eightPeople, terms } from "../host/fill";
import { type Loopback, startLoopback } from "../loopback";
import type { Fault } from "../loopback/faults";
import { type ApiLab, apiLab } from "./api-lab";

let google: Loopback;
beforeAll(async () => {
  google = await startLoopback();
});
afterAll(() => google.close());

/** More new cells than go into one request; the change set, which holds them too, does not go into one either. */
const large: Operation = {
  id: "large",
  title: "试填",
  decide: () => {
    const out = new OutcomeBuilder();
    for (let unit = 0; unit < 120; unit++) out.add("units", { name: `单位${unit}`, phone: String(unit).repeat(10_000) });
    return out.done();
  },
};

async function fresh(): Promise<ApiLab> {
  google.clock.advance(60_000);
  const lab = await apiLab(google);
  await lab.load(eightPeople());
  return lab;
}

const KINDS = process.env.ANPEI_SOAK === undefined ? (["cut-before"] as const) : (["cut-before", "503-after", "429"] as const);

test.each(KINDS)("%s at any write of a run in parts: the Sheet is as after an undisturbed run", async (kind) => {
  google.requests.length = 0;
  const undisturbed = await fresh();
  await perform(undisturbed.host, large, terms);
  const whole = await undisturbed.dump();
  const writes = google.requests.filter(({ method }) => method.endsWith("batchUpdate")).length;
  for (let n = 1; n <= writes; n++) {
    const lab = await fresh();
    let left = n;
    const stop = google.faults.rule(({ method }): Fault | null =>
      method.endsWith("batchUpdate") && --left === 0 ? { kind } : null,
    );
    await perform(lab.host, large, terms);
    stop();
    expect([n, await lab.dump()]).toEqual([n, whole]);
  }
});

test("a run whose lease was taken over writes nothing more and says who has it", async () => {
  const lab = await fresh();
  const stop = google.onRequest((moment, { method, bytes }) => {
    if (moment !== "after" || !method.endsWith("batchUpdate") || bytes < 500_000) return;
    stop();
    const taken = google.workbook.sheets.find(({ title }) => title === LEASE_TITLE);
    if (taken) google.workbook.deleteSheet(taken);
    google.workbook.addSheet(LEASE_TITLE);
  });
  const { run, stopped } = await perform(lab.host, large, terms);
  expect([run, stopped]).toEqual(["R00001", { at: "write", error: expect.objectContaining({ code: "locked" }) }]);
  expect((await lab.dump()).find(({ title }) => title === "单位")?.cells).toHaveLength(1);
  google.workbook.sheets = google.workbook.sheets.filter(({ title }) => title !== LEASE_TITLE);
});
