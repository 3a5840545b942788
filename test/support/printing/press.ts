import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Paper } from "../../../apps-script/domain/views/papers/paper";
import { paperPage } from "../../../node-sync/src/print/paper-page";
import { launchBrowser } from "../../google/dialog/support/browser";

const PIXELS_OF_MM = 96 / 25.4;
/** Inside the margins. */
const WIDTHS = { portrait: 186, landscape: 273 } as const;

/** Papers as a browser prints them. */
export class Press {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    /** Where the papers are left as .pdf, for people to look at. */
    readonly folder: string,
  ) {}

  static async open(folder: string): Promise<Press> {
    const browser = await launchBrowser();
    return new Press(browser, await browser.newPage(), folder);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Shows a paper as wide as its sheet is inside the margins. */
  async show(paper: Paper): Promise<void> {
    await this.page.setViewportSize({ width: Math.round(WIDTHS[paper.look] * PIXELS_OF_MM), height: 800 });
    await this.page.emulateMedia({ media: "print" });
    await this.page.setContent(paperPage(paper, false));
  }

  /** Prints the paper that is shown; gives back the path of the .pdf. */
  async print(name: string): Promise<string> {
    const path = join(this.folder, `${name}.pdf`);
    writeFileSync(path, await this.page.pdf({ preferCSSPageSize: true }));
    return path;
  }

  /** Elements whose text is cut off, or that reach over the edge of the sheet. */
  cutOff(): Promise<string[]> {
    return this.page.locator(".paper *").evaluateAll((all) => {
      const edge = all[0]?.ownerDocument.documentElement.clientWidth ?? 0;
      const cut = all.filter(
        (one) =>
          (one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1) || one.getBoundingClientRect().right > edge + 0.01,
      );
      return cut.map((one) => `${one.className} ${one.textContent}`);
    });
  }

  /** Heights in mm, inside the borders, of the cells that wait for a signature. */
  async signatureBoxes(): Promise<number[]> {
    const pixels = await this.page.locator(".paper-table").evaluateAll((tables) =>
      tables.flatMap((table) => {
        const places = [...table.querySelectorAll(".paper-heading[scope=col]")].flatMap((heading) =>
          heading.textContent?.includes("签") ? [heading.getBoundingClientRect().left] : [],
        );
        const cells = [...table.querySelectorAll("tbody td:not([colspan])")];
        return cells.flatMap((cell) => {
          const { left } = cell.getBoundingClientRect();
          return places.some((place) => Math.abs(place - left) < 1) ? [cell.clientHeight] : [];
        });
      }),
    );
    return pixels.map((height) => height / PIXELS_OF_MM);
  }

  /** What characters look like in the type of an element. */
  drawn(characters: readonly string[], selector: string): Promise<string[]> {
    const place = this.page.locator(selector).first();
    return place.evaluate((element, texts) => {
      const page = element.ownerDocument;
      const { fontFamily = "" } = page.defaultView?.getComputedStyle(element) ?? {};
      return texts.map((text) => {
        const canvas = page.createElement("canvas");
        const pen = canvas.getContext("2d");
        if (pen === null) throw new Error("no canvas");
        pen.font = `60px ${fontFamily}`;
        pen.fillText(text, 10, 80);
        return canvas.toDataURL();
      });
    }, characters);
  }

  /** Whether there is a type with Chinese characters: without one every character is the same empty box. */
  async hasChinese(): Promise<boolean> {
    const [one, other, none] = await this.drawn(["签", "龘", "\u{10fffe}"], "body");
    return one !== other && one !== none;
  }
}

/** The texts of the pages of several PDFs, without blanks. */
export function textsOfPages(paths: readonly string[]): string[][] {
  const reader = join(__dirname, "pdf-text.mjs");
  const out = execFileSync(process.execPath, [reader, ...paths], { maxBuffer: 1e9, encoding: "utf8" });
  return (JSON.parse(out) as string[][]).map((pages) => pages.map(plain));
}

/** A text as it is compared with that of a page. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2e80-\u2eff]/gu, (radical) => CHARACTERS[radical] ?? radical)
    .replace(/\s+/gu, "");
}

/** Radicals stand in a PDF for the characters that look like them; these have no canonical form. */
const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "⺠民",
    "⺟母",
    "⻄西",
    "⻅见",
    "⻆角",
    "⻋车",
    "⻓长",
    "⻔门",
    "⻘青",
    "⻚页",
    "⻛风",
    "⻝食",
    "⻢马",
    "⻩黄",
    "⻬齐",
    "⻰龙",
  ].map(([radical = "", character = ""]) => [radical, character]),
);
