import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forUnit } from "../../../apps-script/domain/wording/audience";
import { LocalOutbox } from "../../../node-sync/src/exchange/export/local-outbox";
import { deliverListReply } from "../../../node-sync/src/exchange/reply";
import { LocalAnswers } from "../../../node-sync/src/exchange/sync/local-answers";
import { LocalInbox } from "../../../node-sync/src/exchange/sync/local-inbox";
import { explain } from "../../../node-sync/src/explain";
import { lockFile } from "../../../node-sync/src/files/lock";
import { replaceFile } from "../../../node-sync/src/files/replace-file";
import { disk } from "../../support/failing-disk";

jest.mock("node:fs/promises", () =>
  jest.requireActual("../../support/failing-disk").failingDisk(jest.requireActual("node:fs/promises")),
);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-disk-"));
});
afterEach(() => {
  disk.arm(0, "");
  rmSync(folder, { recursive: true, force: true });
});

const refusedRow = {
  sheet: "",
  at: 2,
  cells: [],
  reasons: [{ address: "A2", column: "姓名", message: forUnit("没有填写姓名。") }],
};
const answer = {
  kind: "foreign" as const,
  to: null,
  exchange: null,
  generation: null,
  fingerprint: "f",
  reply: { file: "名单.csv", soleUnit: null, fingerprint: "f", corrects: null, unread: [], refusedRows: [] },
};

/** What writes something: how it is begun, and the file that stands whole before and after. */
const operations: Readonly<Record<string, (home: string) => { readonly run: () => Promise<unknown>; readonly stands?: string }>> =
  {
    "write the workbook": (home) => {
      const stands = join(home, "名册.xlsx");
      writeFileSync(stands, "旧");
      const run = () => replaceFile(stands, Buffer.from("新"), { keepBackupsIn: join(home, ".anpei", "backups") });
      return { run, stands };
    },
    "take the lock": (home) => ({ run: async () => (await lockFile(join(home, "名册.xlsx"))).release() }),
    "write a unit's file": (home) => {
      const outbox = new LocalOutbox(join(home, "发件"));
      mkdirSync(join(home, "发件"));
      const stands = join(home, "发件", "甲矿.xlsx");
      writeFileSync(stands, "旧");
      const run = async () => {
        await outbox.prepare();
        await outbox.replace({ unit: "甲矿", name: "甲矿.xlsx" }, Buffer.from("新"));
        await outbox.close();
      };
      return { run, stands };
    },
    "write a reply": (home) => ({
      run: () =>
        deliverListReply(null, [{ ...answer.reply, unread: [], refusedRows: [refusedRow] }], new LocalOutbox(join(home, "回执"))),
    }),
    "hold an answer": (home) => ({ run: () => new LocalAnswers(join(home, "名册.xlsx")).hold([answer]) }),
    "move a file to 已处理": (home) => {
      const place = join(home, "名单.csv");
      writeFileSync(place, "旧");
      return { run: () => new LocalInbox(home).moveToDone({ name: "名单.csv", place, mark: "", isRecent: false }) };
    },
  };
const codes = ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "ENAMETOOLONG", "EMFILE", "EIO"];

/** Runs an operation of whose calls to the system one fails; gives back how many it made and what was said. */
async function runOn(
  name: string,
  failAt: number,
  code: string,
): Promise<{ readonly calls: number; readonly said: string | null }> {
  const home = mkdtempSync(join(folder, "家-"));
  const { run, stands } = operations[name]?.(home) ?? { run: async () => undefined };
  disk.arm(failAt, code);
  const error: unknown = await run().then(
    () => null,
    (reason: unknown) => reason,
  );
  const { calls } = disk;
  disk.arm(0, "");
  if (stands !== undefined) expect(["旧", "新"]).toContain(readFileSync(stands, "utf8"));
  const { exit, message } = error === null ? { exit: 3, message: null } : explain(error);
  expect([name, code, failAt, exit, message]).toEqual([name, code, failAt, 3, message]);
  if (message !== null) expect(message).toContain(home);
  return { calls, said: message };
}

test.each(Object.keys(operations).flatMap((name) => codes.map((code) => [name, code] as const)))(
  "%s: %s anywhere on the way is a sentence with the folder in it, or does no harm",
  async (name, code) => {
    const { calls } = await runOn(name, 0, code);
    const said = new Set<string>();
    for (let failAt = 1; failAt <= calls; failAt += 1) {
      const { said: sentence } = await runOn(name, failAt, code);
      if (sentence !== null) said.add(sentence);
    }
    expect(said.size).toBeGreaterThan(0);
    for (const sentence of said) {
      expect(sentence).toMatch(/^[^\n]+。$/u);
      expect(sentence.replace(/(?:家|anpei-disk)-\w+/gu, "家")).not.toMatch(
        /\.tmp|\.anpei-[0-9a-f]{8}|\bE[A-Z]{3,}\b|refused by/u,
      );
    }
  },
);

test("a name that the system does not take", async () => {
  const long = "长".repeat(90);
  const error = await replaceFile(join(folder, `${long}.xlsx`), Buffer.from(""), { keepBackupsIn: join(folder, "b") }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(explain(error)).toMatchObject({ exit: 3, code: "name-too-long", message: expect.stringContaining("请改短文件名") });
  expect(explain(error).message.length).toBeLessThan(300);
  expect(readdirSync(folder)).toEqual([]);
});
