import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/**
 * A headless Chromium that needs nothing installed: its own libraries and a font come with it. The package is an ES module,
 * which jest can't load, so a script of its own unpacks it.
 */
export async function launchBrowser(): Promise<Browser> {
  const out = execFileSync(process.execPath, [join(__dirname, "chromium.mjs")], { encoding: "utf8" });
  const { path, libraries, fonts } = JSON.parse(out) as Readonly<Record<"path" | "libraries" | "fonts", string>>;
  return chromium.launch({
    executablePath: path,
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"],
    env: { ...definedOf(process.env), LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts },
  });
}

function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
