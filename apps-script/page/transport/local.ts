import { valueIn } from "../../domain/serving/answer";
import type { Answer, AskOf, CallName, ValueOf } from "../../domain/serving/calls";
import { NoAnswer, type Server } from "../server";

/** Goes with every call, so that no other page of the browser can make one. */
const SECRET_HEADER = "x-anpei-page";

/** The server on this PC. `secret` came with the page and is kept nowhere else. */
export class LocalServer implements Server {
  constructor(private readonly secret: string) {}

  async call<N extends CallName>(name: N, ask: AskOf<N>): Promise<ValueOf<N>> {
    const headers = { "content-type": "application/json" };
    return valueIn(await answerTo<ValueOf<N>>("call", this.secret, JSON.stringify({ call: name, ask }), headers));
  }
}

/**
 * What the server on this PC says to something that is sent to it.
 *
 * @param outlivesPage whether it is sent also when the page is closed meanwhile: so no more than 64 KB are
 * @throws {NoAnswer}
 */
export async function answerTo<T>(
  path: string,
  secret: string,
  body: string | ArrayBuffer,
  headers: Readonly<Record<string, string>>,
  outlivesPage = false,
): Promise<Answer<T>> {
  const sent = { method: "POST", headers: { ...headers, [SECRET_HEADER]: secret }, body, keepalive: outlivesPage };
  try {
    const response = await fetch(path, sent);
    return (await response.json()) as Answer<T>;
  } catch {
    throw new NoAnswer();
  }
}
