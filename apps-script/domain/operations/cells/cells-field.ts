import { compare } from "../../changes/outcome";
import { canonicalId } from "../../people/canonical";
import type { Column } from "../../schema/column";
import { ROSTER, TABLES, type Table, type TableName } from "../../schema/index";
import { tableOfTab } from "../../schema/titles";
import { headerForm } from "../../snapshot/layout";
import { sameWhenRead } from "../../snapshot/same";
import type { AnyRow } from "../../snapshot/snapshot";
import { textOf, type Value } from "../../snapshot/value";
import * as say from "../../wording/cells";
import * as inputs from "../../wording/inputs";
import type { Answer, Complaint, Field, Given, GivenCell, World, WrittenCell } from "../inputs/field";
import { ownerOf } from "./program-columns";
import { type CellPlace, typedValue } from "./typed-value";

/** A cell that is to be changed: `before` stands there, `after` is to. */
export interface CellEdit extends CellPlace {
  readonly before: Value;
  readonly after: Value;
}

/** Tables in which staff have columns of their own. */
export const EDITED_TABLES: readonly TableName[] = (Object.keys(TABLES) as TableName[]).filter((name) => {
  const { columns, secret }: Table = TABLES[name];
  return secret !== true && Object.values(columns).some(({ owner }) => owner === "unit" || owner === "centre");
});

/** Cells with what stands in them and what is to: as JSON objects, or as texts `表|行|列|原值|新值`; without 表 of 名册. */
export function cells(face: { readonly title: string; readonly note: string }): Field<readonly CellEdit[]> {
  return {
    ...face,
    kind: "cells",
    isRequired: true,
    isMany: true,
    choices: null,
    read: (given) => {
      const split = givenCells(given);
      if ("wrong" in split) return split;
      return { meant: (world) => editsMeant(split.cells, world) };
    },
    write: (edits) => edits.map(writtenCell),
  };
}

function givenCells({
  texts,
  file,
  cells: objects,
}: Given): { readonly cells: readonly GivenCell[] } | { readonly wrong: Complaint } {
  const wrong = (given: string, message: string) => ({ wrong: { given, message, possible: [say.cellExample] } });
  if (file !== null) return wrong(file.file, inputs.noFileHere);
  const fromTexts: GivenCell[] = [];
  for (const text of texts) {
    const parts = text.split(/[|｜]/u).map((part) => part.trim());
    const [table, row = "", column = "", before = "", after = ""] = parts.length === 4 ? [ROSTER.title, ...parts] : parts;
    if (parts.length < 4 || parts.length > 5 || table === undefined) return wrong(text, say.noCellText);
    fromTexts.push({ table, row, column, before, after });
  }
  return { cells: [...fromTexts, ...objects] };
}

/** All of them, or what is wrong with each. */
function editsMeant(all: readonly GivenCell[], world: World): Answer<readonly CellEdit[]> {
  const seen = new Set<string>();
  const edits: CellEdit[] = [];
  const wrongs: Complaint[] = [];
  for (const one of all) {
    const answer = editMeant(one, world);
    if ("wrong" in answer) wrongs.push(answer.wrong);
    else if (seen.has(placeOf(answer.value))) wrongs.push(complaint(one, say.cellTwice, []));
    else {
      seen.add(placeOf(answer.value));
      edits.push(answer.value);
    }
  }
  if (wrongs.length === 0) return { value: edits };
  const [given, possible] = [wrongs.map((one) => one.given).join("、"), wrongs.flatMap((one) => one.possible)];
  return { wrong: { given, message: say.wrongCells(wrongs), possible } };
}

const placeOf = ({ table, row, name }: CellPlace): string => `${table}\n${row.key}\n${name}`;

const complaint = ({ table, row, column }: GivenCell, why: string, possible: readonly string[]): Complaint => ({
  given: say.cellNamed(table, row, column),
  message: why,
  possible,
});

