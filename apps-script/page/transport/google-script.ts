import { CallFailed, valueIn } from "../../domain/serving/answer";
import type { Answer, AskOf, CallName, ValueOf } from "../../domain/serving/calls";
import { PLAIN_UP_TO } from "../../domain/serving/deflated";
import { decisionTooLong } from "../../domain/wording/serving";
import { googleSaid, sentenceFor } from "../../src/google-said";
import type { ManualPart } from "../help/manual";
import { NoAnswer, type Server } from "../server";
import { canDeflate, deflate, inflate } from "./deflate";

/** https://developers.google.com/apps-script/guides/html/reference/run */
interface Run {
  withSuccessHandler(handler: (answer: unknown) => void): Run;
  withFailureHandler(handler: (error: unknown) => void): Run;
  pageCall(name: string, ask: unknown, inflates: boolean): void;
  pageManual(): void;
}

interface GoogleScript {
  readonly script: { readonly run: Run; readonly host: { close(): void } };
}

/** The script of the Sheet that the page stands beside. */
export class ScriptServer implements Server {
  constructor(private readonly google: GoogleScript) {}

  async call<N extends CallName>(name: N, ask: AskOf<N>): Promise<ValueOf<N>> {
    const wire = await wireOf(ask);
    return valueIn(await answerIn<ValueOf<N>>(await this.run((script) => script.pageCall(name, wire, canDeflate()))));
  }

  /** @throws {NoAnswer} */
  async manual(): Promise<readonly ManualPart[]> {
    const text = await this.run((script) => script.pageManual());
    if (typeof text !== "string") throw new NoAnswer();
    return JSON.parse(text) as readonly ManualPart[];
  }

  private run(call: (script: Run) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const failed = (error: unknown): void => reject(errorOf(error));
      call(this.google.script.run.withSuccessHandler(resolve).withFailureHandler(failed));
    });
  }

  close(): void {
    this.google.script.host.close();
  }
}

/** What is asked, or its JSON deflated where that is long. */
async function wireOf(ask: AskOf<CallName>): Promise<unknown> {
  const long = Object.values(ask).some((part) => typeof part === "string" && part.length > PLAIN_UP_TO);
  if (!long) return ask;
  if (!canDeflate()) throw new CallFailed(decisionTooLong(), "too-large");
  return deflate(JSON.stringify(ask));
}

/** A script that was cut off answers nothing. */
async function answerIn<T>(text: unknown): Promise<Answer<T>> {
  if (typeof text !== "string") throw new NoAnswer();
  return JSON.parse(await inflate(text)) as Answer<T>;
}

/** The call never came to the script, or the script to no end. */
function errorOf(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return googleSaid(message) === "accounts" ? new CallFailed(sentenceFor("accounts"), null) : new NoAnswer();
}
