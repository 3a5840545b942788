import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../../../..");

/** What `npm run build` makes of the add-on, built into a folder of its own. */
export interface Built {
  readonly folder: string;
  readonly code: string;
  readonly page: string;
  readonly manual: string;
  /** The files of the page for a browser, by name. */
  readonly browser: Readonly<Record<string, Buffer>>;
  readonly manifest: { readonly oauthScopes: readonly string[]; readonly [name: string]: unknown };
}

export function buildAddOn(): Built {
  const place = mkdtempSync(join(tmpdir(), "anpei-addon-"));
  const [folder, pages] = [join(place, "dist"), join(place, "page")];
  execFileSync(process.execPath, [join(root, "apps-script/build.mjs"), folder, pages]);
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return {
    folder,
    code: read("Code.js"),
    page: read("page.html"),
    manual: read("manual.html"),
    browser: filesIn(pages),
    manifest: JSON.parse(read("appsscript.json")),
  };
}

function filesIn(folder: string): Record<string, Buffer> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}
