import { basename } from "node:path";
import { addCardsOperation, cardLines } from "../../../../apps-script/domain/operations/add-cards";
import { noCardColumns } from "../../../../apps-script/domain/wording/card-list";
import { read } from "../../readers/readers";
import { refusal } from "../../refusal";
import type { Run } from "../command";
import { reportOf } from "../receipt";
import { performOn } from "../session";

export const run: Run = async (common, [path = ""]) => {
  const { file, sheets } = await read(basename(path), "table", path);
  for (const sheet of sheets) {
    const cards = cardLines(sheet.rows);
    if (cards) return reportOf(await performOn(common, addCardsOperation({ file, cards })));
  }
  throw refusal("no-cards", noCardColumns(file));
};
