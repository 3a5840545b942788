import { OutcomeBuilder } from "../../../apps-script/domain/changes/outcome";
import type { AnnotatedRow } from "../../../apps-script/domain/merge/returned";
import type { Operation } from "../../../apps-script/domain/operations/operation";
import { ROSTER } from "../../../apps-script/domain/schema/index";
import { textOf } from "../../../apps-script/domain/snapshot/value";
import { takesTheirs } from "../../../apps-script/domain/wording/exchange";
import { exportFiles } from "../exchange/export/export-files";
import { type FileResult, type Imported, importFiles } from "../exchange/import-files";
import type { Receipt } from "../perform";
import * as say from "../wording/demo";
import { conflictTable } from "./conflict-table";
import { type DemoOffice, wholly } from "./office";
import { ANSWERED, CONFLICT_DAYS, writeUnitAnswers } from "./unit-answers";

const SENT_DAY = "2024-03-13";
const CORRECTED_DAY = "2024-03-15";
const BACK_DAY = "2024-03-18";

/** Files go out, two come back edited, one cell was changed on both sides; staff decide, and the next import applies it. */
export async function roundTrip(office: DemoOffice): Promise<void> {
  const answers = await sendAndEdit(office);
  const takeIn = async (): Promise<Imported> =>
    wholly(await importFiles(office, answers, office.terms(BACK_DAY), { replies: office.at("回执") }));
  const back = await takeIn();
  office.note(say.titles.back, back.receipt.run, { lines: back.files.flatMap(linesOf) });
  office.note(say.titles.conflicts, null, { text: say.conflictsWait, table: await conflictTable(office) });
  const chosen = await office.perform(choice, BACK_DAY);
  office.note(say.titles.chosen, chosen.run, { text: say.chose(takesTheirs) });
  const applied = await takeIn();
  office.note(say.titles.applied, applied.receipt.run, { lines: await changesOf(office, applied.receipt, "validUntil") });
  const again = await takeIn();
  office.note(say.titles.sameAgain, again.receipt.run, { text: say.ran(again.receipt), lines: again.files.flatMap(remarks) });
  const all = await office.runAll(BACK_DAY);
  office.note(say.titles.last, all.run, { text: say.ran(all), lines: await changesOf(office, all, "class") });
}

async function sendAndEdit(office: DemoOffice): Promise<string[]> {
  const out = office.at("发件");
  const sent = wholly(await exportFiles(office.host, office.terms(SENT_DAY), { out }));
  office.note(say.titles.sent, sent.receipt.run, { text: say.filesSent(out), lines: sent.files.map(say.sentFile) });
  const answers = await writeUnitAnswers(out, office.at("单位发回"));
  const { run } = await office.perform(correction, CORRECTED_DAY);
  office.note(say.titles.edited, run, { lines: say.edits(ANSWERED.conflict.name, CONFLICT_DAYS) });
  return answers;
}

/** What staff would have typed while the files were away: the expiry as it stands on the certificate. */
const correction: Operation = {
  id: "demo",
  title: say.operations.correction,
  decide: ({ roster }) => {
    const out = new OutcomeBuilder();
    const row = roster.find(({ name }) => name === ANSWERED.conflict.name);
    if (row) out.set("roster", row, "validUntil", CONFLICT_DAYS.ours, say.typed);
    return out.done();
  },
};

/** What staff would have picked in 冲突. */
const choice: Operation = {
  id: "demo",
  title: say.operations.choice,
  decide: ({ conflicts }) => {
    const out = new OutcomeBuilder();
    for (const row of conflicts) out.set("conflicts", row, "choice", takesTheirs, say.typed);
    return out.done();
  },
};

function linesOf({ file, report, reply, error }: FileResult): string[] {
  if (report?.kind !== "returned") return [say.unread(file, error?.message ?? "")];
  const people = report.annotated.flatMap((row) => (row.end === "new" ? [say.newPerson(nameOf(row), row.enrolment ?? "")] : []));
  const refused = report.annotated.flatMap((row) =>
    row.cells.flatMap(({ verdict, reason }) => (verdict === "refused" ? [say.notTaken(nameOf(row), reason ?? "")] : [])),
  );
  return [say.returned(file, report.rows, report.cells), ...people, ...refused, ...(reply === null ? [] : [say.reply(reply)])];
}

function nameOf({ name }: AnnotatedRow): string {
  return textOf(name);
}

/** Whose cell of one column of 名册 a run changed, and how. */
async function changesOf(office: DemoOffice, { changes }: Receipt, column: keyof typeof ROSTER.columns): Promise<string[]> {
  const names = new Map((await office.snapshot()).roster.map(({ key, name }) => [key, name ?? key]));
  const { title } = ROSTER.columns[column];
  return changes.cells
    .filter((cell) => cell.table === "roster" && cell.column === column)
    .map(({ row, before, after }) => say.cellChanged(names.get(row) ?? row, title, textOf(before), textOf(after)));
}

function remarks({ report }: FileResult): string[] {
  return (report?.findings ?? []).map(({ message }) => message);
}
