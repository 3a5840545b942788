import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { Refusal } from "../../../apps-script/domain/refusal";
import { SCHEMA_VERSION, TABLES, type Table } from "../../../apps-script/domain/schema/index";
import type { AskOf, ValueOf } from "../../../apps-script/domain/serving/calls";
import { initAnswer } from "../../../apps-script/domain/serving/initialising";
import { createFile } from "../files/create-file";
import * as say from "../wording/workbench";
import { newWorkbook } from "../workbook/new-workbook";
import { stateOf } from "./book-state";

type Lacking = ValueOf<"init">["lacking"];

const NOTHING: Lacking = { tabs: [], columns: [], settings: [], version: SCHEMA_VERSION, isComplete: true };

/** What there is to do where there is no file yet. */
function everything(): Lacking {
  const tabs = Object.values<Table>(TABLES).map(({ title }) => title);
  return { tabs, columns: [], settings: [], version: null, isComplete: false };
}

/**
 * Makes the workbook's file where there is none, once the page says that it should. A workbook that is there is complete: one of
 * an older version is brought up by its next run.
 *
 * @throws {Refusal} `exists` when the file is none of ours, `no-year`
 */
export async function initialise(book: string, ask: AskOf<"init">): Promise<ValueOf<"init">> {
  const state = await stateOf(book);
  if (state === "foreign") throw new Refusal("exists", say.bookExists(basename(book)));
  const answer = initAnswer(ask, state === "ours" ? NOTHING : everything(), state === "none");
  if (answer.state === "done" && state === "none")
    await createFile(book, await newWorkbook({ planYear: ask.year ?? 0, workbook: randomBytes(6).toString("hex") }));
  return answer;
}
