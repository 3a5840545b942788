import { personOf } from "../naming/people-names";
import type { Answer, Field, World } from "../operations/inputs/field";
import * as field from "../operations/inputs/fields";
import { people } from "../operations/inputs/people-field";
import { canonicalUnit } from "../people/canonical";
import * as say from "../wording/inputs";
import { unitNames } from "./unit-names";

/** Fields of what a view is asked. */

/** One person, by whatever `people` reads: of several enrolments of the person any will do. The value is a 报名编号. */
export function person(face: { readonly title: string }): Field<string> {
  const many = people(face);
  return {
    ...many,
    isMany: false,
    read: (given) => {
      const reading = many.read(given);
      if ("wrong" in reading) return reading;
      const [text = ""] = given.texts;
      return { meant: (world) => onlyOne(text, world) ?? severalOf(text, reading.meant(world)) };
    },
    write: (key) => key,
  };
}

function onlyOne(text: string, world: World): Answer<string> | null {
  const named = world.people()(text);
  const rows = named.kind === "people" ? named.rows : named.kind === "several" ? named.candidates : [];
  const [first] = rows;
  return first !== undefined && new Set(rows.map(personOf)).size === 1 ? { value: first.key } : null;
}

function severalOf(given: string, answer: Answer<readonly string[]>): Answer<string> {
  return "wrong" in answer ? answer : { wrong: { given, message: say.onlyOne, possible: [] } };
}

/** A unit of 单位 by full name, alias or a part of one, or one that stands in 名册 alone. */
export function shownUnit(face: { readonly title: string }): Field<string> {
  const listed = field.unit(face);
  return {
    ...listed,
    read: (given) => {
      const reading = listed.read(given);
      if ("wrong" in reading) return reading;
      const [text = ""] = given.texts;
      return {
        meant: (world) => {
          const names = unitNames(world.snapshot);
          if (names.isKnown(text)) return { value: names.nameFor(text) };
          const holding = names.holding(canonicalUnit(text));
          const [only, ...more] = holding.map(({ unit }) => unit);
          return only !== undefined && more.length === 0 ? { value: only } : reading.meant(world);
        },
      };
    },
  };
}
