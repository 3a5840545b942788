import { optional } from "../../operations/inputs/field";
import * as field from "../../operations/inputs/fields";
import { people as peopleField } from "../../operations/inputs/people-field";
import { isWithdrawn } from "../../rules/standing";
import { CARD } from "../../schema/allowed";
import { ROSTER } from "../../schema/roster";
import { CARDS, type Card } from "../../schema/tables";
import { groupedBy } from "../../snapshot/grouped-by";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import { PEOPLE_TITLE } from "../../wording/desk";
import * as say from "../../wording/printed";
import * as words from "../../wording/printed-units";
import { byUnit, classPeople, everybody, type Listed } from "../everybody";
import { shownUnit } from "../question-fields";
import { definePaper } from "./define-paper";
import { leftOutBy, ON_CLASS } from "./of-class";
import { ON_UNIT, unitReader } from "./of-unit";
import type { Slip, SlipFact } from "./paper";

const { title, about, slipTitle, note, noCard, outOfUse, otherNumber, noPassword } = words.cardSlips;

/** 模拟卡领取条: a slip a card, with the password that stands on no other paper. */
export const cardSlips = definePaper({
  id: "card-slips",
  title,
  about,
  question: {
    class: optional(field.trainingClass(ON_CLASS)),
    unit: optional(shownUnit(ON_UNIT)),
    people: optional(peopleField({ title: PEOPLE_TITLE })),
  },
  isSecret: true,
  make: (snapshot, { settings }, { class: className, unit, people: keys }) => {
    const { classes } = classPeople(snapshot);
    const isOfUnit = unitReader(snapshot).isOf(unit);
    const asked = everybody(snapshot).filter(
      (listed) =>
        isOfUnit(listed) &&
        (className === null || classes.named(listed.row.class)?.name === className) &&
        (keys === null || keys.includes(listed.row.key)),
    );
    const slipFor = slipMaker(snapshot, note(settings.cardMonths));
    const made = [...asked].sort(byUnit).map((listed) => ({ listed, slip: slipFor(listed) }));
    const slips = made.flatMap(({ slip }) => (typeof slip === "string" ? [] : [slip]));
    const without = new Map(made.flatMap(({ listed, slip }) => (typeof slip === "string" ? [[listed, slip] as const] : [])));
    return {
      name: words.nameOf([className, unit], title),
      look: "portrait",
      people: slips.length,
      leftOut: leftOutBy([...without.keys()], (listed) => without.get(listed) ?? ""),
      parts: [{ name: title, title, facts: [], blocks: [{ kind: "slips", across: 2, slips }] }],
    };
  },
});

const NOT_IN_USE: readonly string[] = [CARD.voided, CARD.expired];

/** The slip of somebody, or why there is none. A card is theirs that 名册 and 模拟卡 both give to them. */
function slipMaker({ cards }: Pick<Snapshot, "cards">, small: string): (listed: Listed) => Slip | string {
  const byEnrolment = groupedBy(cards, ({ enrolment }) => textOf(enrolment) || null);
  return ({ row, isRepeated }) => {
    const own = byEnrolment.get(row.key) ?? [];
    const shown = textOf(row.card);
    if (isRepeated) return say.repeatedNumber;
    if (isWithdrawn(row)) return textOf(row.state);
    if (own.length === 0 && shown === "") return noCard;
    const card = own.find(({ number }) => typeof number === "string" && number === shown);
    if (card === undefined) return otherNumber;
    if (NOT_IN_USE.includes(textOf(card.state))) return outOfUse;
    return textOf(card.password) === "" ? noPassword : { title: slipTitle, facts: factsOf(row, card), note: small };
  };
}

/** What is not known of the card is left away: nobody can write it in. */
function factsOf({ name, unit }: Listed["row"], { number, password, subject, type }: Card): readonly SlipFact[] {
  const { columns } = CARDS;
  const facts: readonly SlipFact[] = [
    { label: ROSTER.columns.name.title, value: name, kind: "text" },
    { label: ROSTER.columns.unit.title, value: unit, kind: "text" },
    { label: columns.number.title, value: textOf(number), kind: "code" },
    { label: columns.password.title, value: textOf(password), kind: "code" },
    { label: columns.subject.title, value: subject, kind: "text" },
    { label: columns.type.title, value: type, kind: "text" },
  ];
  return facts.filter(({ value }) => value !== null);
}
