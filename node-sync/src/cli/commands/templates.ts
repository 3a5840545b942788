import { linesOf } from "../../wording/plain-text";
import { writeTemplates } from "../../workbook/templates";
import type { Run } from "../command";

export const run: Run = async (_common, [folder = "templates"]) => {
  const files = await writeTemplates(folder);
  return { json: { files }, text: linesOf(files), needsPerson: false };
};
