import { useContext } from "preact/hooks";
import type { Snapshot } from "../../domain/snapshot/snapshot";
import { classPeople, everybody } from "../../domain/views/everybody";
import { unitNames } from "../../domain/views/unit-names";
import type { Desk } from "../desk";
import { Busy, Button } from "../parts/button";
import { Choice } from "../screens/reminders-choice";
import * as say from "../wording/word-forms";
import { Downloads } from "./downloads";
import { FilePicker } from "./file-picker";
import type { WordForm } from "./word-form";

interface WordFormProps {
  readonly desk: Desk;
  readonly form: WordForm;
}

/** 填 Word 表: a form of the centre's own, for a class, a unit or some people. */
export function WordFormPart({ desk: { stage, book }, form }: WordFormProps) {
  const isBusy = useContext(Busy);
  const { template, done } = form;
  const choose = (chosen: Parameters<WordForm["choose"]>[0]): void => {
    form.choose(chosen);
    stage.tell();
  };
  const fill = (): void => void stage.whileSaying(say.FILLING, () => form.fill());
  return (
    <section aria-label={say.FORM_TITLE}>
      <h3>{say.FORM_TITLE}</h3>
      <FilePicker
        id="word-form"
        label={template === null ? say.CHOOSE_FORM : say.chosenForm(template.name)}
        hint={say.FORM_HINT}
        take={([file]) => choose({ template: file ?? null })}
      />
      {template === null ? null : (
        <>
          <div class="sides">
            <Choice
              id="form-class"
              label={say.FORM_CLASS}
              choices={classPeople(book.snapshot).classes.classes.map(({ name }) => name)}
              value={form.class}
              choose={(chosen) => choose({ class: chosen })}
              none={say.ANY}
            />
            <Choice
              id="form-unit"
              label={say.FORM_UNIT}
              choices={unitsWithPeople(book.snapshot)}
              value={form.unit}
              choose={(chosen) => choose({ unit: chosen })}
              none={say.ANY}
            />
          </div>
          <label for="form-people">{say.FORM_PEOPLE}</label>
          <input
            id="form-people"
            type="text"
            autocomplete="off"
            spellcheck={false}
            disabled={isBusy}
            value={form.people}
            onInput={({ currentTarget }) => choose({ people: currentTarget.value })}
          />
          <p class="doings">{form.isReady ? <Button text={say.FILL} press={fill} kind="main" /> : say.FOR_WHOM}</p>
        </>
      )}
      {done === null ? null : (
        <div class="outcome">
          <p>{say.filled(done.json)}</p>
          {[...done.json.leftOut, ...done.json.notes].map((note) => (
            <p key={note} class="notice">
              {note}
            </p>
          ))}
          <Downloads answer={done} />
        </div>
      )}
    </section>
  );
}

function unitsWithPeople(snapshot: Snapshot): readonly string[] {
  const { nameFor } = unitNames(snapshot);
  return [...new Set(everybody(snapshot).flatMap(({ row: { unit } }) => (unit === null ? [] : [nameFor(unit)])))].sort();
}
