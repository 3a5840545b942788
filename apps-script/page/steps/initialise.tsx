import { Refusal } from "../../domain/refusal";
import type { ValueOf } from "../../domain/serving/calls";
import { menuTitles } from "../../domain/wording/actions";
import { noPlanYear } from "../../domain/wording/serving";
import { statedYear } from "../deciding/plan-operation";
import type { Desk } from "../desk";
import { YearField } from "../forms/year-field";
import { ReportView } from "../parts/report-view";
import { initialisedReport } from "../report/initialised";
import type { StepButton } from "../stage";
import * as forms from "../wording/forms";
import * as say from "../wording/page";
import { wayBack } from "./preview";

const YEAR_FORM_ID = "year-form";

/** Back to what was asked last, and to the screen that it began on. */
interface Ways {
  readonly back: (() => void) | null;
  readonly leave: (() => void) | null;
}

/** A new workbook is for one plan year, which is asked first; then what the document lacks is shown, and added. */
export function initialise(desk: Desk, leave: (() => void) | null): void {
  if (desk.opening.isWorkbook) show(desk, null, null, leave);
  else askYear(desk, { typed: "" }, leave);
}

function askYear(desk: Desk, draft: { typed: string }, leave: (() => void) | null): void {
  const send = (event: Event): void => {
    event.preventDefault();
    desk.later(say.READING, async () => {
      const year = statedYear(draft.typed);
      if (year === null) throw new Refusal("no-year", noPlanYear());
      showLacking(desk, await desk.book.server.call("init", { year, agreed: null }), year, {
        back: () => askYear(desk, draft, leave),
        leave,
      });
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
    buttons: [...wayBack(leave), ...desk.closing(), { text: say.NEXT, press: () => undefined, isMain: true, form: YEAR_FORM_ID }],
  });
}

function show(desk: Desk, year: number | null, agreed: string | null, leave: (() => void) | null): void {
  desk.later(agreed === null ? say.READING : say.WRITING, async () => {
    const answer = await desk.book.server.call("init", { year, agreed });
    if (answer.state === "shown" && answer.asksYear && year === null) askYear(desk, { typed: "" }, leave);
    else showLacking(desk, answer, year, { back: leave, leave });
  });
}

function showLacking(desk: Desk, answer: ValueOf<"init">, year: number | null, { back, leave }: Ways): void {
  const report = initialisedReport(answer);
  const isOver = report.isNothing || report.stage === "result";
  const apply: StepButton = { text: say.APPLY, press: () => show(desk, year, answer.hash, leave), isMain: true };
  if (report.stage === "result") desk.book.expire();
  desk.stage.show({
    title: report.headline,
    content: () => <ReportView report={report} />,
    buttons: [...wayBack(isOver ? leave : back), ...desk.closing(), ...(isOver ? [] : [apply])],
  });
}
