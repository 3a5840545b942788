import { CallFailed } from "../../apps-script/domain/serving/answer";
import { Intake } from "../../apps-script/page/files/intake";
import type { TakenJson } from "../../apps-script/page/files/job-json";
import { type JobAnswer, type JobAsk, UploadGone } from "../../apps-script/page/files/local-files";
import { NoAnswer } from "../../apps-script/page/server";

/** A server that keeps what it is sent, and takes files in by their names; a name says what becomes of it. */
class Shelf {
  readonly sent = new Map<string, string>();
  readonly taken: string[] = [];
  private count = 0;

  async upload(name: string): Promise<string> {
    this.count++;
    this.sent.set(String(this.count), name);
    return String(this.count);
  }

  async kinds(ids: readonly string[]) {
    return ids.map((id) => {
      const name = this.sent.get(id) ?? "";
      return name.startsWith("不明") ? null : name.startsWith("卡") ? ("cards" as const) : ("people" as const);
    });
  }

  async drop(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.sent.delete(id);
  }

  async job<J>({ files, options }: JobAsk): Promise<JobAnswer<J>> {
    const names = files.map((id) => {
      const name = this.sent.get(id);
      if (name === undefined) throw new UploadGone("gone");
      return name;
    });
    if (names.some((name) => name.includes("坏"))) throw new CallFailed("读不了", null);
    if (names.some((name) => name.includes("断"))) throw new NoAnswer("none");
    const isTaken = (name: string): boolean => options.force === true || !name.includes("疑");
    if (options.dryRun !== true) this.taken.push(...names.filter(isTaken));
    const told = names.map((name) => {
      if (name.includes("锁")) return { error: { message: "有密码，打不开" } };
      return name.includes("疑") && options.force !== true ? { error: { message: "确实如此吗？", isQuestion: true } } : {};
    });
    const json: TakenJson = { run: options.dryRun === true ? null : "R00001", files: told };
    return { json: json as J, needsPerson: false, folder: null, files: [] };
  }
}

const added = (...names: readonly string[]) => ({ files: names.map((name) => new File(["x"], name)), unread: [] });
const silent = (): void => undefined;

/** As when it was moved or changed after it was chosen. */
function lose(file: File): void {
  Object.defineProperty(file, "arrayBuffer", { value: () => Promise.reject(new Error("NotReadable")) });
}

async function chosen(...names: readonly string[]) {
  const shelf = new Shelf();
  const intake = new Intake(shelf);
  intake.add(added(...names));
  await intake.look(silent);
  const left = () => intake.chosen.map(({ file }) => file.name);
  return { shelf, intake, left };
}

test("a group that is refused keeps the others from nothing, and stays with the sentence that says why", async () => {
  const { shelf, intake, left } = await chosen("名单.csv", "卡坏.csv", "卡.csv");
  expect(intake.preview?.map(({ fault }) => fault)).toEqual(["", "读不了", ""]);
  await intake.takeIn(silent);
  expect([shelf.taken, left()]).toEqual([["名单.csv", "卡.csv"], ["卡坏.csv"]]);
  expect(intake.preview).toMatchObject([{ fault: "读不了" }]);
  expect(intake.isFresh).toBe(false);
});

test("a file that stops with a question waits until staff say that it is right, and is then taken by itself", async () => {
  const { shelf, intake, left } = await chosen("甲.csv", "疑.csv");
  expect(intake.chosen.map(({ isQuestion }) => isQuestion)).toEqual([false, true]);
  await intake.takeIn(silent);
  expect([shelf.taken, left(), intake.chosen[0]?.fault]).toEqual([["甲.csv"], ["疑.csv"], ""]);
  const [asked] = intake.chosen;
  if (asked) intake.force(asked, true);
  intake.add(added("乙.csv"));
  await intake.look(silent);
  expect(intake.preview?.map(({ isForced, files }) => [isForced, files.map(({ file }) => file.name)])).toEqual([
    [false, ["乙.csv"]],
    [true, ["疑.csv"]],
  ]);
  await intake.takeIn(silent);
  expect([shelf.taken, left()]).toEqual([["甲.csv", "乙.csv", "疑.csv"], []]);
});

test("what the server does not hold any more is sent again, and taken in once", async () => {
  const { shelf, intake, left } = await chosen("甲.csv", "乙.csv");
  shelf.sent.clear();
  await intake.takeIn(silent);
  expect([shelf.taken, left()]).toEqual([["甲.csv", "乙.csv"], []]);
});

