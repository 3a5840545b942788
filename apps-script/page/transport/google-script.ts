import { CallFailed, valueIn } from "../../domain/serving/answer";
import type { Answer, AskOf, CallName, ValueOf } from "../../domain/serving/calls";
import { googleSaid, sentenceFor } from "../../src/google-said";
import { NoAnswer, type Server } from "../server";

/** https://developers.google.com/apps-script/guides/html/reference/run */
interface Run {
  withSuccessHandler(handler: (answer: unknown) => void): Run;
  withFailureHandler(handler: (error: unknown) => void): Run;
  pageCall(name: string, ask: unknown): void;
}

interface GoogleScript {
  readonly script: { readonly run: Run; readonly host: { close(): void } };
}

/** The script of the Sheet that the page stands beside. */
export class ScriptServer implements Server {
  constructor(private readonly google: GoogleScript) {}

  call<N extends CallName>(name: N, ask: AskOf<N>): Promise<ValueOf<N>> {
    return new Promise((resolve, reject) => {
      const answered = (text: unknown): void => {
        try {
          resolve(valueIn(answerIn<ValueOf<N>>(text)));
        } catch (error) {
          reject(error);
        }
      };
      const failed = (error: unknown): void => reject(errorOf(error));
      this.google.script.run.withSuccessHandler(answered).withFailureHandler(failed).pageCall(name, ask);
    });
  }

  close(): void {
    this.google.script.host.close();
  }
}

/** A script that was cut off answers nothing. */
function answerIn<T>(text: unknown): Answer<T> {
  if (typeof text !== "string") throw new NoAnswer();
  return JSON.parse(text) as Answer<T>;
}

/** The call never came to the script, or the script to no end. */
function errorOf(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return googleSaid(message) === "accounts" ? new CallFailed(sentenceFor("accounts"), null) : new NoAnswer();
}
