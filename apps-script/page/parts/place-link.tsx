import type { Place } from "../book/places";
import type { Desk } from "../desk";
import * as say from "../wording/screens";
import { Button } from "./button";

interface PlaceLinkProps {
  readonly desk: Desk;
  /** Null where it is in no row. */
  readonly place: Place | null;
  /** Says to those who do not see it beside what it stands. */
  readonly of: string;
}

/** Shows a place in the Sheet that the page stands beside; in a browser there is none to show. */
export function PlaceLink({ desk, place, of }: PlaceLinkProps) {
  if (place === null || desk.book.home !== "sheet") return null;
  return <Button text={say.IN_SHEET} label={say.inSheet(of)} kind="quiet" press={() => desk.jump(place)} />;
}
