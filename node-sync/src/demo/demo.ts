import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addCardsOperation, cardLines } from "../../../apps-script/domain/operations/add-cards";
import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import { operationOf } from "../../../apps-script/domain/operations/operation";
import { readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { ALL_TITLE, runAll } from "../../../apps-script/domain/rules/actions";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { Refusal } from "../cli/refusal";
import { importFiles } from "../exchange/import-files";
import { createFile } from "../files/create-file";
import { readTableFile } from "../files/read-table-file";
import { perform, type Receipt, type Terms } from "../perform";
import * as say from "../wording/demo";
import { newWorkbook } from "../workbook/new-workbook";
import { planText } from "../workbook/plan-2024";
import { XlsxHost } from "../xlsx/xlsx-host";
import { writeCardList } from "./card-list";
import { seats, staffWork } from "./staff-work";
import { writeUnitFiles } from "./unit-files";

/** The day on which the demonstration takes place: the second class's window is open, the first has just ended. */
export const DEMO_DAY = "2024-03-12";

export interface DemoStep {
  readonly title: string;
  readonly run: string | null;
  readonly text: string;
}

export interface Demo {
  readonly book: string;
  readonly steps: readonly DemoStep[];
  readonly snapshot: Snapshot;
  readonly files: readonly string[];
}

const marker = ".anpei-demo";

/** The whole job end to end in a folder of its own, through the same operations that staff use. */
export async function demo(folder: string, head: Terms["head"]): Promise<Demo> {
  await startAfresh(folder);
  const book = join(folder, "名册.xlsx");
  const host = new XlsxHost(book);
  const terms = (today: string): Terms => ({ today, head });
  const steps: DemoStep[] = [];
  const note = (title: string, receipt: Receipt, text: string): void => void steps.push({ title, run: receipt.run, text });

  const planFile = join(folder, "2024年培训计划.txt");
  await writeFile(planFile, planText());
  await createFile(book, await newWorkbook({ planYear: 2024, workbook: "demo" }));
  const { classes } = readPlanText(await readFile(planFile, "utf8"));
  note(say.titles.plan, await perform(host, loadPlanOperation(classes, 2024), terms("2024-01-02")), say.planRead(classes.length));
  await perform(host, seats, terms("2024-01-02"));

  const received = await writeUnitFiles(join(folder, "收件"));
  const imported = await importFiles(host, received, terms("2024-02-20"), { replies: join(folder, "回执") });
  note(say.titles.import, imported.receipt, say.imported(imported));

  const first = await perform(host, operationOf("all", ALL_TITLE, runAll), terms("2024-02-21"));
  note(say.titles.first, first, say.ran(first));

  const cardFile = join(folder, "收件", "模拟卡清单.csv");
  await writeCardList(cardFile);
  const cards = cardLines((await readTableFile(cardFile)).sheets[0]?.rows ?? []) ?? [];
  const pool = await perform(host, addCardsOperation({ file: "模拟卡清单.csv", cards }), terms(DEMO_DAY));
  note(say.titles.cards, pool, say.cardsAdded(cards.length));

  note(say.titles.staff, await perform(host, staffWork, terms(DEMO_DAY)), say.staffTyped);
  const last = await perform(host, operationOf("all", ALL_TITLE, runAll), terms(DEMO_DAY));
  note(say.titles.all, last, say.ran(last));
  const again = await perform(host, operationOf("all", ALL_TITLE, runAll), terms(DEMO_DAY));
  note(say.titles.again, again, say.ran(again));

  const replies = (await readdir(join(folder, "回执")).catch(() => [])).map((name) => join(folder, "回执", name));
  return { book, steps, snapshot: snapshotOf(await host.read()), files: [book, ...replies, join(folder, "收件")] };
}

/** Empties a folder that an earlier demonstration made; any other folder that is not empty is refused. */
async function startAfresh(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const isOurs = await stat(join(folder, marker)).then(
    () => true,
    () => false,
  );
  if (names.length > 0 && !isOurs) throw new Refusal("not-empty", say.notEmpty(folder));
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
  await writeFile(join(folder, marker), "");
}
