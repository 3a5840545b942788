import type { CopyAnswer } from "../../domain/operations/keying";
import { Refusal } from "../../domain/refusal";
import { entryOf } from "../menu";
import { badRequest, noPageAction } from "../wording-menu";
import type { Wish } from "./view";

/** What the page sent, checked field by field: anybody who may open the dialog can call with anything. */
export function readWish(given: unknown): Wish {
  if (typeof given !== "object" || given === null) throw new Refusal("bad-request", badRequest());
  const fields = new Map(Object.entries(given));
  const text = (name: keyof Wish): string | null => {
    const value: unknown = fields.get(name);
    if (value === null || value === undefined) return null;
    if (typeof value !== "string") throw new Refusal("bad-request", badRequest());
    return value.trim() === "" ? null : value;
  };
  const action = readAction(text("action"));
  return { action, text: text("text"), tab: text("tab"), year: text("year"), run: text("run") };
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
