import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../google/dialog/support/browser";
import { paleTexts, tooWide } from "../google/dialog/support/readable";
import { bin } from "./program";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Pictures of pages, for people to look at. */
const pictures = mkdtempSync(join(tmpdir(), "anpei-pages-"));

interface Started {
  readonly book: string;
  readonly today: string;
}

/** The page over a workbench as `anpei open` starts it, in Chromium. */
export class BrowserPage {
  private constructor(
    private readonly server: ChildProcess,
    private readonly browser: Browser,
    readonly page: Page,
    /** What the page's console complained of; to stay empty. */
    readonly complaints: readonly string[],
  ) {}

  static async open({ book, today }: Started): Promise<BrowserPage> {
    const env = { ...process.env, ANPEI_CLERK: "前台", XDG_CONFIG_HOME: mkdtempSync(join(tmpdir(), "anpei-own-")) };
    const args = [bin, "open", "--book", book, "--today", today, "--no-browser", "--json"];
    const server = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    server.stdout.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
    });
    while (!said.endsWith("}\n")) await once(server.stdout, "data");
    const browser = await launchBrowser();
    const page = await browser.newPage({ acceptDownloads: true, locale: "zh-CN", viewport: { width: 1280, height: 800 } });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto((JSON.parse(said) as { url: string }).url);
    return new BrowserPage(server, browser, page, complaints);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.kill();
  }

  kill(): void {
    this.server.kill("SIGKILL");
  }

  async screen(title: string): Promise<void> {
    await this.page.getByRole("navigation").getByRole("button", { name: title, exact: true }).click();
    await this.page.getByRole("heading", { level: 2, name: title }).waitFor();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name, exact: typeof name === "string" }).click();
  }

  /** Waits until nothing goes on. */
  async rest(): Promise<void> {
    await this.page.locator("main[aria-busy=false]").waitFor();
  }

  /** Nothing reaches over the edge, and everybody can read it; leaves pictures. */
  async isReadable(name: string): Promise<void> {
    const { page } = this;
    for (const width of [360, 1920, 300, 1280]) {
      await page.setViewportSize({ width, height: 1_500 });
      expect([name, width, await tooWide({ frame: page })]).toEqual([name, width, []]);
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`) });
    }
    expect([name, await paleTexts({ frame: page }), await this.seriousFlaws()]).toEqual([name, [], []]);
  }

  private async seriousFlaws(): Promise<string[]> {
    const { page } = this;
    await page.evaluate(axe);
    const found: Found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
    const serious = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }
}

/** What axe tells. */
interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

afterAll(() => process.stdout.write(`Pictures of the pages: ${pictures}\n`));
