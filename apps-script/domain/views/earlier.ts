import { compare } from "../changes/outcome";
import { documentKey } from "../people/same-person";
import type { Enrolment } from "../schema/roster";
import { columnOfTitle } from "../schema/titles";
import { groupedBy } from "../snapshot/grouped-by";
import { kept } from "../snapshot/kept";
import type { Snapshot } from "../snapshot/snapshot";
import { textOf, type Value } from "../snapshot/value";

/** A row of 历史. */
export interface EarlierPart {
  readonly key: string;
  readonly year: string | number | null;
  readonly unit: string | null;
  /** 结果 */
  readonly state: string | null;
  readonly archivedOn: string | null;
  readonly post: string | null;
  readonly kind: string | null;
  readonly class: string | null;
}

/** Rows of 历史 that hold the same 人员编号 or document. */
export function earlierOf({ history }: Snapshot, row: Enrolment): EarlierPart[] {
  const [number, document] = [textOf(row.person), documentKey(row)];
  const { byPerson, byDocument } = filed(history);
  const found = [...(byPerson.get(number) ?? []), ...(document === null ? [] : (byDocument.get(document) ?? []))];
  return [...new Set(found)]
    .map(({ part }) => part)
    .sort((a, b) => compare(textOf(b.archivedOn), textOf(a.archivedOn)) || compare(b.key, a.key));
}

/** All of 历史 by person and by document, read once. */
const filed = kept((history: Snapshot["history"]) => {
  const rows = history.map(readRow);
  return { byPerson: groupedBy(rows, ({ person }) => person), byDocument: groupedBy(rows, (row) => row.document) };
});

const readRow = kept(({ key, year, unit, state, values, archivedOn }: Snapshot["history"][number]) => {
  const held = heldIn(values);
  const text = (column: keyof Enrolment & string): string | null => textOf(held(column)) || null;
  const part: EarlierPart = {
    ...{ key, year, unit, state, archivedOn },
    ...{ post: text("post"), kind: text("kind"), class: text("class") },
  };
  return { part, person: text("person"), document: documentKey({ idNumber: held("idNumber") }) };
});

/** What a row of 名册 held in a column. */
type Held = (column: keyof Enrolment & string) => Value;

/** The content of a row of 历史, by names or titles of columns; nothing of one that can't be read. */
function heldIn(values: string | null): Held {
  const held = new Map<string, Value>();
  for (const [name, value] of Object.entries(objectIn(values ?? ""))) {
    if (typeof value === "string" || typeof value === "number") held.set(columnOfTitle("roster", name), value);
  }
  return (column) => held.get(column) ?? null;
}

function objectIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
