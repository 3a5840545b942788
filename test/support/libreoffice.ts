import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function isInstalled(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A test that needs LibreOffice. Where there is none it passes and says aloud that nothing was tested. */
export function withLibreOffice(name: string, test: () => Promise<void>, timeout = 120_000): void {
  if (isInstalled()) it(name, test, timeout);
  else
    it(`${name} (not tested: no soffice on this PC)`, () => {
      console.warn(`skipped "${name}": LibreOffice (soffice) is not installed here`);
    });
}

/**
 * What LibreOffice makes of a workbook, by a headless conversion with a profile of the test file's own.
 *
 * @param ending of the file, if it is none of a workbook
 * @param filter such as `xlsx` or `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1`
 */
export function convertWithLibreOffice(workbook: Uint8Array, filter: string, ending = "xlsx"): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "anpei-lo-"));
  try {
    const source = join(folder, `in.${ending}`);
    writeFileSync(source, workbook);
    const out = join(folder, "out");
    execFileSync(
      "soffice",
      [`-env:UserInstallation=file://${profile()}`, "--headless", "--convert-to", filter, "--outdir", out, source],
      {
        stdio: "ignore",
      },
    );
    return readFileSync(join(out, `in.${filter.split(":")[0] ?? ""}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let profileFolder: string | null = null;

/** Made when it is first needed: setting one up takes LibreOffice longer than most conversions. */
function profile(): string {
  profileFolder ??= mkdtempSync(join(tmpdir(), "anpei-lo-profile-"));
  return profileFolder;
}

afterAll(() => {
  if (profileFolder) rmSync(profileFolder, { recursive: true, force: true });
});

/** The first sheet as CSV: UTF-8, cells as shown, text in quotes only where needed. */
export const csvByLibreOffice = (workbook: Uint8Array): string =>
  convertWithLibreOffice(workbook, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false").toString("utf8");
