import { useReducer } from "preact/hooks";
import { Button } from "../parts/button";
import { isComposing } from "../parts/composing";
import * as say from "../wording/forms";
import type { FormField, FormState } from "./form-state";

interface Described {
  readonly id: string;
  readonly describedBy: string;
  readonly isWrong: boolean;
}

interface ControlProps {
  readonly form: FormState;
  readonly field: FormField;
  readonly described: Described;
}

interface WordsProps extends ControlProps {
  readonly words: readonly string[];
}

function attributesOf({ id, describedBy, isWrong }: Described) {
  return { id, "aria-describedby": describedBy, "aria-invalid": isWrong ? ("true" as const) : ("false" as const) };
}

/** People are typed or pasted into several lines; Enter sends the form all the same, but not one that ends a composition. */
export function TextBox({ form, field, described }: ControlProps) {
  const { name, kind, many, example, required } = field;
  const shared = {
    ...attributesOf(described),
    ...(required ? { "aria-required": "true" as const } : {}),
    autocomplete: "off" as const,
    spellcheck: false,
    placeholder: example === "" ? "" : say.exampleIs(example),
    value: form.textIn(name),
  };
  if (!many) {
    const input = (event: InputEvent & { readonly currentTarget: HTMLInputElement }) =>
      form.type(name, event.currentTarget.value);
    return <input type="text" inputMode={kind === "money" ? "decimal" : "text"} {...shared} onInput={input} />;
  }
  const input = (event: InputEvent & { readonly currentTarget: HTMLTextAreaElement }) =>
    form.type(name, event.currentTarget.value);
  return <textarea class="lines" rows={2} {...shared} onInput={input} onKeyDown={sendOnEnter} />;
}

function sendOnEnter(event: KeyboardEvent & { readonly currentTarget: HTMLTextAreaElement }): void {
  if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

export function ChoiceBox({ form, field, words, described }: WordsProps) {
  const { name, required } = field;
  const given = form.textIn(name);
  return (
    <select
      {...attributesOf(described)}
      {...(required ? { "aria-required": "true" as const } : {})}
      value={given}
      onChange={({ currentTarget }) => form.type(name, currentTarget.value)}
    >
      <option value="">{required ? say.CHOOSE : say.LEAVE_OUT}</option>
      {words.map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </select>
  );
}

/** Words to tick, with a button for all of them. */
export function TickBoxes({ form, field, words, described }: WordsProps) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const { name, title } = field;
  const ticks = form.ticksIn(name);
  const set = (next: readonly string[]): void => {
    form.tick(name, next);
    draw(undefined);
  };
  const isAll = words.every((word) => ticks.includes(word));
  return (
    <>
      <Button text={say.ALL} label={say.allOf(title)} press={() => set(isAll ? [] : words)} kind="small" />
      <div class="ticks">
        {words.map((word, index) => (
          <label key={word}>
            <input
              type="checkbox"
              {...attributesOf({ ...described, id: index === 0 ? described.id : `${described.id}-${index}` })}
              value={word}
              checked={ticks.includes(word)}
              onChange={({ currentTarget }) =>
                set(words.filter((one) => (one === word ? currentTarget.checked : ticks.includes(one))))
              }
            />
            {word}
          </label>
        ))}
      </div>
    </>
  );
}
