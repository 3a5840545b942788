import { googleSaid, sentenceFor } from "../../google-said";
import type { Fault, Server } from "../view";
import { NO_ANSWER } from "./wording";

/** https://developers.google.com/apps-script/guides/html/reference/run */
interface Run {
  withSuccessHandler(handler: (answer: unknown) => void): Run & Calls;
  withFailureHandler(handler: (error: unknown) => void): Run & Calls;
}
type Calls = { readonly [N in keyof Server]: (...given: Parameters<Server[N]>) => void };

declare const google: { readonly script: { readonly run: Run & Calls; readonly host: { close(): void } } };

type Value<N extends keyof Server> = Extract<ReturnType<Server[N]>, { ok: true }>["value"];

/** The fields of a form that the script did not take. */
export class FieldFaults extends Error {
  constructor(
    message: string,
    readonly faults: readonly Fault[],
  ) {
    super(message);
  }
}

/** Calls a function of the script. What goes wrong comes back as an Error whose message is the sentence to show. */
export function callScript<N extends keyof Server>(name: N, ...given: Parameters<Server[N]>): Promise<Value<N>> {
  return new Promise((resolve, reject) => {
    const run = google.script.run
      .withSuccessHandler((answer) => {
        const said = answer as ReturnType<Server[N]> | null;
        if (!said) reject(new Error(NO_ANSWER));
        else if (said.ok) resolve(said.value as Value<N>);
        else reject(said.faults.length > 0 ? new FieldFaults(said.error, said.faults) : new Error(said.error));
      })
      .withFailureHandler((error) => reject(new Error(sentenceOf(error))));
    (run[name] as (...given: Parameters<Server[N]>) => void)(...given);
  });
}

/** The call never came to the script, or the script to no end. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return googleSaid(message) === "accounts" ? sentenceFor("accounts") : NO_ANSWER;
}

export function closeDialog(): void {
  google.script.host.close();
}
