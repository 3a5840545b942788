import type { Host } from "../../apps-script/domain/operations/host";
import type { Operation } from "../../apps-script/domain/operations/operation";
import type { Receipt } from "../../apps-script/domain/operations/receipt";
import type { Terms } from "../../apps-script/domain/operations/run";
import { undoOperation } from "../../apps-script/domain/operations/undo";
import { perform } from "../../node-sync/src/perform";
import { eightPeople, fill, nothing, terms } from "../google/host/fill";
import { apply, preview } from "../google/perform-at-once";
import { addRows, edit, type LabTab, rowWhere, tabOf } from "./lab";
import { memoryLab } from "./memory-lab";

/** A workbook of the first version, in which a run was cut off before its change set was in the log. */
function olderWithHalfARun(): LabTab[] {
  const tabs = eightPeople().filter(({ title }) => title !== "封印");
  const settings = tabOf(tabs, "设置");
  edit(settings, rowWhere(settings, "项", "表结构版本"), "值", 1);
  addRows(tabOf(tabs, "操作记录"), [{ 运行号: "R00001", 操作: "试填", 状态: "待写" }]);
  return tabs;
}

type Call = readonly [name: string, given: unknown, answer: unknown];

/** The host, which notes what it was asked and what it answered. */
function noting(host: Host): { readonly noted: Host; readonly calls: Call[] } {
  const calls: Call[] = [];
  const noted = new Proxy(host, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return (...given: unknown[]) => {
        const answer: unknown = member.apply(target, given);
        calls.push([String(name), structuredClone(given), name === "lock" ? null : structuredClone(answer)]);
        return answer;
      };
    },
  });
  return { noted, calls };
}

/** How the run ended: its receipt, or what it threw. */
type Ended = Omit<Receipt, "hash"> | string;

async function ended(work: () => Promise<Receipt> | Receipt): Promise<Ended> {
  try {
    const { hash, ...receipt } = await work();
    return receipt;
  } catch (error) {
    return String(error);
  }
}

const workbooks: Readonly<Record<string, () => LabTab[]>> = {
  "a workbook with people": eightPeople,
  "an older one with half a run": olderWithHalfARun,
  "none of ours": () => [{ title: "Sheet1", cells: [["a"]] }],
};
const operations: readonly Operation[] = [fill, nothing, undoOperation()];

describe.each(Object.entries(workbooks))("on %s both shells ask the same of a host, and come to the same", (_, make) => {
  test.each(operations.map((operation) => [operation.id, operation] as const))("%s", async (_id, operation) => {
    for (const cut of [null, 0, 1, 2]) {
      const [menu, line] = [memoryLab(make()), memoryLab(make())];
      for (const lab of [menu, line]) if (cut !== null) lab.cutNextWrite?.(cut);
      const [atOnce, awaited] = [noting(menu.host), noting(line.host)];
      const said = await ended(() => apply(atOnce.noted, operation, terms));
      expect([cut, await ended(() => whole(perform(awaited.noted, operation, terms)))]).toEqual([cut, said]);
      expect(awaited.calls).toEqual(atOnce.calls);
      expect(await line.dump()).toEqual(await menu.dump());
    }
  });

  test("a preview", async () => {
    const [menu, line] = [noting(memoryLab(make()).host), noting(memoryLab(make()).host)];
    const said = await ended(() => preview(menu.noted, fill, terms));
    expect(await ended(() => perform(line.noted, fill, { ...terms, dryRun: true } satisfies Terms))).toEqual(said);
    expect(line.calls).toEqual(menu.calls);
    expect(menu.calls.map(([name]) => name)).toEqual(["read"]);
  });
});

test("an older workbook is brought up, the half run settled, and only then something decided and written", async () => {
  const { noted, calls } = noting(memoryLab(olderWithHalfARun()).host);
  expect((await perform(noted, fill, terms)).isMigrated).toBe(true);
  const [bringsUp, settles] = [
    ["read", "read", "addTabs", "read", "write", "read", "restyle", "write", "read"],
    ["read", "write", "read"],
  ];
  expect(calls.map(([name]) => name)).toEqual(["lock", ...bringsUp, ...settles, "write"]);
});

/** What stopped a run half way, the menu says as an error. */
async function whole(receipt: Promise<Receipt>): Promise<Receipt> {
  const done = await receipt;
  if (done.stopped) throw done.stopped.error;
  return done;
}
