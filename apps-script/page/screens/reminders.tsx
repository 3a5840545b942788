import { useReducer } from "preact/hooks";
import { notified } from "../../domain/operations/todo/notified";
import { MEANS_OF_TELLING, MOVERS } from "../../domain/schema/allowed";
import type { TodoLine } from "../../domain/views/lines";
import { remindersView } from "../../domain/views/reminders";
import { proposeForm } from "../deciding/proposal";
import type { Desk } from "../desk";
import { Button } from "../parts/button";
import { CopyButton } from "../parts/copy-button";
import { preview } from "../steps/preview";
import * as say from "../wording/reminders-screen";
import { Choice } from "./reminders-choice";
import { firstUnits } from "./reminders-first";
import { UnitPart } from "./reminders-unit";

/** What is looked at and ticked: kept while the preview is in front. A tick holds as long as nobody has told of the line since. */
const looked = {
  class: "",
  unit: "",
  rule: "",
  whose: "",
  by: MEANS_OF_TELLING[0] ?? "",
  ticks: new Map<string, string | null>(),
  isAll: false,
};
type Filter = "class" | "unit" | "rule" | "whose" | "by";

/** 提醒: by unit, who has to do what by when, with the phone and the ready text; those who were told are ticked and marked. */
export function RemindersScreen({ desk }: { readonly desk: Desk }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const all = desk.book.view(remindersView, { class: null, unit: null });
  const view = desk.book.view(remindersView, { class: looked.class || null, unit: looked.unit || null });
  const everyLine = all.units.flatMap(({ lines }) => lines);
  const isShown = ({ rule, whose }: TodoLine): boolean =>
    (looked.rule === "" || rule === looked.rule) && (looked.whose === "" || whose === looked.whose);
  const isWhole = looked.rule === "" && looked.whose === "";
  const units = view.units
    .map((unit) => ({ ...unit, lines: unit.lines.filter(isShown), text: isWhole ? unit.text : null }))
    .filter(({ lines }) => lines.length > 0);
  const isTicked = ({ id, told }: TodoLine): boolean => looked.ticks.has(id) && looked.ticks.get(id) === told;
  const ticked = units.flatMap(({ lines }) => lines.filter(isTicked));
  const shown = looked.isAll ? units : firstUnits(units);
  const showAll = (): void => {
    looked.isAll = true;
    redraw(undefined);
  };
  const choose = (name: Filter) => (value: string) => {
    looked[name] = value;
    redraw(undefined);
  };
  const tick = (lines: readonly TodoLine[], isOn: boolean): void => {
    for (const { id, told } of lines) isOn ? looked.ticks.set(id, told) : looked.ticks.delete(id);
    redraw(undefined);
  };
  const mark = (): void => {
    const values = { lines: ticked.map(({ id }) => id), by: looked.by };
    preview(desk, () => proposeForm(desk.book, notified, values), { back: () => desk.showScreen("reminders") });
  };
  if (everyLine.length === 0) return <p>{say.NONE}</p>;
  const unitNames = all.units.flatMap(({ unit }) => unit ?? []);
  const classes = unique(everyLine.map((line) => line.class));
  return (
    <>
      <p role="status">{say.counts(view.count, view.open)}</p>
      <div class="filters">
        <Choice id="by-class" label={say.CLASS_LABEL} choices={classes} value={looked.class} choose={choose("class")} />
        <Choice id="by-unit" label={say.UNIT_LABEL} choices={unitNames} value={looked.unit} choose={choose("unit")} />
        <Choice
          id="by-rule"
          label={say.RULE_LABEL}
          choices={unique(everyLine.map(({ rule }) => rule))}
          value={looked.rule}
          choose={choose("rule")}
        />
        <Choice id="by-whose" label={say.WHOSE_LABEL} choices={MOVERS} value={looked.whose} choose={choose("whose")} />
      </div>
      <div class="filters told">
        <Choice id="told-by" label={say.BY_LABEL} choices={MEANS_OF_TELLING} value={looked.by} choose={choose("by")} isFixed />
        {ticked.length > 0 ? <Button text={say.markTold(ticked.length)} press={mark} kind="main" /> : null}
      </div>
      {isWhole && view.classes.length > 0 ? (
        <details>
          <summary>{say.CLASS_TEXTS}</summary>
          {view.classes.map((one) => (
            <p key={one.class} class="text">
              <CopyButton text={one.text} title={say.copyClass(one.class)} /> {one.text}
            </p>
          ))}
        </details>
      ) : null}
      {shown.map((unit) => (
        <UnitPart key={unit.unit ?? ""} desk={desk} unit={unit} isTicked={isTicked} tick={tick} />
      ))}
      {shown.length < units.length ? (
        <p>
          <Button text={say.showRest(units.length - shown.length)} press={showAll} />
        </p>
      ) : null}
    </>
  );
}

function unique(names: readonly (string | null)[]): readonly string[] {
  return [...new Set(names.flatMap((name) => name ?? []))].sort();
}
