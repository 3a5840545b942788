import { Refusal } from "../refusal";
import { badRequest } from "../wording/serving";
import { ASKS } from "./asks";
import type { AskOf, CallName, ValueOf } from "./calls";

/** Who answers a page's calls: at once inside Google, later from a disk. */
export type Serving = { readonly [N in CallName]: (ask: AskOf<N>) => ValueOf<N> | Promise<ValueOf<N>> };

/**
 * Hands one call on to whoever answers it, once what it asks is checked.
 *
 * @throws {Refusal} `bad-request` for a call that no page makes
 */
export function serve(serving: Serving, name: unknown, given: unknown): unknown {
  const known = Object.keys(ASKS).find((one): one is CallName => one === name);
  if (!known) throw new Refusal("bad-request", badRequest());
  return served(serving, known, given);
}

function served<N extends CallName>(serving: Serving, name: N, given: unknown): unknown {
  return serving[name](ASKS[name](given));
}
