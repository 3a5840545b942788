import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = resolve(__dirname, "../..");

function typeCheck(ring: string, code: string): string {
  const folder = mkdtempSync(join(tmpdir(), "anpei-ring-"));
  writeFileSync(join(folder, "probe.ts"), code);
  const config = {
    extends: join(root, ring, "tsconfig.json"),
    include: ["probe.ts"],
    compilerOptions: { typeRoots: [join(root, "node_modules/@types")] },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], {
    encoding: "utf8",
  });
  return stdout;
}

/** Biome's exit code, by the project's own settings, for one file at that path of an otherwise empty project. */
function lint(path: string, code: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), "anpei-lint-"));
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), code);
  copyFileSync(join(root, "biome.json"), join(folder, "biome.json"));
  const args = [join(root, "node_modules/@biomejs/biome/bin/biome"), "lint", "--vcs-enabled=false", path];
  return spawnSync(process.execPath, args, { cwd: folder }).status;
}

describe("the rings", () => {
  test.each(["process.exit(1);", 'import "node:fs";', "SpreadsheetApp.flush();", "console.log(1);", "setTimeout(() => 1, 1);"])(
    "a rule cannot name what its host has: %s",
    (code) => expect(typeCheck("apps-script/domain", `export {};\n${code}\n`)).toMatch(/error TS/),
  );

  test("a rule that names nothing of the kind passes", () => {
    expect(typeCheck("apps-script/domain", "export const one = [1].includes(1);\n")).toBe("");
  });

  test.each([
    [1, "new Date(0).getDay()"],
    [1, "Date.now()"],
    [1, "new Intl.DateTimeFormat().format()"],
    [0, "[1].length"],
  ])("lint gives %i to a rule with %s", (status, code) =>
    expect(lint("apps-script/domain/rules/probe.ts", `export const y = ${code};\n`)).toBe(status),
  );

  const take = (path: string) => `import { x } from "${path}";
export const y = x;
`;

  test.each([
    [1, "node-sync/src/cli/probe.ts", "../../../apps-script/src/menu"],
    [0, "node-sync/src/cli/probe.ts", "../../../apps-script/domain/schema/index"],
    [1, "apps-script/domain/rules/probe.ts", "../../../node-sync/src/cli/x"],
    [1, "apps-script/domain/rules/probe.ts", "../../src/menu"],
    [1, "apps-script/domain/rules/probe.ts", "node:fs"],
    [0, "apps-script/domain/rules/probe.ts", "../schema/index"],
    [1, "apps-script/src/probe.ts", "../../node-sync/src/perform"],
    [0, "apps-script/src/probe.ts", "../domain/schema/index"],
  ])("lint gives %i when %s imports %s", (status, from, path) => expect(lint(from, take(path))).toBe(status));
});
