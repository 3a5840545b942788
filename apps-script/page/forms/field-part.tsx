import { useReducer, useRef } from "preact/hooks";
import type { Candidate } from "../../domain/operations/inputs/field";
import { Button } from "../parts/button";
import * as say from "../wording/forms";
import { ChoiceBox, TextBox, TickBoxes } from "./controls";
import type { FormField, FormState } from "./form-state";

interface FieldProps {
  readonly form: FormState;
  readonly field: FormField;
  /** Nothing is left to ask about the field. */
  readonly settled: () => void;
}

/** One field on the page: its label, its hint, its control, and below it what is wrong with it. */
export function FieldPart({ form, field, settled }: FieldProps) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const choices = useRef<HTMLDivElement>(null);
  const { name, title, required, kind, many } = field;
  const id = `field-${name}`;
  const fault = form.faultOf(name);
  const picked = form.pickedIn(name);
  const note = kind === "cells" ? say.linesOf(field.note) : field.note;
  const described = { id, describedBy: `${id}-hint ${id}-fault`, isWrong: fault !== null };
  const pick = (candidate: Candidate): void => {
    const isLeft = form.pick(field, candidate);
    draw(undefined);
    if (isLeft) setTimeout(() => choices.current?.querySelector("button")?.focus(), 0);
    else settled();
  };
  const must = required ? <span class="must">{say.REQUIRED}</span> : null;
  const hint =
    note === null ? null : (
      <p class="hint" id={`${id}-hint`}>
        {note}
      </p>
    );
  const trouble = (
    <>
      <div class="fault" id={`${id}-fault`}>
        {fault?.why ?? (picked === null ? null : <span class="hint">{say.pickedIs(picked)}</span>)}
      </div>
      <div class="candidates" ref={choices}>
        <Candidates all={fault?.candidates ?? []} pick={pick} />
      </div>
    </>
  );
  const kindOf = fault === null ? "field" : "field wrong";
  if (field.choices !== null && many) {
    return (
      <fieldset class={kindOf}>
        <legend>
          {title}
          {must}
        </legend>
        {hint}
        <TickBoxes form={form} field={field} words={field.choices} described={described} />
        {trouble}
      </fieldset>
    );
  }
  return (
    <div class={kindOf}>
      <label for={id}>
        {title}
        {must}
      </label>
      {hint}
      {field.choices === null ? (
        <TextBox form={form} field={field} described={described} />
      ) : (
        <ChoiceBox form={form} field={field} words={field.choices} described={described} />
      )}
      {trouble}
    </div>
  );
}

interface CandidatesProps {
  readonly all: readonly Candidate[];
  readonly pick: (one: Candidate) => void;
}

/** What each text may have meant, a button each. */
function Candidates({ all, pick }: CandidatesProps) {
  const texts = [...new Set(all.map(({ given }) => given))];
  return (
    <>
      {texts.map((text) => (
        <fieldset key={text} aria-label={say.whichOf(text)}>
          <p>{say.whichOf(text)}</p>
          {all
            .filter(({ given }) => given === text)
            .map((one) => (
              <Button key={one.value} text={one.told} press={() => pick(one)} kind="small" />
            ))}
        </fieldset>
      ))}
    </>
  );
}
