import { oneValueQuestion } from "./column-question";
import { type IncomingRow, incomingRows } from "./incoming";
import { noteList } from "./list-notes";
import { type Intake, ListTaking, type TakenFile } from "./list-taking";
import type { ForeignFile } from "./recognise";
import { contentFingerprint } from "./returned/read-rows";
import { inOrderOfTaking } from "./row-order";
import { sendersOf } from "./sender";
import { SenderQuestions } from "./sender-questions";

/**
 * Takes in one file. The same content again changes nothing of what was taken from it.
 *
 * @param exchangeUnit the unit to whose exchange the marks of the file belong, `null` for a file without marks
 */
export function importFile(file: ForeignFile, exchangeUnit: string | null, intake: Intake): TakenFile {
  const lists = file.lists.map((list) => ({ list, rows: incomingRows(list, intake.today) }));
  const rows = lists.flatMap((one) => one.rows);
  const fingerprint = rows.length === 0 ? file.fingerprint : contentFingerprint(rows.map(unmarked));
  const senders = sendersOf(lists, { file: file.file, exchangeUnit, directory: intake.directory });
  const questions = new SenderQuestions(senders, intake.directory);
  const taking = new ListTaking({ ...file, fingerprint }, questions, intake);
  const stop = intake.force ? null : oneValueQuestion(rows, (row) => taking.fatesOf(row));
  if (stop) return taking.stop(rows, stop);
  const entered = new Set(inOrderOfTaking(rows).filter((row) => taking.take(row)));
  for (const { list, rows: listed } of lists) {
    const isEntered = (row: IncomingRow): boolean => entered.has(row);
    noteList(list, listed.filter(isEntered), taking.findings);
  }
  return taking.close();
}

/** A row of a list bears no mark of ours. */
const unmarked = (row: IncomingRow) => ({ row, idText: null, grey: [] });
