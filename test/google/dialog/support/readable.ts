import type { FrameLocator } from "playwright-core";
import type { OpenDialog } from "./dialog";

/** Whether people can read a dialog: how wide it is, and how its texts stand out. */

/** A page, or the frame that it is shown in. */
interface Looked {
  readonly frame: Pick<FrameLocator, "locator">;
}

/** An element of the page, as far as it is looked at. */
interface Shown {
  readonly id: string;
  readonly textContent: string;
  readonly parentElement: Shown | null;
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string }>;
  readonly ownerDocument: {
    readonly defaultView: {
      getComputedStyle(one: Shown, pseudo?: string): Readonly<Record<"color" | "backgroundColor", string>>;
    };
  };
  matches(selector: string): boolean;
  querySelectorAll(selector: string): Iterable<Shown>;
}

/** Whether all of an element is seen above the buttons, once the page has come to rest. */
export function isInSight({ frame }: OpenDialog, selector: string): Promise<boolean> {
  return frame.locator(selector).evaluate(async (one) => {
    await new Promise((rest) => setTimeout(rest, 100));
    const [own, page] = [one, one.closest("main")].map((part) => part?.getBoundingClientRect());
    return own !== undefined && page !== undefined && own.top >= page.top && own.bottom <= page.bottom;
  });
}

/** What reaches over the right edge. */
export function tooWide({ frame }: Looked): Promise<string[]> {
  return frame.locator("body").evaluate((body) => {
    const all = [body, ...body.querySelectorAll("*")];
    return all
      .filter((one) => one.getBoundingClientRect().right > body.clientWidth + 1)
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });
}

/** Texts that are squeezed into a column of single signs. */
export function squeezed({ frame }: OpenDialog): Promise<string[]> {
  return frame.locator("body").evaluate((body) => {
    const ownText = (one: (typeof body)["children"][number]): string =>
      [...one.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : "")).join("");
    return [...body.querySelectorAll("main *")].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      return ownText(one).length > 5 && height > 4 * width ? [ownText(one)] : [];
    });
  });
}

/**
 * Texts with a contrast below 4.5 : 1, hints inside empty fields included.
 * Source: https://www.w3.org/TR/WCAG22/#contrast-minimum
 */
export function paleTexts({ frame }: Looked): Promise<string[]> {
  return frame.locator("body").evaluate((body: Shown) => {
    const styleOf = (one: Shown, pseudo?: string) => one.ownerDocument.defaultView.getComputedStyle(one, pseudo);
    const numbers = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const light = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = numbers(color).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (one: Shown | null): string => {
      if (one === null) return "rgb(255, 255, 255)";
      const color = styleOf(one).backgroundColor;
      return numbers(color)[3] === 0 ? behind(one.parentElement) : color;
    };
    const contrast = (one: Shown, pseudo?: string): number => {
      const [a, b] = [light(styleOf(one, pseudo).color), light(behind(one))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    const hasText = (one: Shown): boolean => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    const pale: string[] = [];
    for (const one of body.querySelectorAll("main *, footer *")) {
      if (hasText(one) && contrast(one) < 4.5) pale.push(`${one.textContent} ${contrast(one)}`);
      if (one.matches("input[placeholder], textarea") && contrast(one, "::placeholder") < 4.5) pale.push(`${one.id} placeholder`);
    }
    return pale;
  });
}

/** What axe-core finds that keeps people from using a page. */
export async function seriousFlaws({ page }: OpenDialog): Promise<string[]> {
  const frame = page.frames()[1];
  if (!frame) throw new Error("no frame");
  await frame.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
  const found: {
    readonly violations: readonly {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  } = await frame.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const serious = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
