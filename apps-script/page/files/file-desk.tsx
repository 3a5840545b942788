import type { Desk } from "../desk";
import * as say from "../wording/files-screen";
import type { Dropped } from "./dropped";
import { FilesScreen } from "./files-screen";
import { FirstBook } from "./first-book";
import { Intake } from "./intake";
import type { LocalFiles } from "./local-files";
import { NextBook } from "./next-book";
import { Outgoing } from "./outgoing";
import { sentBefore } from "./send-part";
import { WordForm } from "./word-form";

const SCREEN = "files";

/** What the page on a PC does with files. What was chosen stays for as long as the page is there. */
export class FileDesk {
  readonly intake: Intake;
  readonly outgoing: Outgoing;
  readonly form: WordForm;
  readonly screen = {
    id: SCREEN,
    title: say.FILES_SCREEN,
    View: ({ desk }: { readonly desk: Desk }) => (
      <FilesScreen desk={desk} intake={this.intake} outgoing={this.outgoing} form={this.form} />
    ),
    shown: (desk: Desk) => this.lookAtWaiting(desk),
  };
  private readonly first: FirstBook;
  private readonly next: NextBook;

  constructor(files: LocalFiles) {
    this.intake = new Intake(files);
    this.outgoing = new Outgoing(files);
    this.form = new WordForm(files);
    this.first = new FirstBook(files);
    this.next = new NextBook(files);
  }

  makeBook(desk: Desk): void {
    this.first.show(desk);
  }

  turnYear(desk: Desk, back: (() => void) | null): void {
    this.next.show(desk, back);
  }

  sendTo(desk: Desk, unit: string | null): void {
    desk.showScreen(SCREEN, () => this.outgoing.look(sentBefore(desk), unit));
  }

  /**
   * Files that were dropped on the page, whatever it shows; what goes on there ends first. A form or a preview stays: they wait
   * on their screen, as do those that come before it is known who works here.
   */
  async dropped(desk: Desk, dropped: Dropped): Promise<void> {
    const { stage } = desk;
    while (stage.isBusy) await stage.idle();
    if (desk.hasBegun && !desk.opening.isWorkbook) return this.first.takeFile(desk, dropped);
    this.intake.add(dropped);
    if (desk.hasBegun && stage.step?.isScreen === true) return desk.showScreen(SCREEN);
    stage.waiting = say.waiting(this.intake.waiting);
    stage.tell();
  }

  /** The page is closed: nobody will ask for what it has sent. Should it come back, it sends that again. */
  leave(): void {
    this.intake.letGo();
  }

  private async lookAtWaiting({ stage }: Desk): Promise<void> {
    stage.waiting = "";
    if (this.intake.waiting > 0) await this.intake.look((sentence) => stage.say(sentence));
  }
}
