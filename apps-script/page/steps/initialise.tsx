import { Refusal } from "../../domain/refusal";
import type { ValueOf } from "../../domain/serving/calls";
import { menuTitles } from "../../domain/wording/actions";
import { noPlanYear } from "../../domain/wording/serving";
import { statedYear } from "../book/plan-operation";
import type { Desk } from "../desk";
import { YearField } from "../forms/year-field";
import { ReportView } from "../parts/report-view";
import { initialisedReport } from "../report/initialised";
import type { StepButton } from "../stage";
import * as forms from "../wording/forms";
import * as say from "../wording/page";

const YEAR_FORM_ID = "year-form";

/** A new workbook is for one plan year, which is asked first; then what the document lacks is shown, and added. */
export function initialise(desk: Desk): void {
  if (desk.opening.isWorkbook) show(desk, null, null);
  else askYear(desk, { typed: "" });
}

function askYear(desk: Desk, draft: { typed: string }): void {
  const send = (event: Event): void => {
    event.preventDefault();
    desk.later(say.READING, async () => {
      const year = statedYear(draft.typed);
      if (year === null) throw new Refusal("no-year", noPlanYear());
      showLacking(desk, await desk.book.server.call("init", { year, agreed: null }), year, () => askYear(desk, draft));
    });
  };
  const type = (year: string): void => {
    draft.typed = year;
  };
  desk.stage.show({
    title: menuTitles.init,
    content: () => (
      <form id={YEAR_FORM_ID} onSubmit={send}>
        <YearField value={draft.typed} label={forms.PLAN_YEAR_LABEL} hint={forms.PLAN_YEAR_HINT} type={type} />
      </form>
    ),
    buttons: [...desk.closing(), { text: say.NEXT, press: () => undefined, isMain: true, form: YEAR_FORM_ID }],
  });
}

function show(desk: Desk, year: number | null, agreed: string | null): void {
  desk.later(agreed === null ? say.READING : say.WRITING, async () => {
    const answer = await desk.book.server.call("init", { year, agreed });
    if (answer.state === "shown" && answer.asksYear && year === null) askYear(desk, { typed: "" });
    else showLacking(desk, answer, year, null);
  });
}

function showLacking(desk: Desk, answer: ValueOf<"init">, year: number | null, back: (() => void) | null): void {
  const report = initialisedReport(answer);
  const isOver = report.isNothing || report.stage === "result";
  const apply: StepButton = { text: say.APPLY, press: () => show(desk, year, answer.hash), isMain: true };
  if (report.stage === "result") desk.book.expire();
  desk.stage.show({
    title: report.headline,
    content: () => <ReportView report={report} />,
    buttons: [...(back && !isOver ? [{ text: say.BACK, press: back }] : []), ...desk.closing(), ...(isOver ? [] : [apply])],
  });
}
