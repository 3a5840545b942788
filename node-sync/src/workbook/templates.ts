import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../files/folder";
import { templateNames } from "../wording/new-workbook";
import { newWorkbook } from "./new-workbook";
import { PLAN_YEAR, planText } from "./plan-2024";
import { emptyUnitFile } from "./unit-file";

export interface Template {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The files of `templates/`, as they should be now. */
export async function templates(): Promise<Template[]> {
  return [
    { name: templateNames.workbook, bytes: await newWorkbook({ planYear: PLAN_YEAR, workbook: "" }) },
    { name: templateNames.unitFile, bytes: await emptyUnitFile() },
    { name: templateNames.plan(PLAN_YEAR), bytes: Buffer.from(planText(), "utf8") },
  ];
}

/** Writes them into `dir`, made if need be; gives back the names. */
export async function writeTemplates(dir: string): Promise<string[]> {
  const all = await templates();
  await makeFolder(dir);
  for (const { name, bytes } of all) await writeFile(join(dir, name), bytes);
  return all.map(({ name }) => name);
}
