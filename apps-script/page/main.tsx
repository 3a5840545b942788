import { openPage } from "./open-page";
import { ScriptServer } from "./transport/google-script";

/** The page in a Google Sheet: its sidebar, and its dialogs. */
declare const google: ConstructorParameters<typeof ScriptServer>[0];

/** The page says in its body what it was opened for. */
const { action = "" } = document.body.dataset;
const wanted = action === "" || action === "sidebar" ? null : action;
const server = new ScriptServer(google);
openPage(server, { action: wanted, close: wanted === null ? null : () => server.close(), files: null });
