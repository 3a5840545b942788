import type { CarryReport } from "../../domain/next-year/carry-report";
import { CARRY_TITLE } from "../../domain/wording/next-year";
import type { Desk } from "../desk";
import { Told } from "../sentences";
import { NoAnswer } from "../server";
import { wayBack } from "../steps/preview";
import * as page from "../wording/page";
import * as say from "../wording/turn-year";
import { CarryView } from "../year/carry-view";
import type { FindingJson } from "./job-json";
import type { JobAnswer, LocalFiles } from "./local-files";
import { nextName } from "./next-name";
import { Findings } from "./outcome-view";

const FORM_ID = "next-book-form";

/** What the command leaves behind; `book` is where the new file is. */
interface NextJson {
  readonly book: string;
  readonly again: boolean;
  readonly report: CarryReport;
  readonly findings: readonly FindingJson[];
  readonly stopped?: { readonly message: string };
}

type Back = (() => void) | null;

/** 结转到下一年度, where workbooks are files: the new one lies beside the old, and is looked at before it is made. */
export class NextBook {
  private name = "";

  constructor(private readonly files: Pick<LocalFiles, "job">) {}

  show(desk: Desk, back: Back): void {
    const { document } = desk.opening;
    desk.later(page.READING, async () => {
      await desk.book.ready();
      this.name ||= nextName(document, desk.book.context.settings.planYear);
      this.ask(desk, back);
    });
  }

  private ask(desk: Desk, back: Back): void {
    const send = (event: Event): void => {
      event.preventDefault();
      desk.later(say.LOOKING, () => this.look(desk, back));
    };
    desk.stage.show({
      title: CARRY_TITLE,
      content: () => (
        <form id={FORM_ID} onSubmit={send}>
          <p>{say.FILE_ABOUT}</p>
          <label for="next-book">{say.FILE_LABEL}</label>
          <p id="next-book-hint" class="hint">
            {say.FILE_HINT}
          </p>
          <input
            id="next-book"
            type="text"
            autocomplete="off"
            aria-describedby="next-book-hint"
            defaultValue={this.name}
            onInput={({ currentTarget }) => {
              this.name = currentTarget.value;
            }}
          />
        </form>
      ),
      buttons: [...wayBack(back), { text: page.NEXT, press: () => undefined, isMain: true, form: FORM_ID }],
    });
  }

  /** Nothing is written yet. */
  private async look(desk: Desk, back: Back): Promise<void> {
    const { json } = await this.job(true);
    desk.stage.show({
      title: json.again ? say.wouldCarryAgain(this.name) : say.wouldMake(this.name),
      content: () => <Outcome json={json} />,
      buttons: [
        ...wayBack(() => this.ask(desk, back)),
        { text: json.again ? say.CARRY_AGAIN : say.MAKE, press: () => this.make(desk, back), isMain: true },
      ],
    });
  }

  private make(desk: Desk, back: Back): void {
    void desk.stage.whileSaying(say.TURNING, async () => {
      const { json } = await this.job(false).finally(() => desk.book.expire());
      if (json.stopped) throw new Told(say.fileStopped(json.stopped.message));
      desk.stage.show({
        title: say.made(json.report.year),
        content: () => (
          <>
            <p class="notice">{say.openHint(json.book)}</p>
            <Outcome json={json} />
          </>
        ),
        buttons: wayBack(back),
      });
    });
  }

  private async job(dryRun: boolean): Promise<JobAnswer<NextJson>> {
    try {
      return await this.files.job<NextJson>({ job: "nextYear", files: [], options: { newBook: this.name.trim(), dryRun } });
    } catch (error) {
      throw error instanceof NoAnswer ? new Told(say.FILE_UNANSWERED) : error;
    }
  }
}

function Outcome({ json: { report, findings, again } }: { readonly json: NextJson }) {
  return (
    <>
      <Findings findings={findings} />
      <CarryView report={report} isAgain={again} />
    </>
  );
}
