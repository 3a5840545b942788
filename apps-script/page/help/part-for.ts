import { CLERK_OPERATIONS } from "../../domain/operations/registry";
import { TOLD_IN } from "../wording/help-screen";

/** The title of the part that tells of an operation whose form is open, else of the screen. */
export function partFor(title: string, screen: string | null): string | null {
  const operation = CLERK_OPERATIONS.find((one) => one.title === title);
  const toldIn = (id = ""): string | undefined => Object.keys(TOLD_IN).find((part) => TOLD_IN[part]?.includes(id));
  return toldIn(operation?.id) ?? toldIn(screen ?? "") ?? null;
}
