import { render } from "preact";
import { Book } from "./book/book";
import { Desk, type Opened } from "./desk";
import { StageView } from "./parts/stage-view";
import type { Server } from "./server";
import { Stage } from "./stage";

/** Names the program that this page is of. The build puts it in. */
declare const ANPEI_BUILD: string;

/** Draws the page and begins. */
export function openPage(server: Server, opened: Opened): Desk {
  const desk = new Desk(new Book(server, ANPEI_BUILD), new Stage(), opened);
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyR") desk.refresh();
  });
  render(<StageView desk={desk} />, document.body);
  desk.start();
  return desk;
}
