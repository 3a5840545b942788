import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";

const bin = resolve(__dirname, "../../node-sync/bin/anpei.mjs");
const clock = resolve(__dirname, "day-clock.cjs");
const CLERK = "张老师";
/** Of the window, in pixels: as wide as a picture is. */
export const SIZE = { width: 1000, height: 720 };

/** A centre's PC: a folder with a workbook, and the page over it as `anpei open` starts it, in Chromium. */
export class ManualOffice {
  private server: ChildProcess | null = null;
  private shown: Page | null = null;
  /** What the page's console complained of; to stay empty. */
  readonly complaints: string[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), "anpei-manual-"));

  constructor(private readonly browser: Browser) {}

  at(name: string): string {
    return join(this.folder, name);
  }

  get page(): Page {
    if (this.shown === null) throw new Error("The office has not opened.");
    return this.shown;
  }

  /** The morning of a day: the workbench is started, and its page stands open. */
  async begin(today: string): Promise<void> {
    await this.end();
    const url = await this.start(`${today}T09:00:00+08:00`);
    const page = await this.browser.newPage({ locale: "zh-CN", viewport: SIZE });
    page.setDefaultTimeout(30_000);
    page.on("console", (message) => this.complaints.push(message.text()));
    page.on("pageerror", (error) => this.complaints.push(error.message));
    await page.goto(url);
    this.shown = page;
  }

  private async start(moment: string): Promise<string> {
    const own = { ANPEI_CLERK: CLERK, ANPEI_STARTED_AT: moment, XDG_CONFIG_HOME: this.at("设置") };
    const args = ["--require", clock, bin, "open", "--book", this.at("名册.xlsx"), "--no-browser", "--json"];
    const server = spawn(process.execPath, args, { env: { ...process.env, ...own }, stdio: ["ignore", "pipe", "inherit"] });
    this.server = server;
    let said = "";
    server.stdout.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
    });
    while (!said.endsWith("}\n")) await once(server.stdout, "data");
    return (JSON.parse(said) as { url: string }).url;
  }

  async end(): Promise<void> {
    await this.shown?.close();
    this.shown = null;
    if (this.server === null) return;
    const ended = once(this.server, "exit");
    this.server.kill("SIGTERM");
    await ended;
    this.server = null;
  }

  async screen(title: string): Promise<void> {
    await this.page.getByRole("navigation").getByRole("button", { name: title, exact: true }).click();
    await this.shows(title);
  }

  /** Waits for a heading; where it does not come, the error tells what is there instead. */
  private async shows(title: string): Promise<void> {
    const heading = this.page.getByRole("heading", { level: 2, name: title });
    await heading.waitFor().catch(async () => {
      throw new Error(`${title} does not come:\n${await this.page.locator("body").ariaSnapshot()}`);
    });
    await this.rest();
  }

  /** A button of what is shown, or below it. */
  async press(name: string | RegExp): Promise<void> {
    const button = this.page.getByRole("button", { name, exact: typeof name === "string" });
    await this.page.locator("#content, #buttons").locator(button).first().click();
  }

  /** Waits until nothing goes on. */
  async rest(): Promise<void> {
    await this.page.locator("main[aria-busy=false]").waitFor();
  }

  /** Waits for what would be changed. Nothing would be, or it is not taken: an error with what the page says. */
  async proposed(): Promise<void> {
    const ready = this.page.getByRole("heading", { level: 2, name: /^将要/ });
    const refused = this.page.locator("#alert:not(:empty)").or(this.page.getByRole("heading", { level: 2, name: /^没有改动/ }));
    await ready.or(refused).first().waitFor();
    if ((await refused.count()) > 0) throw new Error(await this.page.locator("body").ariaSnapshot());
    await this.rest();
  }

  /** Does what stands there to be done. */
  async apply(): Promise<void> {
    await this.press("执行");
    await this.page.getByRole("heading", { level: 2, name: /^已完成/ }).waitFor();
    await this.rest();
  }
}
