import { readFile, writeFile } from "node:fs/promises";
import { addCardsOperation, cardLines } from "../../../apps-script/domain/operations/add-cards";
import { loadPlanOperation } from "../../../apps-script/domain/operations/load-plan";
import { readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { importFiles } from "../exchange/import-files";
import { createFile } from "../files/create-file";
import { readTableFile } from "../files/read-table-file";
import * as say from "../wording/demo";
import { newWorkbook } from "../workbook/new-workbook";
import { planText } from "../workbook/plan-2024";
import { writeCardList } from "./card-list";
import { type DemoOffice, wholly } from "./office";
import { seats, staffWork } from "./staff-work";
import { writeUnitFiles } from "./unit-files";

/** The second class's window is open, the first class has just ended. */
const CARD_DAY = "2024-03-12";

/** From the notice to a roster in which everybody has a class: plan, lists of units, cards, staff work, all actions. */
export async function firstWeeks(office: DemoOffice): Promise<void> {
  await openBook(office);
  const received = await writeUnitFiles(office.at("收件"));
  const imported = wholly(await importFiles(office, received, office.terms("2024-02-20"), { replies: office.at("回执") }));
  office.note(say.titles.import, imported.receipt.run, { lines: imported.files.map(say.imported) });
  const first = await office.runAll("2024-02-21");
  office.note(say.titles.first, first.run, { text: say.ran(first) });
  await addCards(office);
  const staff = await office.perform(staffWork, CARD_DAY);
  office.note(say.titles.staff, staff.run, { text: say.staffTyped });
  const last = await office.runAll(CARD_DAY);
  office.note(say.titles.all, last.run, { text: say.ran(last) });
  const again = await office.runAll(CARD_DAY);
  office.note(say.titles.again, again.run, { text: say.ran(again) });
}

async function openBook(office: DemoOffice): Promise<void> {
  const planFile = office.at("2024年培训计划.txt");
  await writeFile(planFile, planText(), { mode: 0o600 });
  await createFile(office.book, await newWorkbook({ planYear: 2024, workbook: "demo" }));
  const { classes } = readPlanText(await readFile(planFile, "utf8"));
  const loaded = await office.perform(loadPlanOperation(classes, 2024), "2024-01-02");
  office.note(say.titles.plan, loaded.run, { text: say.planRead(classes.length) });
  await office.perform(seats, "2024-01-02");
}

async function addCards(office: DemoOffice): Promise<void> {
  const file = "模拟卡清单.csv";
  await writeCardList(office.at("收件", file));
  const cards = cardLines((await readTableFile(office.at("收件", file))).sheets[0]?.rows ?? []) ?? [];
  const pool = await office.perform(addCardsOperation({ file, cards }), CARD_DAY);
  office.note(say.titles.cards, pool.run, { text: say.cardsAdded(cards.length) });
}
