import type { Raws, Steps } from "../../../apps-script/domain/moving/hand";
import type { ApiHand, Order } from "./api-hand";
import type { Request } from "./sheets-client";

/** How orders of several tabs are carried out together. */
export interface Carrier {
  values(hands: readonly ApiHand[]): Promise<ReadonlyMap<ApiHand, Raws>>;
  formulas(hands: readonly ApiHand[]): Promise<ReadonlyMap<ApiHand, readonly (readonly string[])[]>>;
  /** `false`: nobody knows whether it was done. */
  put(requests: readonly Request[]): Promise<boolean>;
}

interface Waiting {
  readonly work: Steps<unknown>;
  readonly order: Order;
}

/**
 * Does pieces of work side by side: all looks that are due go in one request, and only when nobody looks any more do all
 * writes go in one. Work on a single tab that looks, writes and looks again so costs as much as work on all of them.
 */
export async function inLockstep(works: readonly Steps<unknown>[], carrier: Carrier): Promise<void> {
  let waiting = works.flatMap((work) => next(work, undefined));
  while (waiting.length > 0) {
    const looking = waiting.filter(({ order }) => order.kind !== "put");
    const answer = looking.length > 0 ? await looked(looking, carrier) : await written(waiting, carrier);
    waiting = waiting.flatMap((one) =>
      looking.length > 0 && one.order.kind === "put" ? [one] : next(one.work, answer(one.order)),
    );
  }
}

function next(work: Steps<unknown>, answer: unknown): Waiting[] {
  const { done, value } = work.next(answer);
  return done ? [] : [{ work, order: value as Order }];
}

type Answer = (order: Order) => unknown;

async function looked(waiting: readonly Waiting[], carrier: Carrier): Promise<Answer> {
  const handsFor = (kind: "values" | "formulas"): ApiHand[] => [
    ...new Set(waiting.flatMap(({ order }) => (order.kind === kind ? [order.hand] : []))),
  ];
  const [values, formulas] = [handsFor("values"), handsFor("formulas")];
  const found = values.length > 0 ? await carrier.values(values) : new Map();
  const known = formulas.length > 0 ? await carrier.formulas(formulas) : new Map();
  return (order) =>
    order.kind === "values" ? found.get(order.hand) : order.kind === "formulas" ? known.get(order.hand) : undefined;
}

async function written(waiting: readonly Waiting[], carrier: Carrier): Promise<Answer> {
  const requests = waiting.flatMap(({ order }) => (order.kind === "put" ? order.requests : []));
  const isSure = await carrier.put(requests);
  return () => isSure;
}
