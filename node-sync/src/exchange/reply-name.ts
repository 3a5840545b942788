import { fileNameOf } from "../../../apps-script/domain/exchange/sent-names";
import { replyWording as say } from "../wording/reply";

/**
 * What a reply is called: after the unit that reads it, as its own file is, never after the file that it answers. A `copy`
 * is counted where something else has the name.
 *
 * @param unit `null` when it is not clear who sent the file: staff then pass the reply on
 */
export function replyName(unit: string | null, copy = 1): string {
  const stem = unit === null ? say.unknownUnit : fileNameOf(unit).replace(/\.xlsx$/u, "");
  return say.fileName(stem, copy);
}
