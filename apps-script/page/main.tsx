import { answerQuestions } from "./deciding/worker";
import { openPage } from "./open-page";
import { ScriptServer } from "./transport/google-script";

/** Names the program that this page is of. The build puts it in. */
declare const ANPEI_BUILD: string;

declare const google: ConstructorParameters<typeof ScriptServer>[0];

/** The page in a Google Sheet: its sidebar, and its dialogs. It says in its body what it was opened for. */
function open(program: HTMLOrSVGScriptElement | null): void {
  const { action = "" } = document.body.dataset;
  const wanted = action === "" || action === "sidebar" ? null : action;
  const server = new ScriptServer(google);
  const close = wanted === null ? null : () => server.close();
  openPage({ build: ANPEI_BUILD, program }, server, { action: wanted, close, manual: () => server.manual(), files: null });
}

/** The page, or, where there is none, a worker that decides for it. */
if (typeof document === "undefined") answerQuestions(self);
else open(document.currentScript);
