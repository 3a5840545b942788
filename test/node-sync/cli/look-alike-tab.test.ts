import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { anpei, emptyFolder } from "../../support/cli";
import { PackageEditor } from "../../support/package-editor";

test("show names the tab that looks like the one it misses, as actions do", async () => {
  const book = join(emptyFolder(), "名册.xlsx");
  anpei(["init", "--book", book, "--year", "2024"]);
  const renamed = await PackageEditor.of(readFileSync(book));
  renamed.edit("xl/workbook.xml", (xml) => xml.replace('name="名册"', 'name="名册2024"'));
  writeFileSync(book, await renamed.pack());
  for (const call of [
    ["show", "名册"],
    ["run", "all"],
  ]) {
    const { exit, err } = anpei([...call, "--book", book]);
    expect([exit, err]).toEqual([3, expect.stringContaining("“名册2024”像是它：请把表名改回“名册”")]);
  }
});
