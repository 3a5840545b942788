import { digestOf } from "../changes/change-set";
import { Refusal } from "../refusal";
import { noPlanYear } from "../wording/serving";
import type { AskOf, ValueOf } from "./calls";

/**
 * What a page that asks for `init` is told about what the document lacks. `done` says that it agreed to just that: whoever holds
 * the document adds it before the answer goes out.
 *
 * @throws {Refusal} `no-year`
 */
export function initAnswer(
  { year, agreed }: AskOf<"init">,
  lacking: ValueOf<"init">["lacking"],
  asksYear: boolean,
): ValueOf<"init"> {
  const hash = digestOf(JSON.stringify(lacking));
  if (agreed !== hash) return { state: agreed === null ? "shown" : "changed", lacking, hash, asksYear };
  if (asksYear && year === null) throw new Refusal("no-year", noPlanYear());
  return { state: "done", lacking, hash, asksYear };
}
