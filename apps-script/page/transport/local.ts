import { valueIn } from "../../domain/serving/answer";
import type { Answer, AskOf, CallName, ValueOf } from "../../domain/serving/calls";
import { NoAnswer, type Server } from "../server";

/** Goes with every call, so that no other page of the browser can make one. */
const SECRET_HEADER = "x-anpei-page";

/** The server on this PC. `secret` came with the page and is kept nowhere else. */
export class LocalServer implements Server {
  constructor(private readonly secret: string) {}

  async call<N extends CallName>(name: N, ask: AskOf<N>): Promise<ValueOf<N>> {
    const headers = { "content-type": "application/json", [SECRET_HEADER]: this.secret };
    return valueIn(await answerTo<ValueOf<N>>({ method: "POST", headers, body: JSON.stringify({ call: name, ask }) }));
  }
}

async function answerTo<T>(request: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch("call", request);
    return (await response.json()) as Answer<T>;
  } catch {
    throw new NoAnswer();
  }
}
