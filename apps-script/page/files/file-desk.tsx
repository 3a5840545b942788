import type { Desk } from "../desk";
import { FILES_SCREEN } from "../wording/files-screen";
import { FilesScreen } from "./files-screen";
import { FirstBook } from "./first-book";
import { Intake } from "./intake";
import type { LocalFiles } from "./local-files";
import { Outgoing } from "./outgoing";
import { sentBefore } from "./send-part";

const SCREEN = "files";

/** What the page on a PC does with files. What was chosen stays for as long as the page is there. */
export class FileDesk {
  readonly intake: Intake;
  readonly outgoing: Outgoing;
  readonly screen = {
    id: SCREEN,
    title: FILES_SCREEN,
    View: ({ desk }: { readonly desk: Desk }) => <FilesScreen desk={desk} intake={this.intake} outgoing={this.outgoing} />,
  };
  private readonly first: FirstBook;

  constructor(files: LocalFiles) {
    this.intake = new Intake(files);
    this.outgoing = new Outgoing(files);
    this.first = new FirstBook(files);
  }

  makeBook(desk: Desk): void {
    this.first.show(desk);
  }

  sendTo(desk: Desk, unit: string | null): void {
    desk.showScreen(SCREEN, () => this.outgoing.look(sentBefore(desk), unit));
  }

  /** Files that were dropped on the page, whatever it shows; what goes on there ends first. */
  async dropped(desk: Desk, files: readonly File[]): Promise<void> {
    const { stage } = desk;
    while (stage.isBusy) await stage.idle();
    if (desk.hasBegun && !desk.opening.isWorkbook) this.first.takeFile(desk, files);
    else {
      this.intake.add(files);
      if (desk.hasBegun) desk.showScreen(SCREEN, () => this.intake.look((sentence) => stage.say(sentence)));
    }
  }
}
