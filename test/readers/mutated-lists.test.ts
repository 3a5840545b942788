import { withChanges } from "../../apps-script/domain/changes/advance";
import { foreignFileOf, importForeign } from "../../apps-script/domain/merge/foreign";
import { readDocument } from "../../apps-script/domain/people/documents";
import { contextOf } from "../../apps-script/domain/rules/context";
import { readTable } from "../../node-sync/src/files/read-table-file";
import { UnreadableFile } from "../../node-sync/src/xlsx/unreadable-file";
import { bookOf } from "../support/books";
import { type Made, made } from "./support/mutated-list";
import { bytesOf, FIELDS, type Field } from "./support/office-list";

/**
 * Good lists with what offices and programs do to them. An oracle that knows the people says whether each is taken right, asked
 * about or named as left out: no variant may be silently wrong, and nobody may be invented.
 */

const TODAY = "2024-03-01";
const ROSTER_OF: Readonly<Record<Field, "name" | "idNumber" | "mobile" | "unit" | "post" | "kind" | "validUntil">> = {
  name: "name",
  id: "idNumber",
  mobile: "mobile",
  unit: "unit",
  post: "post",
  kind: "kind",
  until: "validUntil",
};

/** How findings name a field. */
const TITLE_OF: Readonly<Record<Field, string>> = {
  name: "姓名",
  id: "证件号",
  mobile: "手机号",
  unit: "工作单位",
  post: "职位",
  kind: "申报类型",
  until: "有效期",
};

/** What is silently wrong after a list was taken in. */
async function faultsOf({ list, people, done }: Made): Promise<string[]> {
  let table: Awaited<ReturnType<typeof readTable>>;
  try {
    table = await readTable(bytesOf(list), "名单.x");
  } catch (error) {
    if (error instanceof UnreadableFile && error.message.includes("名单.x")) return [];
    throw error;
  }
  const book = bookOf({ units: [{ name: "甲矿业有限公司" }, { name: "乙矿业有限公司" }] });
  const decision = importForeign([foreignFileOf(table)], book, contextOf(book, TODAY));
  const roster = withChanges(book, decision).roster;
  const [report] = decision.reports;
  const findings = report?.findings ?? [];
  const faults: string[] = [];
  const namesOf = (id: unknown): string => readDocument(String(id ?? ""), null, TODAY).text ?? "";
  for (const row of roster)
    if (!people.some(({ name }) => name === row.name)) faults.push(`invented ${String(row.name)} ${String(row.idNumber)}`);
  for (const person of people) {
    const rows = roster.filter(({ name }) => name === person.name);
    const asked = findings.filter(({ message }) => message.includes(person.name));
    const isLeftOut = rows.length === 0;
    if (isLeftOut && asked.length === 0 && !findings.some(({ code }) => code === "I02"))
      faults.push(`${person.name} left out unsaid`);
    if (rows.length > 1) faults.push(`${person.name} entered ${rows.length} times`);
    for (const field of FIELDS) {
      const [value, truth] = [rows[0]?.[ROSTER_OF[field]] ?? null, person[field]];
      const isRight = field === "id" ? namesOf(value) === truth : value === truth;
      if (isLeftOut || isRight) continue;
      const isSaid =
        asked.some(({ column, message }) => column === ROSTER_OF[field] || message.includes(TITLE_OF[field])) ||
        wholeList(findings, field);
      if (!isSaid) faults.push(`${person.name}: ${field} is ${JSON.stringify(value)}, not ${truth}`);
    }
  }
  return faults.map((fault) => `${fault} [${done.join("; ")}]`);
}

function wholeList(findings: readonly { readonly code: string; readonly column?: string | null }[], field: Field): boolean {
  const isOfField = ({ column }: { readonly column?: string | null }): boolean =>
    [ROSTER_OF[field], TITLE_OF[field]].includes(column ?? "");
  return findings.some((finding) => ["I04", "I28"].includes(finding.code) && (isOfField(finding) || field === "until"));
}

/** SheetJS remarks on formats that .ods has no code for. */
beforeAll(() => jest.spyOn(console, "error").mockImplementation());
afterAll(() => jest.restoreAllMocks());

const COUNT = process.env.ANPEI_SOAK ? 3000 : 200;

test(`of ${COUNT} variants of five good lists none is silently wrong`, async () => {
  const faults: string[] = [];
  for (let seed = 0; seed < COUNT; seed += 1) for (const fault of await faultsOf(made(seed))) faults.push(`#${seed} ${fault}`);
  expect(faults).toEqual([]);
});