function editMeant(given: GivenCell, world: World): Answer<CellEdit> {
  const wrong = (why: string, possible: readonly string[] = []) => ({ wrong: complaint(given, why, possible) });
  const table = tableOfTab(given.table.trim());
  if (table === null || !EDITED_TABLES.includes(table))
    return wrong(
      say.noSuchTable,
      EDITED_TABLES.map((name) => TABLES[name].title),
    );
  const { columns, key }: Table = TABLES[table];
  const [name, column] = Object.entries(columns).find(([, { title }]) => headerForm(title) === headerForm(given.column)) ?? [];
  if (name === undefined || column === undefined) {
    const titles = typedColumns(table).map(([, { title }]) => title);
    return wrong(say.noSuchColumn, titles);
  }
  if (column.secret) return wrong(say.secretColumn);
  if (key.includes(name)) return wrong(say.keyColumn);
  if (column.owner === "computed" || column.owner === "system") return wrong(say.programColumn(ownerOf(table, name)));
  const row = rowMeant(table, given.row, world);
  if ("why" in row) return wrong(row.why, row.possible);
  const place = { table, row: row.row, name, column };
  const now = row.row[name] ?? null;
  if (!stands(place, now, given.before, world)) return wrong(say.standsOtherwise(column, now));
  const typed = typedValue(place, given.after, world);
  return "why" in typed ? wrong(typed.why, typed.possible) : { value: { ...place, before: now, after: typed.value } };
}

/** The columns of a table that staff type into, by their names in a row. */
export function typedColumns(table: TableName): readonly (readonly [name: string, column: Column])[] {
  const { columns, key }: Table = TABLES[table];
  return Object.entries(columns).filter(
    ([name, { owner, secret }]) => (owner === "unit" || owner === "centre") && !secret && !key.includes(name),
  );
}

/** The same text, or one that is read as what stands there. */
function stands(place: CellPlace, now: Value, before: Value, world: World): boolean {
  if (textOf(now) === textOf(before)) return true;
  if (now === null || textOf(before) === "") return false;
  if (sameWhenRead({ table: place.table, column: place.name, after: now }, before)) return true;
  const typed = typedValue(place, before, world);
  return "value" in typed && typed.value === now;
}

type RowMeant = { readonly row: AnyRow } | { readonly why: string; readonly possible: readonly string[] };

/** By the key of the row; in 名册 and 资料 by a person too. */
function rowMeant(table: TableName, written: string, { snapshot, people }: World): RowMeant {
  const aside = snapshot.repeated.find((one) => one.table === table && canonicalId(one.key) === canonicalId(written));
  if (aside) return { why: say.repeatedRow(aside.at), possible: [] };
  const rows: readonly AnyRow[] = snapshot[table];
  const keyed = (text: string): AnyRow | undefined =>
    text.startsWith("@") ? undefined : rows.find(({ key }) => canonicalId(key) === canonicalId(text));
  const exact = keyed(written);
  if (exact) return { row: exact };
  if (table === "roster" || table === "papers") {
    const named = people()(written);
    const found = named.kind === "people" ? named.rows : [];
    const [one] = found.length === 1 ? found : [];
    const row = one && keyed(one.key);
    if (row) return { row };
    const candidates = named.kind === "several" ? named.candidates : named.kind === "nobody" ? named.near : found;
    return { why: candidates.length > 1 ? say.severalRows : say.noSuchRow, possible: candidates.map(inputs.candidate) };
  }
  const keys = rows.map(({ key }) => key).filter((key) => !key.startsWith("@"));
  return {
    why: say.noSuchRow,
    possible: keys
      .filter((key) => key.includes(written.trim()))
      .sort(compare)
      .slice(0, 5),
  };
}

function writtenCell({ table, row, column, before, after }: CellEdit): WrittenCell {
  return { table: TABLES[table].title, row: row.key, column: column.title, before, after };
}
