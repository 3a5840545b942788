import type { FrameLocator, Locator, Page } from "playwright-core";
import type { Written } from "../../apps-script/domain/operations/inputs/field";
import { CLERK_OPERATIONS } from "../../apps-script/domain/operations/registry";
import { ALL_TITLE } from "../../apps-script/domain/rules/actions";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import { menuTitles } from "../../apps-script/domain/wording/actions";
import { type ClassDesk, NOTHING } from "../hosts/class-by-operations";
import type { LabTab } from "../hosts/lab";

/** Where the page is: beside a Sheet, or in a browser over a file. */
export interface Home {
  /** The page as it stands open on a day, opened anew where the day is another. */
  on(today: string): Promise<Page | FrameLocator>;
  book(): Promise<Snapshot>;
  dump(): Promise<LabTab[]>;
}

/** A person at the page, who clicks and types. */
export class ClickedDesk implements ClassDesk {
  /** The page reads no files here. */
  readonly takeForm = null;

  constructor(private readonly home: Home) {}

  async loadPlan(text: string, today: string): Promise<void> {
    const page = await this.begin(today, menuTitles.plan);
    await page.locator("#plan-text").fill(text);
    await press(page, "下一步");
    await apply(page);
  }

  async all(today: string, leftOut: readonly string[] = []): Promise<void> {
    const page = await this.begin(today, ALL_TITLE);
    for (const number of leftOut) await page.getByRole("checkbox", { name: `（${number}）` }).uncheck();
    await apply(page);
  }

  async do(id: string, today: string, given: Readonly<Record<string, unknown>>): Promise<string> {
    const operation = CLERK_OPERATIONS.find((one) => one.id === id);
    if (!operation) throw new Error(`no operation ${id}`);
    const page = await this.begin(today, operation.title);
    await headline(page, operation.title);
    // Cells are mostly changed row by row; the form that takes them as texts stands behind that.
    if (id === "edit") await page.getByRole("button", { name: /^一次改许多格/ }).click();
    for (const [name, value] of Object.entries(given)) await this.fill(page, id, name, value as Written);
    await press(page, "预览");
    return apply(page);
  }

  async undo(today: string): Promise<void> {
    const page = await this.home.on(today);
    await screen(page, "今天");
    await press(page, menuTitles.undo);
    const said = await apply(page);
    if (said.includes("没有撤销")) throw new Error(said);
  }

  book(): Promise<Snapshot> {
    return this.home.book();
  }

  dump(): Promise<LabTab[]> {
    return this.home.dump();
  }

  private async begin(today: string, title: string): Promise<Page | FrameLocator> {
    const page = await this.home.on(today);
    await screen(page, "办事");
    await page.locator("#content").getByRole("button", { name: title, exact: true }).click();
    return page;
  }

  private async fill(page: Page | FrameLocator, id: string, name: string, value: Written): Promise<void> {
    const field = CLERK_OPERATIONS.find((one) => one.id === id)?.fields.find((one) => one.name === name);
    const texts = (typeof value === "object" && value !== null ? value : [value]).map(String);
    const control = page.locator(`#field-${name}`);
    if (!field?.choices) await control.fill(texts.join("、"));
    else if (!field.many) await control.selectOption(texts[0] ?? "");
    else if (texts[0] === "全部") await press(page, `${field.title}：全部`);
    else for (const word of texts.join("、").split("、")) await page.getByRole("checkbox", { name: word, exact: true }).check();
  }
}

async function press(page: Page | FrameLocator, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

async function headline(page: Page | FrameLocator, text: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 2, name: text }).waitFor();
}

async function screen(page: Page | FrameLocator, title: string): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: title, exact: true }).click();
  await headline(page, title);
}

/** Waits for what would be done, does it, and gives back what the page then says. Nothing is to be done, or it is not taken: an error. */
async function apply(page: Page | FrameLocator): Promise<string> {
  const ready = page.getByRole("heading", { level: 2, name: /^(将要|没有改动)/ });
  const refused = page.locator("#alert:not(:empty)");
  await ready.or(refused).first().waitFor();
  if ((await refused.count()) > 0) {
    const faults = await page.locator(".fault, .candidates").allInnerTexts();
    throw new Error([await textOf(refused), ...faults].join("\n"));
  }
  if ((await textOf(ready)).startsWith("没有")) throw new Error(NOTHING);
  await press(page, "执行");
  await headline(page, /^已完成，运行号 R\d+/);
  return textOf(page.locator("#content"));
}

const textOf = async (place: Locator): Promise<string> => (await place.textContent()) ?? "";
