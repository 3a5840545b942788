import { takeDrops } from "./files/drops";
import { FileDesk } from "./files/file-desk";
import { LocalFiles } from "./files/local-files";
import { openPage } from "./open-page";
import { LocalServer } from "./transport/local";
import { listen } from "./transport/local-events";

/** The page in a browser on the PC, where files are. It says in its body the secret of its server. */
const { secret = "" } = document.body.dataset;
const files = new FileDesk(new LocalFiles(secret));
const desk = openPage(new LocalServer(secret), { action: null, close: null, files });
const notice = (sentence: string): void => {
  desk.stage.notice = sentence;
  desk.stage.tell();
};
listen({ notice, changed: () => desk.hearOfChange(), progress: (sentence) => desk.stage.say(sentence) });
takeDrops((dropped) => files.dropped(desk, dropped));
