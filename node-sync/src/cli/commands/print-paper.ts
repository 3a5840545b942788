import type { FieldInfo } from "../../../../apps-script/domain/operations/inputs/define-input";
import { contextOf } from "../../../../apps-script/domain/rules/context";
import { ACTION_TABLES, type TableName } from "../../../../apps-script/domain/schema/index";
import { snapshotOf } from "../../../../apps-script/domain/snapshot/snapshot";
import type { PaperKind } from "../../../../apps-script/domain/views/papers/define-paper";
import { PAPERS_TO_PRINT } from "../../../../apps-script/domain/views/papers/papers";
import { createBeside } from "../../files/create-beside";
import { WAYS, type Way } from "../../print/ways";
import { BadFields, UsageError } from "../../refusal";
import { linesOf } from "../../wording/plain-text";
import * as say from "../../wording/print";
import { type Common, type Options, type Report, textOption } from "../command";
import { gridsOf } from "../session";
import { textTable } from "../text-table";

/** What a paper may be asked, by the names of the options. */
export const QUESTIONS = ["class", "unit", "people", "payments", "day", "from", "to"] as const;

/** Writes a paper into a folder, as a file of each of the ways that the call names. */
export async function printPaper(common: Common, kind: PaperKind, options: Options, out: string): Promise<Report> {
  const ways = waysIn(textOption(options, "as"), kind);
  const asked = QUESTIONS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as const]));
  const make = kind.bind(Object.fromEntries(asked));
  if ("problems" in make) throw new BadFields(make.problems);
  const tables: readonly TableName[] = [...new Set([...ACTION_TABLES, ...kind.tables])];
  const snapshot = snapshotOf(await gridsOf(common, tables, { secrets: !kind.isSecret }), tables);
  const paper = make(snapshot, contextOf(snapshot, common.today));
  const { name, people, leftOut } = paper;
  const files: string[] = [];
  for (const way of common.dryRun ? [] : ways) {
    const bytes = await way.file(paper, kind.isSecret);
    files.push(await createBeside(out, (copy) => say.fileName(name, way.ending, copy), bytes));
  }
  const secret = kind.isSecret && files.length > 0 ? [say.holdsPasswords()] : [];
  const written = files.length === 0 ? [say.dryRun(name, people)] : files.map((file) => say.printed(file, people));
  return {
    json: { paper: kind.id, name, people, files, leftOut },
    text: linesOf([...written, ...secret, ...leftOut]),
    needsPerson: false,
  };
}

/** Unless one is named all of them; of a paper with passwords the fewer lie about the better. */
function waysIn(named: string | undefined, { isSecret }: PaperKind): readonly Way[] {
  if (named === undefined) return isSecret ? [WAYS.html] : Object.values(WAYS);
  const way = Object.entries<Way>(WAYS).find(([name]) => name === named)?.[1];
  if (!way) throw new UsageError(say.noSuchWay(named, Object.keys(WAYS)));
  return [way];
}

/** Every paper, with what each is asked for. */
export function allPapers(): Report {
  const papers = PAPERS_TO_PRINT.map(({ id, title, about, fields, isSecret }) => ({ id, title, about, fields, isSecret }));
  const rows = papers.map(({ id, title, about, fields }) => [id, title, about, fields.map(optionOf).join(" ")]);
  return { json: { papers }, text: linesOf(textTable(say.paperColumns, rows, 80).split("\n")), needsPerson: false };
}

const optionOf = ({ name, required }: FieldInfo): string => (required ? `--${name}` : `[--${name}]`);
