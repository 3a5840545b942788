import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";

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
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private last: Promise<unknown> = Promise.resolve();

  constructor(environment: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [join(__dirname, "googleapis-program.mjs")], {
      env: { ...process.env, ...environment },
    });
    this.child.stderr.pipe(process.stderr);
    const lines: Interface = createInterface({ input: this.child.stdout });
    this.lines = lines[Symbol.asyncIterator]();
  }

  ask(request: ClientRequest): Promise<ClientAnswer> {
    const answer = this.last.then(async () => {
      this.child.stdin.write(`${JSON.stringify(request)}\n`);
      const { value } = await this.lines.next();
      return JSON.parse(String(value)) as ClientAnswer;
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once("close", resolve));
    this.child.stdin.end();
    await gone;
  }
}