test("without an answer the rest waits, and what was taken in before is told", async () => {
  const { shelf, intake, left } = await chosen("甲.csv");
  intake.add(added("卡断.csv", "卡.csv"));
  await intake.look(silent).catch(silent);
  await expect(intake.takeIn(silent)).rejects.toThrow("选好的文件还在");
  expect([shelf.taken, left()]).toEqual([["甲.csv"], ["卡断.csv", "卡.csv"]]);
  expect(intake.done).toHaveLength(1);
});

test("an unticked file is in no group, and one that is not wanted is gone here and there", async () => {
  const { shelf, intake, left } = await chosen("甲.csv", "乙.csv");
  const [first, second] = intake.chosen;
  if (first) intake.tick(first, false);
  expect(intake.isFresh).toBe(false);
  await intake.takeIn(silent);
  expect(shelf.taken).toEqual(["乙.csv"]);
  if (first) intake.remove(first);
  expect([left(), [...shelf.sent.values()]]).toEqual([[], [second?.file.name]]);
});

test("a file that cannot be read says so, and is tried once", async () => {
  const { intake, left } = await chosen("甲.csv");
  const lost = new File(["x"], "没了.csv");
  lose(lost);
  intake.add({ files: [lost], unread: [] });
  await intake.look(silent);
  expect(intake.chosen[1]?.fault).toContain("打不开");
  await intake.takeIn(silent);
  expect(left()).toEqual(["没了.csv"]);
});

test("of a group a file that cannot be read stays with the sentence that says why, and the others are taken in", async () => {
  const { intake, left } = await chosen("甲.csv", "锁.xlsx");
  await intake.takeIn(silent);
  expect([left(), intake.chosen[0]?.fault]).toEqual([["锁.xlsx"], "有密码，打不开"]);
  await intake.look(silent);
  expect([intake.preview, left()]).toEqual([[], ["锁.xlsx"]]);
});

test("one that the server has not any more and that cannot be sent again keeps none of the others back", async () => {
  const { shelf, intake, left } = await chosen("甲.csv", "乙.csv", "卡.csv");
  shelf.sent.clear();
  for (const { file } of intake.chosen) if (file.name !== "甲.csv") lose(file);
  await intake.takeIn(silent);
  expect([shelf.taken, left()]).toEqual([["甲.csv"], ["乙.csv", "卡.csv"]]);
  expect(intake.done.map(({ files }) => files.map(({ file }) => file.name))).toEqual([["甲.csv"]]);
  expect(intake.chosen.map(({ fault }) => fault)).toEqual([expect.stringContaining("打不开"), expect.stringContaining("打不开")]);
});

test("of files that are sent again the server keeps no old copies", async () => {
  const { shelf, intake } = await chosen("甲.csv", "乙.csv");
  const [gone = ""] = shelf.sent.keys();
  shelf.sent.delete(gone);
  await intake.look(silent);
  expect([...shelf.sent.values()]).toEqual(["甲.csv", "乙.csv"]);
});

test("a page that is closed leaves nothing with the server, and sends it again should it come back", async () => {
  const { shelf, intake, left } = await chosen("甲.csv");
  intake.letGo();
  expect(shelf.sent.size).toBe(0);
  await intake.look(silent);
  await intake.takeIn(silent);
  expect([shelf.taken, left()]).toEqual([["甲.csv"], []]);
});

test("what of a dropped folder cannot be read is told of by name", async () => {
  const { intake } = await chosen("甲.csv");
  intake.add({ files: [], unread: ["锁着的.xlsx"] });
  expect(intake.waiting).toBe(1);
  await intake.look(silent);
  expect(intake.chosen.map(({ file, fault }) => [file.name, fault !== ""])).toEqual([
    ["甲.csv", false],
    ["锁着的.xlsx", true],
  ]);
  expect([intake.waiting, intake.preview?.length]).toEqual([0, 1]);
});

test("a file that may be several things waits until staff say which, and keeps none of the others", async () => {
  const { shelf, intake, left } = await chosen("甲.csv", "不明.csv");
  expect(intake.preview?.map(({ kind }) => kind)).toEqual(["people"]);
  await intake.takeIn(silent);
  expect([shelf.taken, left()]).toEqual([["甲.csv"], ["不明.csv"]]);
  const [unclear] = intake.chosen;
  if (unclear) intake.take(unclear, "预报名");
  await intake.look(silent);
  expect(intake.preview?.map(({ kind }) => kind)).toEqual(["预报名"]);
});
