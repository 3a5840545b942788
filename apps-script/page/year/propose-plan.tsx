import { proposeFor } from "../../domain/plan/propose/propose-for";
import type { ProposedPlan } from "../../domain/plan/propose/propose-plan";
import { noticeText, proposedTable } from "../../domain/plan/propose/proposed-table";
import { reasonLine, toArrange } from "../../domain/wording/propose-plan";
import type { Desk } from "../desk";
import { CopyButton } from "../parts/copy-button";
import { DataTable } from "../parts/data-table";
import { wayBack } from "../steps/preview";
import * as page from "../wording/page";
import * as say from "../wording/propose-plan";

/** What the columns of the table say besides the seats; the reasons are told below it. */
const SHOWN = 7;

/** 拟下一年计划: the plan of next year out of this year's, to copy and to edit. Nothing is written. */
export function proposeNext(desk: Desk, back: (() => void) | null): void {
  desk.later(page.READING, async () => {
    await desk.book.ready();
    const { snapshot, context } = desk.book;
    const plan = proposeFor(snapshot, context, context.settings.planYear + 1);
    desk.stage.show({
      title: say.proposedFor(plan.year, plan.classes.length),
      content: () => <Proposal plan={plan} />,
      buttons: [...wayBack(back), ...desk.closing()],
    });
  });
}

function Proposal({ plan }: { readonly plan: ProposedPlan }) {
  const table = proposedTable(plan);
  const [[title = ""] = [], headers = [], ...rows] = table;
  return (
    <>
      <p>{say.PROPOSED_ABOUT}</p>
      <p class="doings">
        {say.TABLE}
        <CopyButton text={table.map((cells) => cells.join("\t")).join("\n")} title={say.COPY_TABLE} />
        {say.NOTICE}
        <CopyButton text={noticeText(plan)} title={say.COPY_NOTICE} />
      </p>
      {plan.open.length === 0 ? null : <Sentences title={toArrange} sentences={plan.open} />}
      <DataTable title={title} headers={headers.slice(0, SHOWN)} rows={rows.map((cells) => cells.slice(0, SHOWN))} />
      <Sentences title={say.WHY} sentences={plan.classes.map(({ name, reasons }) => reasonLine(name, reasons).trim())} />
    </>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ol class="notes">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}
