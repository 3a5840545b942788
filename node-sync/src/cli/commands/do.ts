import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { ClerkOperation } from "../../../../apps-script/domain/operations/define-operation";
import type { RawInput } from "../../../../apps-script/domain/operations/inputs/read-input";
import { perform } from "../../perform";
import { read } from "../../readers/readers";
import { BadFields, UsageError } from "../../refusal";
import * as say from "../../wording/do";
import { linesOf } from "../../wording/plain-text";
import { type Run, textOption } from "../command";
import { fieldTexts } from "../do-fields";
import { allOperations, operationNamed } from "../do-help";
import { reportOf } from "../receipt";
import { hostOf, termsOf } from "../session";

export const run: Run = async (common, [id, ...words], options) => {
  if (id === undefined) return allOperations();
  const operation = operationNamed(id);
  const terms = termsOf(common, textOption(options, "clerk"));
  const bound = operation.bind(await inputOf(operation, words, textOption(options, "input")), terms.head.clerk);
  if ("problems" in bound) throw new BadFields(bound.problems);
  const receipt = await perform(await hostOf(common), bound, terms);
  const { input = null, people = null, texts = [] } = receipt.report ?? {};
  const report = reportOf(receipt, { input, people, ...(texts.length > 0 ? { texts } : {}) });
  const handedOn = texts.flatMap(({ to, text }) => ["", say.textFor(to), ...text.split("\n")]);
  return { ...report, text: [report.text, ...(handedOn.length > 0 ? [linesOf(handedOn)] : [])].join("\n") };
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
