import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { ClerkOperation } from "../../../apps-script/domain/operations/define-operation";
import type { Written } from "../../../apps-script/domain/operations/inputs/field";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { CHANGE_PARTS, RUNS, SEALS } from "../../../apps-script/domain/schema/index";
import { DESK } from "../../../apps-script/src/menu";
import { XlsxHost } from "../../../node-sync/src/xlsx/xlsx-host";
import { anpei, emptyFolder } from "../../support/cli";
import type { AddOn } from "../bundle/support/add-on";
import { cellsOf, sheetOf } from "../bundle/support/cells";
import { loadTabs, settledIn, tabsOfGrids } from "../lab";
import type { OpenDialog } from "./support/dialog";
import { button, headline, officeOf, useDialogs } from "./support/office";

/** Each operation's example, typed into its form, does what the command line does with it. */

const open = useDialogs();
const folder = emptyFolder();
const demo = join(folder, "demo/名册.xlsx");

beforeAll(() => {
  expect(anpei(["demo", join(folder, "demo")]).exit).toBe(0);
});

async function addOnWithDemo(today: string): Promise<AddOn> {
  const addOn = officeOf(`${today}T10:00:00+08:00`);
  const { workbook, properties } = addOn.google;
  // As the command line of the tests.
  properties.user.set("经办人", "测试");
  loadTabs(workbook, settledIn(workbook.id, tabsOfGrids(await new XlsxHost(demo).read())), "dates");
  return addOn;
}

/** What both have but for who ran it when, and the keys of this copy. */
function shared(cells: ReturnType<typeof cellsOf>) {
  const kept = Object.entries(cells).filter(([title]) => ![RUNS.title, CHANGE_PARTS.title, SEALS.title].includes(title));
  return Object.fromEntries(kept);
}

async function fill({ frame }: OpenDialog, { fields }: ClerkOperation, name: string, value: Written): Promise<void> {
  const field = fields.find((one) => one.name === name);
  const texts = (typeof value === "object" && value !== null ? value : [value]).map(String);
  const control = frame.locator(`#field-${name}`);
  if (!field?.choices) await control.fill(texts.join("、"));
  else if (!field.many) await control.selectOption(texts[0] ?? "");
  else if (texts[0] === "全部") await button({ frame } as OpenDialog, `${field.title}：全部`).click();
  else for (const word of texts.join("、").split("、")) await frame.getByRole("checkbox", { name: word, exact: true }).check();
}

test.each(CLERK_OPERATIONS.map((one) => [one.id, one] as const))("%s", async (id, operation) => {
  const { input, today } = operation.example;
  const addOn = await addOnWithDemo(today);
  const dialog = await open(addOn, DESK.find((one) => one.id === `do-${id}`)?.handler ?? "");
  await headline(dialog, operation.title);
  for (const [name, value] of Object.entries(input)) await fill(dialog, operation, name, value);
  await button(dialog, "预览").click();
  await headline(dialog, /^将要/);
  await dialog.picture(`example-${id}`);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成，运行号 R\d+/);

  const book = join(folder, `${id}.xlsx`);
  copyFileSync(demo, book);
  const fields = Object.entries(input).flatMap(([name, value]) => [
    `--${name}`,
    ...(Array.isArray(value) ? value : [String(value)]),
  ]);
  expect(anpei(["do", id, ...fields, "--today", today, "--book", book])).toMatchObject({ exit: 0 });
  expect(shared(cellsOf(sheetOf(addOn)))).toEqual(shared(cellsOf(await new XlsxHost(book).read())));
});
