import { contextOf } from "../../apps-script/domain/rules/context";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";
import type { Value } from "../../apps-script/domain/snapshot/value";
import type { Block, Paper, Part, TableBlock } from "../../apps-script/domain/views/papers/paper";
import { PAPERS_TO_PRINT } from "../../apps-script/domain/views/papers/papers";

/** A paper of the registry by its id, for a question as texts. */
export function printed(id: string, book: Snapshot, today: string, question: Readonly<Record<string, string>> = {}): Paper {
  const kind = PAPERS_TO_PRINT.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`no paper ${id}`);
  const bound = kind.bind(question);
  if ("problems" in bound) throw new Error(bound.problems.map(({ message }) => message).join(""));
  return bound(book, contextOf(book, today));
}

export const tablesOf = (part: Part): TableBlock[] => part.blocks.filter((block): block is TableBlock => block.kind === "table");

/** What stands under a title in all tables of a part, or of all parts of a paper. */
export function cellsUnder(title: string, ...parts: readonly Part[]): Value[] {
  return parts.flatMap(tablesOf).flatMap(({ columns, rows }) => {
    const at = columns.findIndex((column) => column.title === title);
    return at < 0 ? [] : rows.map((row) => row[at] ?? null);
  });
}

/** The only part of a paper. */
export function onePart({ parts }: Paper): Part {
  const [part, ...more] = parts;
  if (part === undefined || more.length > 0) throw new Error(`${parts.length} parts`);
  return part;
}

/** What stands at a label, above the tables or in a block of lines. */
export function factOf({ facts, blocks }: Part, label: string): Value | undefined {
  const all = [...facts, ...blocks.flatMap((block) => (block.kind === "facts" ? block.facts : []))];
  return all.find((fact) => fact.label === label)?.value;
}

/** Every text on a paper. */
export function textsOn({ parts }: Paper): string[] {
  return parts.flatMap(({ title, facts, blocks }) => [title, ...facts.flatMap(textsOfFact), ...blocks.flatMap(textsIn)]);
}

const textsOfFact = ({ label, value }: { readonly label: string; readonly value: Value }): string[] => [
  label,
  String(value ?? ""),
];

function textsIn(block: Block): string[] {
  if (block.kind === "text") return [...block.paragraphs];
  if (block.kind === "facts") return block.facts.flatMap(textsOfFact);
  if (block.kind === "slips")
    return block.slips.flatMap(({ title, facts, note }) => [title, ...facts.flatMap(textsOfFact), note ?? ""]);
  const cells = [...block.rows, block.total ?? []].flat();
  return [...block.columns.flatMap(({ title, group }) => [title, group ?? ""]), ...cells.map((cell) => String(cell ?? ""))];
}
