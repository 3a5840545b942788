import { filesOf } from "../../apps-script/page/files/dropped";

type Entry = Parameters<typeof filesOf>[0][number];

const file = (name: string, isReadable = true) => ({
  name,
  isDirectory: false,
  file: (take: (file: File) => void, fail: () => void) => (isReadable ? take(new File([], name)) : fail()),
});

/** A folder that gives its entries in parts, and fails after them where it is broken. */
function folder(name: string, parts: readonly (readonly Entry[])[], isBroken = false) {
  const rest = [...parts];
  const readEntries = (take: (entries: readonly Entry[]) => void, fail: () => void): void => {
    const part = rest.shift();
    if (part === undefined && isBroken) fail();
    else take(part ?? []);
  };
  return { name, isDirectory: true, createReader: () => ({ readEntries }) };
}

test("of folders all files are taken, part by part and at any depth, and what cannot be read is named", async () => {
  const inner = folder("里面", [[file("丙.xlsx")]]);
  const outer = folder("单位", [[file("甲.xlsx")], [file("乙.xlsx", false), inner]]);
  const { files, unread } = await filesOf([outer, folder("坏的", [[file("丁.xlsx")]], true)]);
  expect(files.map(({ name }) => name)).toEqual(["甲.xlsx", "丙.xlsx", "丁.xlsx"]);
  expect(unread).toEqual(["乙.xlsx", "坏的"]);
});
