import { nearOnes } from "../../../apps-script/domain/naming/near-names";
import type { ClerkOperation } from "../../../apps-script/domain/operations/define-operation";
import { exampleCommand } from "../../../apps-script/domain/operations/example-command";
import type { FieldInfo } from "../../../apps-script/domain/operations/inputs/define-input";
import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { UsageError } from "../refusal";
import * as say from "../wording/do";
import { linesOf } from "../wording/plain-text";
import type { Report } from "./command";
import { textTable } from "./text-table";

/** The workbook of the demonstration, on which every example runs. */
const BOOK = "demo/名册.xlsx";

/** @throws {UsageError} when there is none of this id */
export function operationNamed(id: string): ClerkOperation {
  const operation = CLERK_OPERATIONS.find((one) => one.id === id);
  if (operation) return operation;
  const titled = CLERK_OPERATIONS.filter(({ title }) => title === id);
  const near = titled.length > 0 ? titled : nearOnes(id, CLERK_OPERATIONS, (one) => [one.id, one.title]);
  const idsOf = (some: readonly ClerkOperation[]) => some.map((one) => one.id);
  throw new UsageError(say.noSuchOperation(id, idsOf(near), idsOf(CLERK_OPERATIONS)));
}

/** Every operation, with a table of its fields. */
export function allOperations(): Report {
  const text = linesOf([say.operationsTitle, ...CLERK_OPERATIONS.flatMap(tableFor)]);
  return { json: { operations: CLERK_OPERATIONS.map(jsonOf) }, text, needsPerson: false };
}

/** One operation with all there is to say of its fields. */
export function helpAbout(id: string): Report {
  const operation = operationNamed(id);
  const fields = operation.fields.flatMap(linesOfField);
  const text = linesOf([titleOf(operation), "", say.fieldsTitle, ...fields, "", say.otherOptions, exampleOf(operation)]);
  return { json: { operations: [jsonOf(operation)] }, text, needsPerson: false };
}

function jsonOf(operation: ClerkOperation) {
  const { id, title, about, fields, example } = operation;
  const { input, today } = example;
  return { id, title, about, fields, example: { input, today, command: exampleCommand(operation, BOOK) } };
}

function tableFor(operation: ClerkOperation): string[] {
  const rows = operation.fields.map((one) => [`--${one.name}`, one.title, mustOf(one), hintOf(one)]);
  const table = textTable(say.fieldColumns, rows, 70).split("\n");
  return ["", titleOf(operation), ...table.map((line) => `  ${line}`), `  ${exampleOf(operation)}`];
}

function linesOfField(field: FieldInfo): string[] {
  const { name, title, choices, note } = field;
  const parts = [say.kinds[field.kind] || null, note, choices === null ? null : say.oneOf(choices, field.many)];
  return [`  --${name}  ${title}（${mustOf(field)}）`, ...parts.flatMap((part) => (part === null ? [] : [`      ${part}`]))];
}

const titleOf = ({ id, title, about }: ClerkOperation): string => `${id}  ${title}：${about}`;
const exampleOf = (operation: ClerkOperation): string => say.exampleOf(exampleCommand(operation, BOOK));
const mustOf = ({ required }: FieldInfo): string => (required ? say.required : say.isOptional);

function hintOf({ kind, choices, many, note }: FieldInfo): string {
  const parts = [choices?.join("、") ?? say.kinds[kind], many && choices ? say.many : null, note];
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join("；");
}
