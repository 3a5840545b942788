import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chosenBook, keepAsLast } from "../../../node-sync/src/launch/chosen-book";
import { startedWorkbench } from "../../../node-sync/src/launch/started-workbench";
import { endWorkbenchOf } from "../../support/end-workbench";
import { bin } from "../../support/program";
import { LabPage } from "../../support/workbench-lab";

test("a workbook that the page makes in a folder that was dragged onto the launcher is the last one from then on", async () => {
  const root = mkdtempSync(join(tmpdir(), "anpei-dragged-"));
  process.env.XDG_CONFIG_HOME = join(root, "own");
  const [folder, program, dragged] = [join(root, "安培台账"), join(root, "安培台账", "program"), join(root, "二矿")];
  for (const one of [folder, program, dragged]) mkdirSync(one);
  writeFileSync(join(program, "anpei.mjs"), `import ${JSON.stringify(pathToFileURL(bin).href)};\n`);
  const [last, book] = [join(root, "去年.xlsx"), await chosenBook(dragged, folder)];
  writeFileSync(last, "");
  await keepAsLast(last);
  const page = await LabPage.open(await startedWorkbench(folder, book));
  try {
    const { hash } = await page.call("init", { year: null, agreed: null });
    expect(await chosenBook(undefined, folder)).toBe(last);
    expect(await page.call("init", { year: 2024, agreed: hash })).toMatchObject({ state: "done" });
    expect(await chosenBook(undefined, folder)).toBe(book);
  } finally {
    endWorkbenchOf(dragged);
  }
});
