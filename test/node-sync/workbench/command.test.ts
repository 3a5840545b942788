import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { anpei, emptyFolder } from "../../support/cli";

test.each([
  ["a Google Sheet, which has its menu", ["--sheet", "1AbCdEfGhIjKlMnOp"], 2],
  ["a trial, as pages show everything first", ["--book", "新.xlsx", "--dry-run"], 2],
  ["a file of another kind", ["--book", "名册.csv"], 2],
  ["a file that is no workbook at all", ["--book", "假.xlsx"], 3],
])("open refuses %s", (_, args, exit) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "假.xlsx"), "你好");
  const placed = args.map((word) => (word.endsWith(".xlsx") ? join(folder, word) : word));
  expect(anpei(["open", ...placed, "--no-browser", "--json"])).toMatchObject({
    exit,
    json: { error: { message: expect.stringMatching(/[\u4e00-\u9fff]/u) } },
  });
});
