import { Refusal } from "../../domain/refusal";
import { noPlanYear } from "../../domain/wording/serving";
import { send } from "../book/send";
import { type PlanSource, planOperation, statedYear } from "../deciding/plan-operation";
import { proposePlan } from "../deciding/proposal";
import type { Desk } from "../desk";
import { ReportView } from "../parts/report-view";
import { resultOf } from "../report/report";
import { sentenceOf, Told } from "../sentences";
import * as say from "../wording/files-screen";
import type { Dropped } from "./dropped";
import { FirstBookForm } from "./first-book-form";
import type { LocalFiles } from "./local-files";
import { planIn, readingOf, type YearlessPlan } from "./plan-source";

export const FIRST_FORM_ID = "first-form";

/** The first start, where there is no workbook yet: out of the notice comes one with its classes, and nothing else is asked. */
export class FirstBook {
  source: YearlessPlan = { text: "", tab: null };
  year = "";

  constructor(private readonly files: LocalFiles) {}

  show(desk: Desk): void {
    desk.stage.show({
      title: say.FIRST_TITLE,
      content: () => <FirstBookForm desk={desk} first={this} />,
      buttons: [{ text: say.MAKE, press: () => undefined, isMain: true, form: FIRST_FORM_ID }],
    });
  }

  /** The first file that holds a plan; one without is told of. */
  takeFile(desk: Desk, { files: [file] }: Dropped): void {
    desk.later(say.LOOKING, async () => {
      if (!file) throw new Told(say.unreadable);
      const source = await planIn(file, this.files);
      if (source === null) throw new Told(say.noPlanIn(file.name));
      this.source = source;
    });
  }

  make(desk: Desk): void {
    void desk.stage.whileSaying(say.MAKING, async () => {
      const { classes, year: stated } = readingOf(this.source);
      const year = statedYear(this.year) ?? stated;
      if (year === null) throw new Refusal("no-year", noPlanYear());
      const plan = { ...this.source, year: this.year };
      // A plan that is not wholly understood is refused before anything is made.
      if (classes.length > 0) planOperation(plan);
      await made(desk, year);
      if (classes.length > 0) await loaded(desk, plan, classes.length);
      else begin(desk, say.made(desk.opening.document, 0), () => null);
    });
  }
}

/** Makes the workbook's file. @throws {Told} where something came into its place meanwhile: nothing is made then */
async function made(desk: Desk, year: number): Promise<void> {
  const { server } = desk.book;
  const { hash } = await server.call("init", { year, agreed: null });
  const { state } = await server.call("init", { year, agreed: hash });
  if (state !== "done") throw new Told(say.notMade);
  await desk.reopen();
}

/** The workbook stands by now: that its plan could not be loaded is told beside that. */
async function loaded(desk: Desk, plan: PlanSource, classes: number): Promise<void> {
  const { book } = desk;
  try {
    const ending = await send(book, await proposePlan(book, plan));
    if (ending.kind !== "done") throw new Told(say.planUnclear);
    const { proposal, committed } = ending;
    if (committed.state === "stopped") throw new Told(committed.error);
    const report = resultOf(proposal.described, committed);
    begin(desk, say.made(desk.opening.document, classes), () => <ReportView report={report} />);
  } catch (error) {
    const why = sentenceOf(error, book.home);
    begin(desk, say.made(desk.opening.document, 0), () => <p class="notice">{say.planLeft(why)}</p>);
  }
}

function begin(desk: Desk, title: string, content: () => object | null): void {
  desk.stage.show({ title, content, buttons: [{ text: say.BEGIN, press: () => desk.begin(), isMain: true }] });
}
