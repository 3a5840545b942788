import { parseArgs, stripVTControlCharacters } from "node:util";
import { type OpenSheet, openSheet } from "../../../node-sync/src/google/open-sheet";
import { describeHost } from "../../hosts/contract";
import { differenceOf, FACTS } from "./facts";
import { liveLab } from "./live-lab";
import { RawApi } from "./raw-api";
import { GIVES_RESULTS, type Step, stepsOf } from "./runner";

/** What the Sheet's only tab is called while the kit is at it. */
const KEEPER = "anpei live kit";

/**
 * `npm run live -- --sheet ID [--only WORDS]…`: the facts that the stand-in is built on and the host contract suite, on a
 * throw-away Sheet of real Google's (or whatever HTTPS_PROXY leads to). Prints what is otherwise than in the tests.
 */
async function live(): Promise<void> {
  const { values } = parseArgs({
    options: { sheet: { type: "string" }, only: { type: "string", multiple: true, default: [""] } },
  });
  const { sheet = "", only } = values;
  if (sheet === "") throw new Error("Which Sheet? npm run live -- --sheet ID, of an empty one that may be thrown away.");
  const open = await openSheet(sheet);
  const { id, title } = await onlyTab(open);
  await rename(open, id, KEEPER);
  try {
    const api = await RawApi.open(sheet);
    const lab = liveLab(open, id);
    const steps = [...FACTS.map((fact): Step => ({ name: `fact: ${fact.name}`, run: () => mustHold(differenceOf(fact, api)) }))];
    const contract = stepsOf(() => describeHost("SheetsApiHost", async () => lab));
    steps.push(
      ...contract.filter(({ name }) => !GIVES_RESULTS.test(name)).map(({ name, run }) => ({ name: `contract: ${name}`, run })),
    );
    const chosen = steps.filter(({ name }) => only.some((words) => name.includes(words)));
    const differing = await tried(chosen);
    console.log(`\n${chosen.length} steps, ${differing} otherwise than in the tests.`);
    process.exitCode = differing > 0 ? 1 : 0;
    await lab.load([]);
  } finally {
    await rename(open, id, title);
  }
}

async function mustHold(difference: Promise<string | null>): Promise<void> {
  const found = await difference;
  if (found !== null) throw new Error(found);
}

async function tried(steps: readonly Step[]): Promise<number> {
  let differing = 0;
  for (const { name, run } of steps) {
    try {
      await run();
      console.log(`same       ${name}`);
    } catch (error) {
      differing++;
      const text = error instanceof Error ? error.message : String(error);
      console.log(`DIFFERENT  ${name}\n${stripVTControlCharacters(text).replace(/^/gm, "           ")}`);
    }
  }
  return differing;
}

/** Refuses a Sheet in which anything stands, or that has more than the one tab it was made with. */
async function onlyTab({ client }: OpenSheet): Promise<{ readonly id: number; readonly title: string }> {
  const { sheets = [] } = await client.get("sheets(properties(sheetId,title),data(rowData(values(userEnteredValue))))");
  const [first] = sheets;
  const cells = (first?.data ?? []).flatMap(({ rowData }) => (rowData ?? []).flatMap(({ values }) => values ?? []));
  if (!first || sheets.length > 1 || cells.some(({ userEnteredValue }) => userEnteredValue))
    throw new Error("This Sheet is not empty. Everything in it would be lost: make a new one for this kit.");
  return { id: first.properties?.sheetId ?? 0, title: first.properties?.title ?? "" };
}

async function rename({ client }: OpenSheet, sheetId: number, title: string): Promise<void> {
  await client.update([{ updateSheetProperties: { properties: { sheetId, title }, fields: "title" } }]);
}

live().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
