import { render } from "preact";
import { Book } from "./book/book";
import { decideBeside } from "./deciding/decider";
import { askWorker } from "./deciding/worker";
import { Desk, type Opened } from "./desk";
import { StageView } from "./parts/stage-view";
import { sentenceOf } from "./sentences";
import type { Server } from "./server";
import { Stage } from "./stage";
import { ScriptServer } from "./transport/google-script";
import { LocalServer } from "./transport/local";
import { listen } from "./transport/local-events";

declare const google: ConstructorParameters<typeof ScriptServer>[0] | undefined;

/** Opens the page of a build. `program` is the script element that it runs from. */
export function openPage(build: string, program: HTMLOrSVGScriptElement | null): void {
  const { server, opened } = connect();
  const decider = decideBeside((question) => askWorker(program, question));
  const book = new Book(server, build, Date.now, decider);
  const stage = new Stage((error) => sentenceOf(error, book.home));
  const desk = new Desk(book, stage, opened);
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyR") desk.refresh();
  });
  if (typeof google === "undefined") {
    const notice = (sentence: string): void => {
      stage.notice = sentence;
      stage.tell();
    };
    listen({ notice, changed: () => desk.hearOfChange(), progress: (sentence) => stage.say(sentence) });
  }
  render(<StageView desk={desk} />, document.body);
  desk.start();
}

/** The page says in its body what it was opened for, and, on a PC, the secret of its server. */
function connect(): { readonly server: Server; readonly opened: Opened } {
  const { action = "", secret = "" } = document.body.dataset;
  const wanted = action === "" || action === "sidebar" ? null : action;
  if (typeof google === "undefined") return { server: new LocalServer(secret), opened: { action: wanted, close: null } };
  const server = new ScriptServer(google);
  return { server, opened: { action: wanted, close: wanted === null ? null : () => server.close() } };
}
