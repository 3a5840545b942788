import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { requireWholePackage } from "../../../node-sync/src/launch/whole-package";

const PARTS = ["anpei.mjs", "reader-process.mjs", "reader-watch.mjs", "page/index.html", "page/page.json"];

/** A folder like that of a package, and a temporary folder elsewhere. */
function unpacked(): { readonly folder: string; readonly temporary: string } {
  const root = mkdtempSync(join(tmpdir(), "anpei-whole-"));
  const [folder, temporary] = [join(root, "安培台账"), join(root, "安培台")];
  for (const part of PARTS) {
    const path = join(folder, "program", part);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "");
  }
  mkdirSync(temporary);
  return { folder, temporary };
}

test("a package that was unpacked whole is fit", async () => {
  const { folder, temporary } = unpacked();
  await expect(requireWholePackage(folder, temporary)).resolves.toBeUndefined();
});

test.each(PARTS)("without %s it is not, and the file is named", async (part) => {
  const { folder, temporary } = unpacked();
  rmSync(join(folder, "program", part));
  await expect(requireWholePackage(folder, temporary)).rejects.toThrow(`缺少${join("program", part)}。请重新解压`);
});

test("nor below the temporary folder, by whichever name the system knows that", async () => {
  const { folder } = unpacked();
  const named = join(dirname(folder), "别名");
  symlinkSync(dirname(folder), named);
  await expect(requireWholePackage(folder, dirname(folder))).rejects.toThrow("还在压缩包里");
  await expect(requireWholePackage(folder, named)).rejects.toThrow("全部解压缩");
});
