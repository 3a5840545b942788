import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../../node-sync/src/perform";
import { cellAt, tabOf } from "../../hosts/lab";
import { eightPeople, fill, terms } from "../host/fill";
import { protectTab } from "../lab";
import { type Loopback, startLoopback } from "../loopback";
import { type ApiLab, apiLab } from "./api-lab";

let google: Loopback;
beforeAll(async () => {
  google = await startLoopback();
});
afterAll(() => google.close());

/** More new cells than go into one request: journal first, then the cells in parts. */
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

/** Protects a tab right before the n-th batchUpdate. */
function protectAt(n: number, title: string): () => void {
  let left = n;
  return google.onRequest((moment, { method }) => {
    if (moment === "before" && method.endsWith("spreadsheets.batchUpdate") && --left === 0) protectTab(google.workbook, title);
  });
}

test("a run of one request is refused whole when the tab was protected just then: nothing is in the log either", async () => {
  const lab = await fresh();
  const before = await lab.dump();
  const stop = protectAt(2, "名册");
  await expect(perform(lab.host, fill, terms)).rejects.toMatchObject({ code: "protected", tabs: ["名册"] });
  stop();
  expect(await lab.dump()).toEqual(before);
});

test("a run in parts is taken back and closed, with the tab named, whichever part was refused", async () => {
  const states = new Set<string>();
  const ends = new Set<string>();
  for (let n = 2; ; n++) {
    const lab = await fresh();
    const before = tabOf(await lab.dump(), "单位");
    const stop = protectAt(n, "单位");
    const end = await perform(lab.host, large, terms).then(
      ({ run, stopped }) => ({ run, at: stopped?.at, refusal: stopped?.error }),
      (refusal: unknown) => ({ run: null, at: "refused", refusal }),
    );
    stop();
    const { refusal } = end;
    if (refusal === undefined) break;
    // What could not be taken back stands: then it is no refusal, but a run that stopped half way.
    const isLeft = String(refusal).includes("取不回来");
    expect([n, end.run, end.at]).toEqual([n, ...(isLeft ? ["R00001", "close"] : [null, "refused"])]);
    ends.add(end.at ?? "");
    expect([n, refusal]).toEqual([n, expect.objectContaining({ code: "protected", tabs: ["单位"] })]);
    const now = await lab.dump();
    const { runs } = snapshotOf(await lab.host.read(["runs"]), ["runs"]);
    states.add(runs.map(({ state }) => state).join());
    if (!isLeft) expect([n, tabOf(now, "单位").cells]).toEqual([n, before.cells]);
    if (runs.length > 0) expect(cellAt(tabOf(now, "操作记录"), 1, "摘要")).toBe("没有完成：“单位”表设了保护。");
    protectTab(google.workbook, "单位", false);
    expect((await perform((await apiLab(google)).host, large, terms)).applied).toBe(true);
  }
  expect([...states]).toEqual(["未完成"]);
  expect([...ends].sort()).toEqual(["close", "refused"]);
});
