import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTableFile } from "../../node-sync/src/files/read-table-file";
import { secondReading } from "../../node-sync/src/files/second-reading";
import { sheetOf } from "./support/minimal-workbook";
import { made } from "./support/mutated-list";
import { bytesOf } from "./support/office-list";

/**
 * A .xlsx of ours is read by two readers and, with --no-verify, by the first alone. What is taken is the first one's either way, so
 * the two calls can only differ where the readers do: on what offices do to lists they must not.
 */

const folder = mkdtempSync(join(tmpdir(), "anpei-two-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => jest.spyOn(console, "error").mockImplementation());
afterAll(() => jest.restoreAllMocks());

async function disagreement(bytes: Buffer): Promise<unknown> {
  const path = join(folder, "表.xlsx");
  writeFileSync(path, bytes);
  return secondReading(path, await readTableFile(path));
}

const COUNT = process.env.ANPEI_SOAK ? 3000 : 200;

test(`both readers say the same of ${COUNT} lists with what offices and programs do to them`, async () => {
  const differing: string[] = [];
  for (let seed = 0; seed < COUNT; seed += 1) {
    const { list, done } = made(seed, "xlsx");
    const found = await disagreement(bytesOf(list));
    if (found !== null) differing.push(`#${seed} ${JSON.stringify(found)} [${done.join("; ")}]`);
  }
  expect(differing).toEqual([]);
});

const STYLES = `<numFmts count="1"><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
  <fonts count="2"><font/><font><strike/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
  <cellStyleXfs count="1"><xf/></cellStyleXfs>
  <cellXfs count="4"><xf/><xf fontId="1"/><xf numFmtId="200"/><xf numFmtId="57"/></cellXfs>`;
const run = (text: string, isStruck = false): string => `<r>${isStruck ? "<rPr><strike/></rPr>" : ""}<t>${text}</t></r>`;
test.each<[name: string, cells: string, row?: string]>([
  ["struck cells", `<c r="A1" s="1" t="str"><v>甲</v></c><c r="B1" s="1"><v>45458</v></c>`],
  ["struck runs", `<c r="A1" t="inlineStr"><is>${run("旧", true)}${run("新")}</is></c>`],
  ["a struck run alone", `<c r="A1" t="inlineStr"><is>${run("旧", true)}</is></c><c r="B1"><v>1</v></c>`],
  ["hidden and flat rows", `<c r="A1" t="str"><v>甲</v></c>`, 'hidden="1" ht="0" customHeight="1"'],
  ["months without a day", `<c r="A1" s="2"><v>45505</v></c><c r="B1" s="3"><v>45505</v></c>`],
  ["a formula without a result", `<c r="A1"><f>DATE(2024,6,20)</f></c><c r="B1"><v>1</v></c>`],
  ["errors old and new", `<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><v>#BLOCKED!</v></c><c r="C1" t="e"><v>#CALC!</v></c>`],
  ["ids as numbers", `<c r="A1"><v>379999198001010000</v></c><c r="B1"><v>3.79999198001010E17</v></c>`],
  ["a day of the ISO kind", `<c r="A1" t="d"><v>2024-06-20</v></c>`],
])("both readers say the same of %s", async (_name, cells, row = "") =>
  expect(await disagreement(sheetOf(`<row r="1" ${row}>${cells}</row>`, "", STYLES))).toBeNull(),
);
