import { answerQuestions } from "./deciding/worker";
import { takeDrops } from "./files/drops";
import { FileDesk } from "./files/file-desk";
import { LocalFiles } from "./files/local-files";
import type { ManualPart } from "./help/manual";
import { openPage } from "./open-page";
import { LocalServer } from "./transport/local";
import { listen } from "./transport/local-events";

/** Names the program that this page is of. The build puts it in. */
declare const ANPEI_BUILD: string;

/** The manual, with its pictures. The build puts it in. */
declare const ANPEI_MANUAL: readonly ManualPart[];

/** The page in a browser on the PC, where files are. It says in its body the secret of its server. */
function open(program: HTMLOrSVGScriptElement | null): void {
  const { secret = "" } = document.body.dataset;
  const files = new FileDesk(new LocalFiles(secret));
  const desk = openPage({ build: ANPEI_BUILD, program }, new LocalServer(secret), {
    action: null,
    close: null,
    manual: async () => ANPEI_MANUAL,
    files,
  });
  const { stage } = desk;
  const notice = (sentence: string): void => {
    stage.notice = sentence;
    stage.tell();
  };
  listen({ notice, changed: () => desk.hearOfChange(), progress: (sentence) => stage.say(sentence) });
  addEventListener("pagehide", () => files.leave());
  takeDrops((dropped) => void files.dropped(desk, dropped));
}

/** The page, or, where there is none, a worker that decides for it. */
if (typeof document === "undefined") answerQuestions(self);
else open(document.currentScript);
