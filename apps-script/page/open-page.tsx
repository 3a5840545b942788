import { render } from "preact";
import { Book } from "./book/book";
import { FilingWhileIdle } from "./book/file-while-idle";
import { decideBeside } from "./deciding/decider";
import { workerOf } from "./deciding/start-worker";
import { askWorker } from "./deciding/worker";
import { Desk, type Opened } from "./desk";
import { showHelp } from "./help/show-help";
import { StageView } from "./parts/stage-view";
import { sentenceOf } from "./sentences";
import type { Server } from "./server";
import { Stage } from "./stage";

/** The page as it was built. `program` is the script element that it runs from. */
interface Built {
  readonly build: string;
  readonly program: HTMLOrSVGScriptElement | null;
}

/** Draws the page and begins. */
export function openPage({ build, program }: Built, server: Server, opened: Opened): Desk {
  const decider = decideBeside((task, givenUp) => askWorker(() => workerOf(program), task, givenUp));
  const book = new Book(server, build, Date.now, decider);
  const stage = new Stage((error) => sentenceOf(error, book.home));
  const desk = new Desk(book, stage, opened);
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyR") desk.refresh();
    if (event.key !== "F1" || !desk.isWhole) return;
    event.preventDefault();
    showHelp(desk);
  });
  const filing = new FilingWhileIdle();
  stage.listen(() => {
    if (desk.isWhole && book.isRead && !stage.isBusy) filing.file(book.snapshot);
  });
  render(<StageView desk={desk} />, document.body);
  desk.start();
  return desk;
}
