import { readFileSync } from "node:fs";
import type { OpenDialog } from "./dialog";

const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

/** What axe finds serious or critical in the page, each with the element. */
export function seriousFaults({ frame }: OpenDialog): Promise<string[]> {
  return frame.locator("body").evaluate(async (body, code) => {
    const window = body.ownerDocument.defaultView as unknown as { eval(code: string): void; readonly axe: Axe };
    window.eval(code);
    const { violations } = await window.axe.run();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, source);
}
