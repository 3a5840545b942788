import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A program of node's that answers each line of JSON on its standard input with one, one question after the other. */
export class AnsweringProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private last: Promise<unknown> = Promise.resolve();

  constructor(program: string, env: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, [program], { env });
    this.child.stderr.pipe(process.stderr);
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  ask(question: object): Promise<unknown> {
    const answer = this.last.then(async () => {
      this.child.stdin.write(`${JSON.stringify(question)}\n`);
      const { value } = await this.lines.next();
      return JSON.parse(String(value)) as unknown;
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
