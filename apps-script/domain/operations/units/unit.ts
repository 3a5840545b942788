import { checkCreditCode } from "../../people/credit-code";
import { MERGED_INTO, YES_NO } from "../../schema/allowed";
import { LONGEST_UNIT } from "../../schema/roster";
import { UNITS, type Unit } from "../../schema/tables";
import { listed } from "../../snapshot/listed";
import * as say from "../../wording/unit-desk";
import type { ClerkRun } from "../clerk-run";
import { defineOperation } from "../define-operation";
import type { InputOf } from "../inputs/define-input";
import { optional } from "../inputs/field";
import * as field from "../inputs/fields";
import { mergeUnits } from "./merge-units";

const { columns } = UNITS;
const input = {
  unit: optional(field.unit({ title: UNITS.title, note: say.unitNote })),
  newUnit: optional(field.text({ title: say.newUnitTitle, longest: LONGEST_UNIT })),
  confirmed: optional(field.choice({ title: say.confirmedTitle, note: say.confirmedNote, words: [YES_NO.yes] })),
  aliases: optional(field.text({ title: columns.aliases.title, note: say.aliasesNote })),
  contact: optional(field.text({ title: columns.contact.title, longest: 50 })),
  phone: optional(field.text({ title: columns.phone.title, longest: 40 })),
  email: optional(field.text({ title: columns.email.title, longest: 100 })),
  creditCode: optional(field.text({ title: columns.creditCode.title, longest: 20 })),
  reportsFor: optional(field.text({ title: columns.reportsFor.title, note: say.reportsForNote })),
  merge: optional(field.unit({ title: say.mergeTitle, note: say.mergeNote })),
};
type Given = InputOf<typeof input>;

/** 单位: confirms one that came with a file, adds to what is known of it, or takes another one's people and names over. */
export const unit = defineOperation({
  id: "unit",
  title: say.UNIT_TITLE,
  about: say.about,
  input,
  example: { input: { unit: "示例采石场", contact: "孙会计", phone: "0535-0000002" }, today: "2024-03-20" },
  decide: (run, given) => {
    const row = rowOf(run, given);
    checkNames(run, given, row);
    const name = given.unit ?? given.newUnit ?? "";
    const cells = cellsOf(given, row);
    if (row !== null) for (const [column, value] of cells) run.out.set("units", row, column, value, UNITS.title);
    else if (given.newUnit !== null) run.out.add("units", { name, ...Object.fromEntries(cells) }, UNITS.title);
    const moved = row === null || given.merge === null ? null : mergeUnits(run, row, given.merge);
    const parts = [
      ...(given.newUnit === null ? [] : [say.added]),
      ...(given.confirmed === null ? [] : [say.confirmed]),
      ...cells.flatMap(([column, value]) => (column === "status" ? [] : [say.nowIs(columns[column].title, value)])),
      ...(moved === null ? [] : [say.tookOver(given.merge ?? "", moved)]),
    ];
    return () => ({ said: say.unitSaid(name, parts), people: {} });
  },
});

/** The row of the unit that is named; `null` of a new one. */
function rowOf(run: ClerkRun, { unit: named, newUnit, merge, ...cells }: Given): Unit | null {
  const isNothing = newUnit === null && merge === null && Object.values(cells).every((cell) => cell === null);
  if ((named === null) === (newUnit === null)) run.complain("unit", { given: "", message: say.oneOfUnits, possible: [] });
  else if (isNothing) run.complain("unit", { given: named ?? "", message: say.nothingToDo, possible: [] });
  if (merge !== null && Object.values(cells).some((cell) => cell !== null)) {
    run.complain("merge", { given: merge, message: say.mergeAlone, possible: [] });
  }
  if (merge !== null && (merge === named || named === null)) {
    run.complain("merge", { given: merge, message: say.mergeIntoItself, possible: [] });
  }
  return run.snapshot.units.find(({ name }) => name !== null && name === named) ?? null;
}

type CellColumn = "aliases" | "reportsFor" | "contact" | "phone" | "email" | "creditCode" | "status";

/** What is given of a unit's cells; a list grows by what is new. */
function cellsOf({ confirmed, ...given }: Given, row: Unit | null): readonly (readonly [CellColumn, string])[] {
  const plain = (["contact", "phone", "email", "creditCode"] as const).flatMap((column) => {
    const value = given[column];
    return value === null ? [] : [[column, value] as const];
  });
  const lists = (["aliases", "reportsFor"] as const).flatMap((column) => {
    const more = listed(given[column]);
    return more.length === 0 ? [] : [[column, [...new Set([...listed(row?.[column]), ...more])].join("、")] as const];
  });
  return [...plain, ...lists, ...(confirmed === null ? [] : [["status", say.confirmedWord] as const])];
}

/** A name belongs to one unit (单位 says of two that neither is meant), and a credit code adds up. */
function checkNames(run: ClerkRun, { aliases, newUnit, creditCode }: Given, row: Unit | null): void {
  const others = run.snapshot.units.filter((one) => one !== row && !(one.status ?? "").startsWith(MERGED_INTO));
  const ownerOf = (name: string): Unit | undefined => others.find((one) => [one.name, ...listed(one.aliases)].includes(name));
  for (const alias of listed(aliases)) {
    const owner = ownerOf(alias);
    if (owner) run.complain("aliases", { given: alias, message: say.aliasTaken(owner.name ?? ""), possible: [] });
  }
  const owner = newUnit === null ? undefined : ownerOf(newUnit);
  if (newUnit !== null && owner) {
    const message = owner.name === newUnit ? say.knownUnit : say.aliasTaken(owner.name ?? "");
    run.complain("newUnit", { given: newUnit, message, possible: [] });
  }
  const sentence = creditCode === null ? null : checkCreditCode(creditCode);
  if (sentence !== null) run.complain("creditCode", { given: creditCode ?? "", message: sentence, possible: [] });
}
