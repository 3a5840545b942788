// Prints where a Chromium that needs no system packages is, unpacking it first if need be. The package unpacks into the
// temporary folder, libraries included when it believes to be on Lambda; a folder of its own, renamed when whole, keeps
// test files that start at the same time out of each other's way.

import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const module = createRequire(import.meta.url).resolve("@sparticuz/chromium");
const { version } = JSON.parse(readFileSync(join(dirname(dirname(module)), "package.json"), "utf8"));
const home = join(tmpdir(), `anpei-chromium-${version}`);
const own = mkdtempSync(join(tmpdir(), "anpei-chromium-new-"));
process.env.TMPDIR = existsSync(home) ? home : own;
process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
const { default: chromium } = await import("@sparticuz/chromium");
await chromium.executablePath();
if (!existsSync(home)) {
  writeFileSync(
    join(own, "fonts/fonts.conf"),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(home, "fonts/fonts")}</dir>
  <cachedir>${join(home, "fonts-cache")}</cachedir>
</fontconfig>
`,
  );
  try {
    renameSync(own, home);
  } catch {
    // Another test file was first; what it unpacked is the same.
  }
}
rmSync(own, { recursive: true, force: true });
console.log(JSON.stringify({ path: join(home, "chromium"), libraries: join(home, "al2023/lib"), fonts: join(home, "fonts") }));
