import { writeFile } from "node:fs/promises";
import { EDUCATION } from "../../../apps-script/domain/schema/allowed";
import { importFiles } from "../exchange/import-files";
import * as say from "../wording/demo";
import { conflictTable } from "./conflict-table";
import { csvOf } from "./file-forms";
import { type DemoOffice, wholly } from "./office";
import { demoPerson } from "./people";

/** The day on which the demonstration ends. */
export const LAST_DAY = "2024-03-19";

/** A unit sends one line again, with other words in one cell: a conflict that is left for whoever tries the workbook. */
export async function lateList(office: DemoOffice): Promise<void> {
  const { name, id } = demoPerson(LATE);
  const path = office.at("收件", "采石场-补充.csv");
  await writeFile(path, await csvOf([HEADER, [name, id, "示例采石场", EDUCATION.bachelor]]), { mode: 0o600 });
  const { receipt } = wholly(await importFiles(office, [path], office.terms(LAST_DAY), { replies: office.at("回执") }));
  office.note(say.titles.open, receipt.run, { text: say.conflictOpen, table: await conflictTable(office) });
}

const HEADER = ["姓名", "证件号", "单位", "学历"];
/** Somebody of the unit's first list, where the 学历 is another. */
const LATE = 61;
