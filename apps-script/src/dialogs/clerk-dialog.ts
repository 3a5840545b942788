import type { ClerkOperation, Done } from "../../domain/operations/define-operation";
import { BadInput } from "../../domain/operations/inputs/bad-input";
import type { FieldInfo } from "../../domain/operations/inputs/define-input";
import type { Written } from "../../domain/operations/inputs/field";
import type { Reporting } from "../../domain/operations/operation";
import type { Receipt } from "../../domain/operations/receipt";
import { CLERK_OPERATIONS } from "../../domain/operations/registry";
import type { Terms } from "../../domain/operations/run";
import { hostHere, termsNow } from "../actions";
import { operationIdIn } from "../menu";
import { apply, preview } from "../perform";
import { selectedPeople } from "../selected-people";
import * as say from "../wording-desk";
import { changedSincePreview } from "../wording-menu";
import { type Outlook, outlookOf, previewOf, resultOf } from "./report";
import { textsOf } from "./told";
import type { Form, FormField, Report, Wish } from "./view";

/** The field that a selection in the Sheet fills. */
const WHO = "people";

/** The operation with an input behind a menu item; `null` where the item is another action. */
export function clerkOperation(action: string): ClerkOperation | null {
  const id = operationIdIn(action);
  return CLERK_OPERATIONS.find((one) => one.id === id) ?? null;
}

type Declared = Pick<ClerkOperation, "about" | "fields" | "example">;

/** Its form, as the operation declares it. The add-on takes no files: fields for them are left out, and it says so. */
export function formOf({ about, fields, example }: Declared, book: GoogleAppsScript.Spreadsheet.Spreadsheet): Form {
  const shown = fields.filter(({ kind }) => kind !== "file");
  const isAboutPeople = shown.some(({ name, kind }) => name === WHO && kind === "people");
  const { numbers, said } = isAboutPeople ? selectedPeople(book) : { numbers: [], said: null };
  const takesLists = shown.some(({ kind }) => kind === "people");
  const left = fields.filter(({ kind }) => kind === "file").map(({ title }) => title);
  return {
    about,
    fields: shown.map((field) => shownField(field, example.input[field.name])),
    values: numbers.length > 0 ? { [WHO]: [numbers.join("、")] } : {},
    selected: said,
    noFiles: left.length > 0 || takesLists ? say.noFiles(left, takesLists) : null,
  };
}

function shownField(field: FieldInfo, example: Written | undefined): FormField {
  return { ...field, example: textsOf(example ?? null).join("、") };
}

export function clerkPreview(operation: ClerkOperation, wish: Wish): Report {
  const terms = termsNow();
  return previewOf(outlook(preview(hostHere(), bound(operation, wish, terms), terms)));
}

/** Applies what was previewed, which names people by number; else a new preview that says so. */
export function clerkApply(operation: ClerkOperation, wish: Wish, hash: string): Report {
  const terms = termsNow();
  const receipt = apply(hostHere(), bound(operation, wish, terms), terms, hash);
  return receipt.applied ? resultOf(outlook(receipt)) : previewOf(outlook(receipt), changedSincePreview());
}

const outlook = (receipt: Receipt<Done>): Outlook => outlookOf(receipt, receipt.report ?? null);

/** @throws {BadInput} */
function bound(operation: ClerkOperation, { fields }: Wish, { head }: Terms): Reporting<Done> {
  const read = operation.bind(fields ?? {}, head.clerk);
  if ("problems" in read) throw new BadInput(read.problems);
  return read;
}
