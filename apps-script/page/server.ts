import type { AskOf, CallName, ValueOf } from "../domain/serving/calls";

/** Whoever holds the workbook, as the page asks them. */
export interface Server {
  /**
   * @throws {CallFailed} with the sentence to show
   * @throws {NoAnswer} when nobody knows whether the call was answered
   */
  call<N extends CallName>(name: N, ask: AskOf<N>): Promise<ValueOf<N>>;
}

/** The connection was lost, or the script stopped: what was asked for may have been done all the same. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}
