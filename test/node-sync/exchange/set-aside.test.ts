import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFound } from "../../../node-sync/src/exchange/found-files";
import { LocalSetAside, unchanging } from "../../../node-sync/src/exchange/set-aside";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-aside-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const book = (program?: string): LocalSetAside => new LocalSetAside(join(folder, "名册.xlsx"), program);
function file(name: string, text = "姓名,证件号\n甲,1\n"): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test("a file is known by what it holds, not by its name, and by this version of the program", async () => {
  const [first, same, other] = [file("a.csv"), file("b.csv"), file("c.csv", "姓名,证件号\n乙,2\n")];
  await book().note(first, "hang");
  const reasons = (aside: LocalSetAside): Promise<unknown> =>
    Promise.all([first, same, other, join(folder, "没有.csv")].map((path) => aside.reasonFor(path)));
  expect(await reasons(book())).toEqual(["hang", "hang", null, null]);
  expect(await reasons(book("9.9.9"))).toEqual([null, null, null, null]);
  await book().note(same, "memory");
  expect(await reasons(book())).toEqual(["memory", "memory", null, null]);
  await book().forget(first);
  expect(await reasons(book())).toEqual([null, null, null, null]);
});

test("several notes at the same time are all kept; a trial keeps none", async () => {
  const paths = Array.from({ length: 5 }, (_, place) => file(`${place}.csv`, `姓名\n${place}\n`));
  const aside = book();
  await Promise.all(paths.map((path) => aside.note(path, "memory")));
  expect(await Promise.all(paths.map((path) => book().reasonFor(path)))).toEqual(paths.map(() => "memory"));
  const trial = unchanging(aside);
  await trial.forget(paths[0] ?? "");
  expect(await trial.reasonFor(paths[0] ?? "")).toBe("memory");
  expect(readdirSync(join(folder, ".anpei"))).toEqual(["名册.xlsx.set-aside.json"]);
});

test("notes that cannot be read or written stop nothing", async () => {
  const path = file("a.csv");
  await book().note(path, "hang");
  writeFileSync(join(folder, ".anpei", "名册.xlsx.set-aside.json"), "{");
  expect(await book().reasonFor(path)).toBeNull();
  rmSync(join(folder, ".anpei"), { recursive: true });
  writeFileSync(join(folder, ".anpei"), "");
  await book().note(path, "hang");
  expect(await book().reasonFor(path)).toBeNull();
});

test("a file set aside is read only when it is named, and then no longer set aside", async () => {
  const path = file("a.csv");
  await book().note(path, "hang");
  const codeOf = async (isNamed: boolean): Promise<unknown> => (await readFound({ path, isNamed }, true, book())).error?.code;
  expect(await codeOf(false)).toBe("set-aside");
  expect(await codeOf(true)).toBeUndefined();
  expect(await codeOf(false)).toBeUndefined();
});
