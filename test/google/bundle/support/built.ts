import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../../../..");

/** What `npm run build` makes of the add-on, built into a folder of its own. */
export interface Built {
  readonly folder: string;
  readonly code: string;
  readonly dialog: string;
  readonly manifest: { readonly oauthScopes: readonly string[]; readonly [name: string]: unknown };
}

export function buildAddOn(): Built {
  const folder = join(mkdtempSync(join(tmpdir(), "anpei-addon-")), "dist");
  execFileSync(process.execPath, [join(root, "apps-script/build.mjs"), folder]);
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return { folder, code: read("Code.js"), dialog: read("dialog.html"), manifest: JSON.parse(read("appsscript.json")) };
}
