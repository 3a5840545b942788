import { join } from "node:path";
import { AnsweringProcess } from "../../../support/answering-process";

export interface ClientRequest {
  readonly api: "sheets" | "drive" | "script";
  /** `spreadsheets.values.get` */
  readonly method: string;
  readonly params: object;
  /** Of googleapis, such as `responseType`. */
  readonly options?: object;
  /** Without `https://www.googleapis.com/auth/`. */
  readonly scopes?: readonly string[];
  /** An access token in place of the key file. */
  readonly token?: string;
}

/** What a program with googleapis gets: `data` of a good answer, `error` of a bad one. */
export interface ClientAnswer {
  /** Null when no answer came. */
  readonly status: number | null;
  /** JSON as it came; bytes in base64. */
  readonly data?: unknown;
  /** The body of an answer that is an error; a sentence when none came. */
  readonly error?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The real googleapis in a process of its own; it is told of the loopback by its environment alone. */
export class Client {
  private readonly process: AnsweringProcess;

  constructor(environment: Readonly<Record<string, string>>) {
    this.process = new AnsweringProcess(join(__dirname, "googleapis-program.mjs"), { ...process.env, ...environment });
  }

  ask(request: ClientRequest): Promise<ClientAnswer> {
    return this.process.ask(request) as Promise<ClientAnswer>;
  }

  close(): Promise<void> {
    return this.process.close();
  }
}
