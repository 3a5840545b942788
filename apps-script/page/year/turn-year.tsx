import { MARK_CARRIED } from "../../domain/operations/between-books";
import { Refusal } from "../../domain/refusal";
import { CARRY_TITLE } from "../../domain/wording/next-year";
import type { Desk } from "../desk";
import { CopyButton } from "../parts/copy-button";
import { Told } from "../sentences";
import { NoAnswer } from "../server";
import type { StepButton } from "../stage";
import { beginAction, idOfForm } from "../steps/begin";
import { wayBack } from "../steps/preview";
import * as page from "../wording/page";
import * as say from "../wording/turn-year";
import { CarryView } from "./carry-view";
import { codeOf, planTurn } from "./turn-plan";

type Back = (() => void) | null;
type Plan = Awaited<ReturnType<typeof planTurn>>;

/** 结转到下一年度: in a copy it is done, in the old Sheet it is prepared and looked at; where files are, a file is made. */
export function turnYear(desk: Desk, back: Back): void {
  if (desk.files) desk.files.turnYear(desk, back);
  else desk.later(page.READING, () => (desk.opening.isCopy ? showCopy(desk, back, "") : showOld(desk, back)));
}

/** What the copy would become, before anything is written. */
async function showCopy(desk: Desk, back: Back, notice: string): Promise<void> {
  const plan = await planTurn(desk.book);
  const turn: StepButton = { text: say.TURN, press: () => carry(desk, plan, back), isMain: true };
  desk.stage.show({
    title: say.wouldTurn(plan.report.year),
    content: () => (
      <>
        {notice === "" ? null : <p class="notice">{notice}</p>}
        <p>{say.COPY_BECOMES}</p>
        <CarryView report={plan.report} />
      </>
    ),
    buttons: [...wayBack(back), ...desk.closing(), turn],
  });
}

function carry(desk: Desk, { report, text }: Plan, back: Back): void {
  void desk.stage.whileSaying(say.TURNING, async () => {
    const answer = await asked(desk, text);
    desk.book.expire();
    if (answer.state === "stopped") throw new Told(say.stopped(answer.error));
    if (answer.state === "changed") return showCopy(desk, back, say.CHANGED);
    await desk.reopen();
    await desk.book.ready();
    desk.stage.show({
      title: say.turned(report.year),
      content: () => (
        <>
          <CodePart code={codeOf(desk.book) ?? ""} />
          <CarryView report={report} />
        </>
      ),
      buttons: [...wayBack(back), ...desk.closing()],
    });
  });
}

async function asked({ book }: Desk, decision: string) {
  try {
    return await book.server.call("turn", { step: "carry", decision });
  } catch (error) {
    throw error instanceof NoAnswer ? new Told(say.UNANSWERED) : error;
  }
}

/** In a Sheet that is no copy: how a copy is made, what would go over, and the code of one that came out of another book. */
async function showOld(desk: Desk, back: Back): Promise<void> {
  await desk.book.ready();
  const plan = await planTurn(desk.book).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  const code = codeOf(desk.book);
  const again = (): void => turnYear(desk, back);
  const mark: StepButton = { text: say.MARK, press: () => beginAction(desk, idOfForm(MARK_CARRIED), again) };
  const prepare: StepButton = { text: say.PREPARE, press: () => prepared(desk, back), isMain: true };
  desk.stage.show({
    title: CARRY_TITLE,
    content: () => (
      <>
        {code === null ? null : <CodePart code={code} />}
        {plan instanceof Refusal ? <Reasons of={plan} /> : <Ahead plan={plan} />}
      </>
    ),
    buttons: [...wayBack(back), ...desk.closing(), mark, ...(plan instanceof Refusal ? [] : [prepare])],
  });
}

/** A book that never sent a file has no secret yet, by which its copy would be known. */
function prepared(desk: Desk, back: Back): void {
  void desk.stage.whileSaying(page.WRITING, async () => {
    await desk.book.server.call("turn", { step: "prepare", decision: null });
    desk.book.expire();
    desk.stage.show({
      title: say.PREPARED,
      content: () => <Steps steps={say.COPY_STEPS} />,
      buttons: [...wayBack(back), ...desk.closing()],
    });
  });
}

function Ahead({ plan: { report } }: { readonly plan: Plan }) {
  return (
    <>
      <p>{say.OLD_STAYS}</p>
      <h3>{say.wouldTurn(report.year)}</h3>
      <CarryView report={report} />
    </>
  );
}

const Reasons = ({ of: { reasons } }: { readonly of: Refusal }) => (
  <>
    {reasons.map((reason) => (
      <p key={reason} class="notice">
        {reason}
      </p>
    ))}
  </>
);

/** What staff take into the old Sheet. */
function CodePart({ code }: { readonly code: string }) {
  return (
    <section aria-label={say.CODE_TITLE}>
      <h3>{say.CODE_TITLE}</h3>
      <p class="text">{code}</p>
      <CopyButton text={code} title={say.COPY_CODE} />
      <Steps steps={say.MARK_STEPS} />
    </section>
  );
}

const Steps = ({ steps }: { readonly steps: readonly string[] }) => (
  <ol>
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
);
