import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import type { AddOn } from "../../bundle/support/add-on";
import { illegalPart, pageScript } from "./script-run";

/** The tokens of the frame in which HtmlService shows a page (seen in Google's own markup). */
const SANDBOX = [
  ...["allow-downloads", "allow-forms", "allow-modals", "allow-popups", "allow-popups-to-escape-sandbox"],
  ...["allow-same-origin", "allow-scripts", "allow-storage-access-by-user-activation", "allow-top-navigation-by-user-activation"],
].join(" ");
const OUTSIDE = "https://sheets.test/";
const INSIDE = "https://page.test/";

export const pictures = mkdtempSync(join(tmpdir(), "anpei-dialogs-"));

/** A dialog on the screen. What went wrong on the way is in `complaints`: it has to stay empty. */
export interface OpenDialog {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly complaints: string[];
  readonly calls: string[];
  isClosed(): boolean;
  /** A picture in `pictures`, for people to look at. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface DialogOptions {
  readonly width?: number;
  /** Happens before the script gets the call, which waits for it. What it throws is what the server failed with. */
  readonly beforeCall?: (name: string) => unknown;
}

/** Clicks a menu item and shows the dialog that it opens in a frame as Google's; its calls run the script. */
export async function openDialog(
  browser: Browser,
  addOn: AddOn,
  handler: string,
  options: DialogOptions = {},
): Promise<OpenDialog> {
  addOn.call(handler);
  const shown = addOn.google.ui.dialogs[addOn.google.ui.dialogs.length - 1];
  const [width, height] = [options.width ?? shown?.width ?? 560, shown?.height ?? 560];
  const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN" });
  const complaints: string[] = [];
  const calls: string[] = [];
  let isClosed = false;
  await context.exposeFunction("standInComplains", (text: string) => void complaints.push(text));
  await context.exposeFunction("standInCloses", () => {
    isClosed = true;
  });
  await context.exposeFunction("standInCalls", async (name: string, given: string) => {
    const asked = JSON.parse(given) as unknown[];
    const call = name === "pageCall" ? String(asked[0]) : name;
    calls.push(call);
    try {
      await options.beforeCall?.(call);
      const value = addOn.call(name, ...asked);
      const illegal = illegalPart(value ?? null, name);
      if (illegal !== null) complaints.push(illegal);
      return { ok: true, value: JSON.stringify(value ?? null) };
    } catch (error) {
      return { ok: false, error: String(error) };
    }
  });
  await context.addInitScript(pageScript(addOn.globals));
  await context.route("**/*", (route) => {
    const url = route.request().url();
    const body = { [OUTSIDE]: outside(), [INSIDE]: shown?.content ?? "" }[url];
    if (body !== undefined) return route.fulfill({ contentType: "text/html; charset=utf-8", body });
    complaints.push(`The page asks for ${url}.`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("dialog", (dialog) => {
    complaints.push(`A box says ${dialog.message()}.`);
    void dialog.dismiss();
  });
  await page.goto(OUTSIDE);
  return {
    page,
    frame: page.frameLocator("iframe"),
    complaints,
    calls,
    isClosed: () => isClosed,
    picture: async (name) => void (await page.screenshot({ path: join(pictures, `${name}.png`) })),
    close: () => context.close(),
  };
}

function outside(): string {
  const style = "html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}";
  return `<!DOCTYPE html><link rel="icon" href="data:,"><style>${style}</style><iframe sandbox="${SANDBOX}" src="${INSIDE}"></iframe>`;
}
