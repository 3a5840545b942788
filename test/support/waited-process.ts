import { once } from "node:events";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";

/** Keeps the program and passes lines on, while the thread that asks stands still. */
const KEEPER = `
const { spawn } = require("node:child_process");
const { createInterface } = require("node:readline");
const { program, env, port, bell } = require("node:worker_threads").workerData;
const child = spawn(process.execPath, [program], { env, stdio: ["pipe", "pipe", "inherit"] });
const ring = (message) => {
  port.postMessage(message);
  Atomics.store(bell, 0, 1);
  Atomics.notify(bell, 0);
};
createInterface({ input: child.stdout }).on("line", (line) => ring({ line }));
child.stdin.on("error", () => undefined);
child.on("close", (exit, signal) => ring({ gone: String(exit ?? signal) }));
port.on("message", (line) => child.stdin.write(line + "\\n"));
port.on("close", () => child.stdin.end());
`;

const PATIENCE_MS = 120_000;

/** What an `AnsweringProcess` is, for callers that cannot wait but by standing still. */
export class WaitedProcess {
  private readonly bell = new Int32Array(new SharedArrayBuffer(4));
  private readonly port;
  private readonly keeper: Worker;
  /** How the program ended. */
  private gone: string | undefined;

  constructor(program: string, env: NodeJS.ProcessEnv) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const workerData = { program, env, port: port2, bell: this.bell };
    this.keeper = new Worker(KEEPER, { eval: true, workerData, transferList: [port2] });
    for (const held of [this.port, this.keeper]) held.unref();
  }

  /** @throws {Error} when the program has ended, or does not answer: nobody else could end this thread's waiting */
  ask(question: object): unknown {
    Atomics.store(this.bell, 0, 0);
    this.gone ??= receiveMessageOnPort(this.port)?.message.gone;
    if (this.gone === undefined) {
      this.port.postMessage(JSON.stringify(question));
      Atomics.wait(this.bell, 0, 0, PATIENCE_MS);
    }
    const { line, gone = "it hangs" } = receiveMessageOnPort(this.port)?.message ?? {};
    if (line !== undefined) return JSON.parse(line) as unknown;
    this.gone ??= gone;
    throw new Error(`the program gives no answer: ${this.gone}`);
  }

  async close(): Promise<void> {
    this.keeper.ref();
    const gone = once(this.keeper, "exit");
    this.port.close();
    await gone;
  }
}
