import type { Lost } from "../../../apps-script/domain/changes/lost";
import { recoveryOf } from "../../../apps-script/domain/changes/recover";
import type { Host } from "../../../apps-script/domain/operations/host";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { ruleOf } from "../../../apps-script/domain/rules/actions";
import { snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { perform } from "../../../node-sync/src/perform";
import { addRows, type LabTab, tabOf } from "../../hosts/lab";
import { eightPeople, fill, shortTabs, terms } from "../host/fill";
import { type Loopback, startLoopback } from "../loopback";
import { type ApiLab, apiLab } from "./api-lab";

let google: Loopback;
beforeAll(async () => {
  google = await startLoopback();
});
afterEach(() => google.faults.clear());
afterAll(() => google.close());

/** Every request in the soak, every third one else. */
const STEP = process.env.ANPEI_SOAK === undefined ? 6 : 1;
const all = operationOf("all", "全部执行", ruleOf("all"));

async function fresh(tabs: LabTab[]): Promise<ApiLab> {
  // Google's quota of a minute is of no interest here.
  google.clock.advance(60_000);
  const lab = await apiLab(google);
  await lab.load(tabs);
  return lab;
}

function crowd(count: number): LabTab[] {
  const tabs = shortTabs();
  addRows(
    tabOf(tabs, "名册"),
    Array.from({ length: count }, (_, index) => ({
      姓名: `人${index}`,
      证件类型: "护照",
      证件号: `E${10_000_000 + index}`,
      手机号: `199${10_000_000 + index}`,
      工作单位: `单位${index % 5}`,
      职位: "主要负责人",
      申报类型: "再培训",
      证件有效期: `2024-${String(1 + (index % 12)).padStart(2, "0")}-15`,
    })),
  );
  return tabs;
}

/** The methods of the requests that `work` makes, in order. */
async function methods(work: () => Promise<unknown>): Promise<string[]> {
  const from = google.requests.length;
  await work();
  return google.requests.slice(from).map(({ method }) => method.replace("sheets.spreadsheets.", ""));
}

/** Lease; read, and the formats of columns of numbers: what a run costs that writes nothing, but for the lease. */
const READ = ["batchUpdate", "get", "values.batchGet", "get"];
/** Look; write; look; lease. */
const ONE_RUN = [...READ, "values.batchGet", "batchUpdate", "values.batchGet", "batchUpdate"];

describe("requests of a run", () => {
  test("are one get and one batchGet to read, one batchUpdate to write, however many rows", async () => {
    for (const count of [1, 100]) {
      const lab = await fresh(crowd(count));
      expect(await methods(() => lab.host.read())).toEqual(["get", "values.batchGet"]);
      expect(await methods(() => perform(lab.host, all, terms))).toEqual(ONE_RUN);
      expect(await methods(() => perform(lab.host, all, terms))).toEqual([...READ, "batchUpdate"]);
    }
  });

  test("write what is too large for one request journal first, in parts of at most 2 MB", async () => {
    const lab = await fresh(crowd(1300));
    const from = google.requests.length;
    const receipt = await perform(lab.host, all, terms);
    const writes = google.requests.slice(from).filter(({ method }) => method.endsWith("batchUpdate"));
    expect(writes.length).toBeGreaterThan(5);
    for (const { bytes } of writes) expect(bytes).toBeLessThan(2_000_200);
    const { runs, roster } = snapshotOf(await lab.host.read());
    expect(runs.map(({ id, state }) => [id, state])).toEqual([[receipt.run, "完成"]]);
    expect(roster.filter(({ feeDue }) => feeDue === 300)).toHaveLength(1300);
    expect((await perform(lab.host, all, terms)).run).toBeNull();
  }, 60_000);
});

test("what the Sheet has no room for is refused before anything is written", async () => {
  const lab = await fresh(crowd(1300));
  const cells = google.workbook.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
  const filler = google.workbook.addSheet("别的", google.workbook.sheets.length, Math.floor((10_000_000 - cells) / 200), 200);
  await expect(perform(lab.host, all, terms)).rejects.toMatchObject({
    code: "too-large",
    message: expect.stringContaining("一千万格"),
  });
  google.workbook.sheets = google.workbook.sheets.filter((sheet) => sheet !== filler);
  const { runs, changeParts, roster } = snapshotOf(await lab.host.read());
  expect([runs, changeParts, roster.filter(({ id }) => id !== null)]).toEqual([[], [], []]);
  expect((await perform(lab.host, all, terms)).run).toBe("R00001");
});

const KINDS = ["cut-before", "cut-after", "503-after", "500", "429"] as const;
const FAULTS = process.env.ANPEI_SOAK === undefined ? KINDS.slice(0, 2) : KINDS;

describe("a request that goes wrong", () => {
  test.each(FAULTS)("%s at any request: the run ends as an undisturbed one, nothing is written twice", async (kind) => {
    const undisturbed = await fresh(eightPeople());
    await perform(undisturbed.host, fill, terms);
    const whole = await undisturbed.dump();
    for (let n = 1; n <= ONE_RUN.length; n += STEP === 1 ? 1 : 2) {
      const lab = await fresh(eightPeople());
      let left = n;
      const stop = google.faults.rule(() => (--left === 0 ? { kind } : null));
      await perform(lab.host, fill, terms);
      stop();
      expect([n, await lab.dump()]).toEqual([n, whole]);
    }
  });

  test("429 is waited out as long as Google says, and given up after more than a minute", async () => {
    const lab = await fresh(eightPeople());
    google.faults.next({ kind: "429", retryAfter: 7 }, { method: "sheets.spreadsheets.get" });
    await lab.host.read();
    expect(lab.waits).toEqual([7000]);
    google.faults.next({ kind: "429" }, { times: 100 });
    lab.waits.length = 0;
    await expect(lab.host.read()).rejects.toMatchObject({ code: "quota" });
    expect(lab.waits).toEqual([1500, 2500, 4500, 8500, 16_500, 32_500]);
  });
});

describe("a run that dies between requests", () => {
  test.each([
    ["in one request", 0],
    ["in parts", 1],
  ])("%s: the next run, by either side, leaves the Sheet as if nothing had happened", async (_name, staged) => {
    const undisturbed = await fresh(eightPeople());
    await perform(staged ? inParts(undisturbed) : undisturbed.host, fill, terms);
    const whole = await undisturbed.dump();
    for (let n = 1; ; n += STEP) {
      const lab = await fresh(eightPeople());
      let left = n;
      const stop = google.faults.rule(() => (--left <= 0 ? { kind: "cut-before" } : null));
      const died = await perform(staged ? inParts(lab) : lab.host, fill, terms).then(
        ({ stopped }) => stopped !== null,
        () => true,
      );
      stop();
      google.clock.advance(10 * 60_000);
      const next = await apiLab(google);
      await perform(next.host, fill, terms);
      expect([n, await next.dump()]).toEqual([n, whole]);
      if (!died) break;
    }
  });

  test("before its change set was whole in the journal: it has not begun", async () => {
    const lab = await fresh(eightPeople());
    const tabs = await lab.dump();
    addRows(tabOf(tabs, "操作记录"), [{ 运行号: "R00001", 操作: "试填", 状态: "待写" }]);
    addRows(tabOf(tabs, "_改动"), [{ 运行号: "R00001", 序号: 1, 内容: '|{"v":1,"action":"fi' }]);
    await lab.load(tabs);
    const grids = await lab.host.read();
    await lab.host.write([recoveryOf(grids, snapshotOf(grids), () => false).writes]);
    const { runs, changeParts } = snapshotOf(await lab.host.read());
    expect([runs, changeParts]).toEqual([[], []]);
  });
});

/** The host as it writes what is too large for one request: each stage for itself. */
function inParts({ host }: ApiLab): Host {
  type Stages = Parameters<Host["write"]>[0];
  return {
    lock: () => host.lock(),
    read: (tables) => host.read(tables),
    addTabs: (tables) => host.addTabs(tables),
    restyle: (looks) => host.restyle(looks),
    write: async (stages: Stages) => {
      const lost: Lost[] = [];
      for (const stage of stages) lost.push(...(await host.write([stage])));
      return lost;
    },
  };
}
