import { join } from "node:path";
import { build } from "esbuild";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { ACTIONS, ALL_TITLE } from "../../../apps-script/domain/rules/actions";
import { DESK, MENU } from "../../../apps-script/src/menu";

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

/** Who a payment is for is read from 分摊到 as the rule of money reads it; nothing else of the rules is needed at an edit. */
const READS_SHARES =
  /rules\/(?:standing|money\/(?:moves|payment-(?:names|amounts|shares|mentions)))\.ts$|merge\/unit(?:s|-mentions)\.ts$/;

test.each([
  ["on-edit.ts", 90_000, READS_SHARES],
  ["menu.ts", 40_000, /^$/],
])("%s, which runs at every edit or opening, loads no rule that decides and at most %i bytes", async (module, most, needed) => {
  const loaded = await loadedBy(module);
  const domain = [...loaded.keys()].filter((path) => /domain\/(rules|operations|merge|plan)\//.test(path));
  expect(domain.filter((path) => !needed.test(path))).toEqual([]);
  const bytes = [...loaded.values()].reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(most);
});

test("the menu offers every action there is, in its order and by its name", () => {
  const titled = (actions: readonly { readonly id: string; readonly title: string }[]) =>
    actions.map(({ id, title }) => [id, title]);
  expect(titled(DESK)).toEqual(CLERK_OPERATIONS.map(({ id, title }) => [`do-${id}`, title]));
  expect(MENU.slice(1, 3).map(titled)).toEqual([titled(ACTIONS), [["all", ALL_TITLE]]]);
});
