import { checkCreditCode } from "../../people/credit-code";
import { MERGED_INTO, YES_NO } from "../../schema/allowed";
import { LONGEST_UNIT } from "../../schema/roster";
import { UNITS, type Unit } from "../../schema/tables";
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
  title: UNITS.title,
  about: say.about,
  input,
  example: { input: { unit: "示例采石场", contact: "孙会计", phone: "0535-0000002" }, today: "2024-03-20" },
  decide: (run, given) => {
    const row = rowOf(run, given);
    if (given.creditCode !== null) {
      const sentence = checkCreditCode(given.creditCode);
      if (sentence !== null) run.complain("creditCode", { given: given.creditCode, message: sentence, possible: [] });
    }
    const name = given.unit ?? given.newUnit ?? "";
    if (row === null) {
      if (given.newUnit !== null) run.out.add("units", { name, ...cellsOf(run, given, null) }, UNITS.title);
    } else {
      for (const [column, value] of Object.entries(cellsOf(run, given, row)) as [keyof ReturnType<typeof cellsOf>, string][]) {
        run.out.set("units", row, column, value, UNITS.title);
      }
    }
    const moved = row === null || given.merge === null ? null : mergeUnits(run, row, given.merge);
    const parts = [
      ...(given.newUnit === null ? [] : [say.added]),
      ...(given.confirmed === null ? [] : [say.confirmed]),
      ...Object.entries(cellsOf(run, given, row)).flatMap(([column, value]) =>
        column === "status" ? [] : [say.nowIs(columns[column as keyof typeof columns].title, value)],
      ),
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
  if (newUnit !== null && run.snapshot.units.some(({ name }) => name === newUnit)) {
    run.complain("newUnit", { given: newUnit, message: say.knownUnit, possible: [] });
  }
  if (merge !== null && Object.values(cells).some((cell) => cell !== null)) {
    run.complain("merge", { given: merge, message: say.mergeAlone, possible: [] });
  }
  if (merge !== null && (merge === named || named === null)) {
    run.complain("merge", { given: merge, message: say.mergeIntoItself, possible: [] });
  }
  return run.snapshot.units.find(({ name }) => name !== null && name === named) ?? null;
}

function cellsOf(run: ClerkRun, given: Given, row: Unit | null): Partial<Record<keyof Unit & keyof typeof columns, string>> {
  const { contact, phone, email, creditCode } = given;
  const plain = Object.entries({ contact, phone, email, creditCode }).filter(([, value]) => value !== null);
  const lists = (["aliases", "reportsFor"] as const).flatMap((column) => {
    const more = namesIn(given[column]);
    return more.length === 0 ? [] : [[column, [...new Set([...namesIn(row?.[column] ?? null), ...more])].join("、")]];
  });
  checkAliases(run, given, row);
  return Object.fromEntries([...plain, ...lists, ...(given.confirmed === null ? [] : [["status", say.confirmedWord]])]);
}

const namesIn = (list: string | null): readonly string[] =>
  (list ?? "")
    .split(/[、,，;；\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** An alias belongs to one unit (单位 says of two that neither is meant). */
function checkAliases(run: ClerkRun, { aliases }: Given, row: Unit | null): void {
  for (const alias of namesIn(aliases)) {
    const owner = run.snapshot.units.find(
      (one) => one !== row && !(one.status ?? "").startsWith(MERGED_INTO) && [one.name, ...namesIn(one.aliases)].includes(alias),
    );
    if (owner !== undefined) run.complain("aliases", { given: alias, message: say.aliasTaken(owner.name ?? ""), possible: [] });
  }
}
