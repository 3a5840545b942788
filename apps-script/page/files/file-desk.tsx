import type { Desk } from "../desk";
import { FILES_SCREEN } from "../wording/files-screen";
import { FilesScreen } from "./files-screen";
import { FirstBook } from "./first-book";
import { Intake } from "./intake";
import { lookAtFiles } from "./intake-part";
import type { LocalFiles } from "./local-files";
import { Outgoing } from "./outgoing";
import { lookAtUnits } from "./send-part";

const SCREEN = "files";
/** How often it is looked whether something else has ended, in milliseconds. */
const LOOK = 100;

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

  sendTo(desk: Desk, unit: string): void {
    this.show(desk, () => lookAtUnits(desk, this.outgoing, unit));
  }

  /** Files that were dropped on the page, whatever it shows; what goes on there ends first. */
  dropped(desk: Desk, files: readonly File[]): void {
    if (desk.stage.isBusy || !desk.hasBegun) {
      setTimeout(() => this.dropped(desk, files), LOOK);
      return;
    }
    if (!desk.opening.isWorkbook) this.first.takeFile(desk, files);
    else {
      this.intake.add(files);
      this.show(desk, () => lookAtFiles(desk, this.intake));
    }
  }

  /** The screen comes first, so that what is found is shown there. */
  private show(desk: Desk, then: () => Promise<void>): void {
    desk.showScreen(SCREEN);
    const goOn = (): void => {
      if (desk.stage.isBusy) setTimeout(goOn, LOOK);
      else void then();
    };
    setTimeout(goOn, LOOK);
  }
}
