import { UnitDirectory } from "../../merge/units";
import { nearOnes } from "../../naming/near-names";
import { once } from "../../naming/once";
import { peopleReader } from "../../naming/people-names";
import { classesOf } from "../../plan/classes";
import type { Context } from "../../rules/context";
import { ROSTER } from "../../schema/roster";
import type { Snapshot } from "../../snapshot/snapshot";
import * as say from "../../wording/inputs";
import type { FieldProblem } from "./bad-input";
import type { InputOf, InputSpec } from "./define-input";
import {
  type Answer,
  type Candidate,
  type Complaint,
  type Field,
  type Given,
  type GivenCell,
  type GivenFile,
  isEmpty,
  type UnitLike,
  type World,
  type Written,
} from "./field";

/** An input as it comes in: by field, texts and numbers, or a file. `null`, `""` and absent are the same. */
export type RawInput = { readonly [field: string]: unknown };

type Problems = { readonly problems: readonly FieldProblem[] };

/** An input whose texts can be read; what they mean is asked of the workbook. */
type Understood<I> = { readonly meant: (world: World) => { readonly input: I } | Problems };

/** The one reader: raw values to typed ones, or what is wrong with each field. */
export function readInput<S extends InputSpec>(spec: S, raw: RawInput): Understood<InputOf<S>> | Problems {
  const problems: FieldProblem[] = Object.keys(raw)
    .filter((name) => !Object.keys(spec).includes(name))
    .map((name) => unknownField(spec, name));
  const readings: [string, (world: World) => Answer<unknown>][] = [];
  for (const [name, field] of Object.entries(spec)) {
    const given = givenIn(raw[name]);
    const reading = "wrong" in given ? given : readField(field, given);
    if ("wrong" in reading) problems.push(problemOf(name, field, reading.wrong));
    else readings.push([name, reading.meant]);
  }
  if (problems.length > 0) return { problems };
  return { meant: (world) => inputIn(spec, readings, world) };
}

function readField(field: Field<unknown>, given: Given) {
  if (field.kind !== "cells" && given.cells.length > 0) return refused(JSON.stringify(given.cells[0]), say.notAText);
  if (!field.isRequired || !isEmpty(given)) return field.read(given);
  return { wrong: { given: "", message: say.missing, possible: field.choices ?? [] } };
}

function inputIn<S extends InputSpec>(
  spec: S,
  readings: readonly (readonly [string, (world: World) => Answer<unknown>])[],
  world: World,
): { readonly input: InputOf<S> } | Problems {
  const values: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const [name, meant] of readings) {
    const answer = meant(world);
    if ("value" in answer) values[name] = answer.value;
    else problems.push(problemOf(name, spec[name], answer.wrong));
  }
  return problems.length > 0 ? { problems } : { input: values as InputOf<S> };
}

type Named = Pick<Field<unknown>, "title" | "kind">;

export function problemOf(name: string, field: Named | undefined, complaint: Complaint): FieldProblem {
  const { given, message, possible, brief = message, candidates = namesAmong(field, complaint) } = complaint;
  const title = field?.title ?? name;
  const why = say.whyNot(given, brief, candidates.length > 0 ? [] : possible);
  const whole = say.fieldProblem(title, name, say.whyNot(given, message, possible));
  return { field: name, title, given, message: whole, why, possible, candidates };
}

/** Names of classes and units can be written as they stand. */
function namesAmong(field: Named | undefined, { given, possible }: Complaint): readonly Candidate[] {
  const isNamed = field?.kind === "class" || field?.kind === "unit";
  return isNamed ? possible.map((value) => ({ given, value, told: value })) : [];
}

function unknownField(spec: InputSpec, name: string): FieldProblem {
  const fields = Object.entries(spec);
  const isMeant = (text: string): boolean => nearOnes(name, [text], (one) => [one]).length > 0;
  const near = fields.filter(([one, { title }]) => title === name || isMeant(one) || isMeant(title)).map(([one]) => one);
  const names = fields.map(([one]) => one);
  const message = say.unknownField(name, near, names);
  return {
    field: name,
    title: name,
    given: name,
    message,
    why: message,
    possible: near.length > 0 ? near : names,
    candidates: [],
  };
}

function givenIn(value: unknown): Given | { readonly wrong: Complaint } {
  if (isFile(value)) return { texts: [], file: value, cells: [] };
  const parts: readonly unknown[] = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  const files = parts.filter(isFile);
  const texts: string[] = [];
  const cells: GivenCell[] = [];
  for (const part of parts) {
    if (isFile(part)) continue;
    const cell = cellIn(part);
    if (cell !== null) {
      cells.push(cell);
      continue;
    }
    if (typeof part !== "string" && typeof part !== "number")
      return refused(typeof part === "object" ? JSON.stringify(part) : String(part), say.notAText);
    if (typeof part === "number" && !isExact(part)) return refused(String(part), say.damagedNumber);
    if (String(part).trim() !== "") texts.push(String(part).trim());
  }
  return { texts, file: files[0] ?? null, cells };
}

/** An object that names a cell; `null` for any other value. What is left out is empty. */
function cellIn(value: unknown): GivenCell | null {
  if (typeof value !== "object" || value === null || Array.isArray(value) || !("row" in value) || !("column" in value))
    return null;
  const { table = "", row, column, before = null, after = null }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof table !== "string" || typeof row !== "string" || typeof column !== "string") return null;
  return isCellValue(before) && isCellValue(after) ? { table: table || ROSTER.title, row, column, before, after } : null;
}

function isCellValue(value: unknown): value is string | number | null {
  return value === null || typeof value === "string" || (typeof value === "number" && isExact(value));
}

const refused = (given: string, message: string) => ({ wrong: { given, message, possible: [] } });

/** A JSON number of more digits than a program keeps is another one by now. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) < 1e15;
}

function isFile(value: unknown): value is GivenFile {
  return typeof value === "object" && value !== null && "file" in value && "sheets" in value && Array.isArray(value.sheets);
}

/** The input as it was understood, to be read again: people by number, so that it means the same in a workbook that grew. */
export function writtenInput<S extends InputSpec>(spec: S, input: InputOf<S>): Readonly<Record<string, Written>> {
  const values = input as Readonly<Record<string, unknown>>;
  const entries = Object.entries(spec).map(([name, field]) => [name, field.write(values[name])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

export function worldOf(snapshot: Snapshot, context: Context): World {
  return {
    snapshot,
    context,
    people: once(() => peopleReader(snapshot)),
    classes: once(() => classesOf(snapshot, context.settings.planYear)),
    unitsLike: once(() => unitsLike(snapshot)),
  };
}

function unitsLike({ units }: Snapshot): (text: string) => UnitLike {
  const directory = new UnitDirectory(units);
  return (text) => {
    const found = directory.look(text);
    if (found.kind === "known") return { name: found.name };
    const same = found.kind === "asked" ? found.near.filter((name) => directory.relation(text, name) === "same") : [];
    const [only] = same;
    if (only !== undefined && same.length === 1) return { name: only };
    return { near: found.kind === "asked" ? found.near : [] };
  };
}
