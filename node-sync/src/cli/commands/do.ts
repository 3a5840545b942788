import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { ClerkOperation } from "../../../../apps-script/domain/operations/define-operation";
import { exampleCommand } from "../../../../apps-script/domain/operations/example-command";
import type { FieldInfo } from "../../../../apps-script/domain/operations/inputs/define-input";
import type { RawInput } from "../../../../apps-script/domain/operations/inputs/read-input";
import { CLERK_OPERATIONS } from "../../../../apps-script/domain/operations/registry";
import { perform } from "../../perform";
import { read } from "../../readers/readers";
import { BadFields, UsageError } from "../../refusal";
import * as say from "../../wording/do";
import { linesOf } from "../../wording/plain-text";
import { type Report, type Run, textOption } from "../command";
import { fieldTexts } from "../do-fields";
import { reportOf } from "../receipt";
import { hostOf, termsOf } from "../session";
import { textTable } from "../text-table";

export const run: Run = async (common, [id, ...words], options) => {
  if (id === undefined) return listed();
  const operation = CLERK_OPERATIONS.find((one) => one.id === id);
  if (!operation)
    throw new UsageError(
      say.noSuchOperation(
        id,
        CLERK_OPERATIONS.map((one) => one.id),
      ),
    );
  const terms = termsOf(common, textOption(options, "clerk"));
  const bound = operation.bind(await inputOf(operation, words, textOption(options, "input")), terms.head.clerk);
  if ("problems" in bound) throw new BadFields(bound.problems);
  const receipt = await perform(await hostOf(common), bound, terms);
  const { input, people } = receipt.report ?? { input: null, people: null };
  return reportOf(receipt, { input, people });
};

/** What `--input` says, and over it what the call says itself. */
async function inputOf(operation: ClerkOperation, words: readonly string[], path: string | undefined): Promise<RawInput> {
  const raw: Record<string, unknown> = { ...(path === undefined ? {} : await jsonInput(path)), ...fieldTexts(words) };
  for (const { name, kind } of operation.fields) {
    if (kind === "people" || kind === "file") raw[name] = await withFiles(raw[name]);
  }
  return raw;
}

async function jsonInput(path: string): Promise<RawInput> {
  const text = await readFile(path, "utf8");
  try {
    const input: unknown = JSON.parse(text.replace(/^\ufeff/u, ""));
    if (typeof input === "object" && input !== null && !Array.isArray(input)) return { ...input };
  } catch {
    // Told below, as is JSON that is no object.
  }
  throw new UsageError(say.badInputFile(path));
}

/** Where a list in a file is named, the file. */
async function withFiles(value: unknown): Promise<unknown> {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const read = await Promise.all(parts.map(fileAt));
  return Array.isArray(value) ? read : read[0];
}

async function fileAt(part: unknown): Promise<unknown> {
  if (typeof part !== "string" || !/\.(?:xlsx|xls|csv|ods)$/iu.test(part.trim())) return part;
  const path = part.trim();
  const { file, sheets } = await read(basename(path), "table", path);
  return { file, sheets };
}

function listed(): Report {
  const operations = CLERK_OPERATIONS.map((one) => ({
    id: one.id,
    title: one.title,
    about: one.about,
    fields: one.fields,
    example: { input: one.example.input, today: one.example.today, command: exampleCommand(one, BOOK) },
  }));
  const text = linesOf([say.operationsTitle, ...CLERK_OPERATIONS.flatMap(linesFor)]);
  return { json: { operations }, text, needsPerson: false };
}

/** The workbook of the demonstration, on which every example runs. */
const BOOK = "demo/名册.xlsx";

function linesFor(operation: ClerkOperation): string[] {
  const rows = operation.fields.map((one) => [
    `--${one.name}`,
    one.title,
    one.required ? say.required : say.isOptional,
    hintOf(one),
  ]);
  const table = textTable(say.fieldColumns, rows, 70).split("\n");
  return [
    "",
    `${operation.id}  ${operation.title}：${operation.about}`,
    ...table.map((line) => `  ${line}`),
    say.exampleOf(exampleCommand(operation, BOOK)),
  ];
}

function hintOf({ kind, choices, many, note }: FieldInfo): string {
  const parts = [choices?.join("、") ?? say.kinds[kind], many && choices ? say.many : null, note];
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join("；");
}
