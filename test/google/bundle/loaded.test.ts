import { join } from "node:path";
import { build } from "esbuild";
import { ACTIONS, ALL_TITLE } from "../../../apps-script/domain/rules/actions";
import { MENU } from "../../../apps-script/src/menu";

const source = join(__dirname, "../../../apps-script/src");

/** What Google has to load for a module: bytes by file, unminified. */
async function loadedBy(module: string): Promise<ReadonlyMap<string, number>> {
  const { metafile } = await build({
    entryPoints: [join(source, module)],
    absWorkingDir: source,
    bundle: true,
    write: false,
    metafile: true,
    platform: "neutral",
    mainFields: ["module", "main"],
    outfile: "out.js",
    charset: "utf8",
    target: "es2019",
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return new Map(inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [[path, bytesInOutput]] : [])));
}

test.each(["on-edit.ts", "menu.ts"])(
  "%s, which runs at every edit or opening, loads no rules and at most 40 KB",
  async (module) => {
    const loaded = await loadedBy(module);
    expect([...loaded.keys()].filter((path) => /domain\/(rules|operations|merge|plan)\//.test(path))).toEqual([]);
    const bytes = [...loaded.values()].reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(40_000);
  },
);

test("the menu offers every action there is, in its order and by its name", () => {
  const titled = (actions: readonly { readonly id: string; readonly title: string }[]) =>
    actions.map(({ id, title }) => [id, title]);
  expect(MENU.slice(1, 3).map(titled)).toEqual([titled(ACTIONS), [["all", ALL_TITLE]]]);
});
