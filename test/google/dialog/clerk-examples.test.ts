import type { ClerkOperation } from "../../../apps-script/domain/operations/define-operation";
import type { Written } from "../../../apps-script/domain/operations/inputs/field";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { DESK } from "../../../apps-script/src/menu";
import { IDLE_EXAMPLES } from "../../support/idle-examples";
import { cellsIn, useDemo } from "./support/demo";
import type { OpenDialog } from "./support/dialog";
import { button, headline, useDialogs } from "./support/office";

/** Each operation's example, typed into its form, does what the command line does with it. */

const open = useDialogs();
const demo = useDemo();

async function fill({ frame }: OpenDialog, { fields }: ClerkOperation, name: string, value: Written): Promise<void> {
  const field = fields.find((one) => one.name === name);
  const texts = (typeof value === "object" && value !== null ? value : [value]).map(String);
  const control = frame.locator(`#field-${name}`);
  if (!field?.choices) await control.fill(texts.join("、"));
  else if (!field.many) await control.selectOption(texts[0] ?? "");
  else if (texts[0] === "全部") await button({ frame } as OpenDialog, `${field.title}：全部`).click();
  else for (const word of texts.join("、").split("、")) await frame.getByRole("checkbox", { name: word, exact: true }).check();
}

const busy = CLERK_OPERATIONS.filter(({ id }) => !IDLE_EXAMPLES.includes(id));

test.each(busy.map((one) => [one.id, one] as const))("%s", async (id, operation) => {
  const { input, today } = operation.example;
  const addOn = await demo.addOn(today);
  const dialog = await open(addOn, DESK.find((one) => one.id === `do-${id}`)?.handler ?? "");
  await headline(dialog, operation.title);
  // Cells are mostly changed row by row; the form that takes them as texts stands behind that.
  if (id === "edit") await dialog.frame.getByRole("button", { name: /^一次改许多格/ }).click();
  for (const [name, value] of Object.entries(input)) await fill(dialog, operation, name, value);
  await button(dialog, "预览").click();
  await headline(dialog, /^将要/);
  await dialog.picture(`example-${id}`);
  await button(dialog, "执行").click();
  await headline(dialog, /^已完成，运行号 R\d+/);

  const fields = Object.entries(input).flatMap(([name, value]) => [
    `--${name}`,
    ...(Array.isArray(value) ? value : [String(value)]),
  ]);
  expect(cellsIn(addOn)).toEqual(await demo.done(id, fields, today));
});
