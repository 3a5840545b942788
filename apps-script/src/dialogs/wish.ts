import type { WrittenCell } from "../../domain/operations/inputs/field";
import type { CopyAnswer } from "../../domain/operations/keying";
import { Refusal } from "../../domain/refusal";
import { entryOf } from "../menu";
import { badRequest, noPageAction } from "../wording-menu";
import type { FormValues, Wish } from "./view";

/** What the page sent, checked field by field: anybody who may open the dialog can call with anything. */
export function readWish(given: unknown): Wish {
  if (typeof given !== "object" || given === null) throw new Refusal("bad-request", badRequest());
  const fields = new Map(Object.entries(given));
  const text = (name: Exclude<keyof Wish, "fields">): string | null => {
    const value: unknown = fields.get(name);
    if (value === null || value === undefined) return null;
    if (typeof value !== "string") throw new Refusal("bad-request", badRequest());
    return value.trim() === "" ? null : value;
  };
  const action = readAction(text("action"));
  const written = { text: text("text"), tab: text("tab"), year: text("year"), run: text("run") };
  return { action, ...written, fields: readFields(fields.get("fields")) };
}

/** A form's fields: lists of texts by name, or of cells as they were understood. What they mean, the operation reads. */
function readFields(given: unknown): FormValues | null {
  if (given === null || given === undefined) return null;
  if (typeof given !== "object" || Array.isArray(given)) throw new Refusal("bad-request", badRequest());
  const values = (value: unknown): FormValues[string] => {
    if (Array.isArray(value) && (value.every(isText) || value.every(isCell))) return value;
    throw new Refusal("bad-request", badRequest());
  };
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, values(value)]));
}

const isText = (value: unknown): value is string => typeof value === "string";

function isCell(value: unknown): value is WrittenCell {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every((part) => part === null || typeof part === "string" || typeof part === "number");
}

export function readCopyAnswer(given: unknown): CopyAnswer {
  if (given !== "new" && given !== "same") throw new Refusal("bad-request", badRequest());
  return given;
}

export function readAction(given: unknown): string {
  if (typeof given !== "string") throw new Refusal("bad-request", badRequest());
  if (entryOf(given) === null) throw new Refusal("no-action", noPageAction(given));
  return given;
}
