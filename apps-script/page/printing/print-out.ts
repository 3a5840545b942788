import { render } from "preact";
import { paperElement } from "../../domain/drawing/paper";
import type { Paper } from "../../domain/views/papers/paper";
import { drawn } from "./drawn";

/** Where the paper is as long as it is printed: nobody sees it on the screen. */
const PLACE_ID = "printed";

/** What the paper on the page leaves behind once it is put away. */
let putAway: () => void = () => undefined;

/** Prints a paper in place of the page. Saved as a file it is called as the paper is. */
export function printOut(paper: Paper): void {
  putAwayPaper();
  const place = document.createElement("div");
  place.id = PLACE_ID;
  document.body.append(place);
  render(drawn(paperElement(paper)), place);
  const { title } = document;
  document.title = paper.name;
  putAway = () => {
    render(null, place);
    place.remove();
    document.title = title;
  };
  addEventListener("afterprint", putAwayPaper, { once: true });
  print();
}

/** Takes the paper off the page: it may show what nobody else is to see. */
export function putAwayPaper(): void {
  putAway();
  putAway = () => undefined;
}
