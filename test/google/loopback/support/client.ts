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

/** `status` is null when no answer came. */
// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not worked with
export type ClientAnswer = {
  readonly status: number | null;
  readonly data?: any;
  readonly error?: any;
  readonly [name: string]: unknown;
};

/** The real googleapis in a process of its own; it is told of the loopback by its environment alone. */
export class Client {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private last: Promise<unknown> = Promise.resolve();

  constructor(environment: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [join(__dirname, "client.mjs")], { env: { ...process.env, ...environment } });
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
