import type { ClerkOperation } from "../../domain/operations/define-operation";
import type { FieldProblem } from "../../domain/operations/inputs/bad-input";
import type { FieldInfo } from "../../domain/operations/inputs/define-input";
import type { Candidate, Written } from "../../domain/operations/inputs/field";
import { listed } from "../../domain/snapshot/listed";
import * as say from "../wording/forms";
import { type Home, wordsOf } from "../wording/home";

/** A field is ticked (choices of which many), chosen (choices) or typed. `example` shows what could be typed. */
export interface FormField extends FieldInfo {
  readonly example: string;
}

/** What stands in a form already, by field, and how it came there. */
export interface Filled {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly said: string | null;
}

export const NOTHING_FILLED: Filled = { values: {}, said: null };

type Fault = Pick<FieldProblem, "field" | "title" | "why" | "candidates">;

/**
 * The form of an operation with an input: what is typed, and what is wrong with it. It is kept while the form is away, so that
 * nothing has to be typed twice.
 */
export class FormState {
  readonly fields: readonly FormField[];
  /** Says that lists in files are taken elsewhere. */
  readonly noFiles: string | null;
  private readonly typed = new Map<string, string>();
  private readonly ticked = new Map<string, readonly string[]>();
  private readonly faults = new Map<string, Fault>();
  /** What was picked in place of what was wrong. */
  private readonly picked = new Map<string, string>();
  /** The field that is to get the focus when the form is drawn next; "" for the button that goes on. */
  focus: string | null = null;

  constructor(
    readonly operation: Pick<ClerkOperation, "title" | "about" | "fields" | "example">,
    home: Home,
    readonly filled: Filled = NOTHING_FILLED,
  ) {
    const { fields, example } = operation;
    const shown = fields.filter(({ kind }) => kind !== "file");
    const left = fields.filter(({ kind }) => kind === "file").map(({ title }) => title);
    const takesLists = shown.some(({ kind }) => kind === "people");
    this.fields = shown.map((field) => ({ ...field, example: textsOf(example.input[field.name] ?? null).join("、") }));
    const sentences = [left.length > 0 ? wordsOf(home).fileFields(left) : "", takesLists ? say.pasteLists : ""];
    this.noFiles = sentences.join("") || null;
    for (const { name, choices, many } of this.fields) {
      const given = this.filledIn(name);
      if (choices && many) this.ticked.set(name, given);
      else this.typed.set(name, given.join("、"));
    }
  }

  textIn(name: string): string {
    return this.typed.get(name) ?? "";
  }

  type(name: string, text: string): void {
    this.typed.set(name, text);
  }

  ticksIn(name: string): readonly string[] {
    return this.ticked.get(name) ?? [];
  }

  tick(name: string, words: readonly string[]): void {
    this.ticked.set(name, words);
  }

  /** Takes over what was typed and ticked in an earlier form of the same fields; tells whether there was anything. */
  goOnFrom(earlier: FormState): boolean {
    const typed = [...earlier.typed].filter(([name, text]) => text !== earlier.filledIn(name).join("、"));
    const ticked = [...earlier.ticked].filter(([name, words]) => words.join() !== earlier.filledIn(name).join());
    for (const [name, text] of typed) this.type(name, text);
    for (const [name, words] of ticked) this.tick(name, words);
    return typed.length + ticked.length > 0;
  }

  /** What the operation is given: the filled fields. A line of cells is one of them. */
  get values(): Readonly<Record<string, readonly string[]>> {
    const filled = this.fields.map(({ name, kind }) => [name, this.textsIn(name, kind === "cells")] as const);
    return Object.fromEntries(filled.filter(([, texts]) => texts.length > 0));
  }

  isEmpty(name: string): boolean {
    return this.textsIn(name, false).length === 0;
  }

  faultOf(name: string): Fault | null {
    return this.faults.get(name) ?? null;
  }

  pickedIn(name: string): string | null {
    return this.picked.get(name) ?? null;
  }

  /** Puts each fault at its field; gives back the sentence that names them. */
  blame(problems: readonly Fault[]): string {
    this.faults.clear();
    this.picked.clear();
    for (const problem of problems) if (!this.faults.has(problem.field)) this.faults.set(problem.field, problem);
    this.focus = this.firstWrong ?? "";
    const elsewhere = problems.filter(({ field }) => this.fields.every(({ name }) => name !== field));
    return say.toMend(
      problems.map(({ title }) => title),
      elsewhere.map(({ why }) => why),
    );
  }

  get firstWrong(): string | null {
    return this.fields.find(({ name }) => this.faults.has(name))?.name ?? null;
  }

  /** Takes a candidate in place of what was written; tells whether anything is left to ask about the field. */
  pick({ name, many, choices }: FormField, { given, value, told }: Candidate): boolean {
    if (choices && many) this.tick(name, [...this.ticksIn(name), value]);
    else this.type(name, replaced(this.textIn(name), many, given, value));
    const fault = this.faults.get(name);
    const rest = fault?.candidates.filter((one) => one.given !== given) ?? [];
    if (fault && rest.length > 0) {
      this.faults.set(name, { ...fault, candidates: rest });
      return true;
    }
    this.faults.delete(name);
    this.picked.set(name, told);
    return false;
  }

  /** What stood in a field when the form was opened. */
  private filledIn(name: string): readonly string[] {
    return this.filled.values[name] ?? [];
  }

  private textsIn(name: string, areLines: boolean): readonly string[] {
    const ticks = this.ticked.get(name);
    if (ticks) return ticks;
    const text = this.textIn(name);
    const parts = areLines ? text.split("\n") : [text];
    return parts.map((part) => part.trim()).filter((part) => part !== "");
  }
}

function replaced(text: string, many: boolean, given: string, value: string): string {
  const parts = many ? listed(text) : [];
  return parts.includes(given) ? parts.map((part) => (part === given ? value : part)).join("、") : value;
}

/** A value as it is typed; cells, which are typed in another form, are left out. */
function textsOf(written: Written): readonly string[] {
  if (written === null) return [];
  const values = typeof written === "object" ? written : [String(written)];
  return values.flatMap((value) => (typeof value === "string" ? [value] : []));
}
