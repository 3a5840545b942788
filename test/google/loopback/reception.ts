import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Checker } from "./descriptions/checker";
import { errorOf, type Fault, Faults } from "./faults";
import { METHODS } from "./methods";
import { type Answer, type Call, readCall, send } from "./network/call";
import type { RequestListener, SeenRequest } from "./requests";
import { type Match, Router } from "./router";
import { serve, signIn, unknownAddress } from "./service";
import type { World } from "./world";

/** Takes in requests one after the other: what is asked for, what shall go wrong, who wants to hear of it. */
export class Reception {
  readonly faults = new Faults();
  readonly requests: SeenRequest[] = [];
  private readonly listeners: RequestListener[] = [];
  /** What a listener or the loopback itself threw. */
  readonly troubles: unknown[] = [];
  /** What the checker found in requests and answers. */
  readonly violations: string[] = [];
  private readonly router = new Router(METHODS);

  constructor(
    private readonly world: World,
    private readonly checker: Checker | null,
  ) {}

  listen(listener: RequestListener): () => void {
    this.listeners.push(listener);
    return () => void this.listeners.splice(this.listeners.indexOf(listener), 1);
  }

  async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const call = await readCall(request);
      const number = this.requests.length + 1;
      const answer = await this.answer(call);
      const wrongs = this.checker?.check(call, answer === "cut" ? null : answer) ?? [];
      for (const wrong of wrongs) this.violations.push(`${number}. ${call.verb} ${call.host}${call.path}: ${wrong}`);
      if (answer === "cut") request.socket.destroy();
      else send(response, answer, call, this.world.clock.now());
    } catch (error) {
      this.troubles.push(error);
      response.destroy();
    }
  }

  private async answer(call: Call): Promise<Answer | "cut"> {
    const match = this.router.match(call);
    const seen = this.note(call, match);
    const fault = this.faults.of(seen);
    await this.tell("before", seen);
    if (fault?.kind === "slow") await wait(fault.milliseconds);
    const early = fault && !fault.kind.endsWith("-after") ? instead(fault) : null;
    if (early) {
      if (early !== "cut") seen.status = early.status;
      return early;
    }
    const answer = signIn(call, this.world) ?? (match ? await serve(match, call, this.world) : unknownAddress(call));
    seen.isDone = answer.status < 400;
    await this.tell("after", seen);
    const late = fault ? instead(fault) : null;
    if (late === "cut") return late;
    seen.status = (late ?? answer).status;
    return late ?? answer;
  }

  private note(call: Call, match: Match | null): SeenRequest {
    const { verb, host, path, query, body } = call;
    const seen: SeenRequest = {
      n: this.requests.length + 1,
      method: match?.method.id ?? `${host}${path}`,
      verb,
      host,
      path,
      query: Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
      bytes: body.length,
      json: parsed(call),
      status: null,
      isDone: false,
    };
    this.requests.push(seen);
    return seen;
  }

  private async tell(moment: "before" | "after", request: SeenRequest): Promise<void> {
    for (const listener of [...this.listeners]) await listener(moment, request);
  }
}

/** What a fault answers in place of the real answer. */
function instead(fault: Fault): Answer | "cut" | null {
  if (fault.kind === "cut-before" || fault.kind === "cut-after") return "cut";
  const error = errorOf(fault);
  if (!error) return null;
  const headers =
    "retryAfter" in fault && fault.retryAfter !== undefined ? { "Retry-After": String(fault.retryAfter) } : undefined;
  return { status: error.code, json: error.body, ...(headers ? { headers } : {}) };
}

function parsed(call: Call): unknown {
  if (!/json/.test(call.headers["content-type"] ?? "")) return undefined;
  try {
    return JSON.parse(call.body.toString());
  } catch {
    return undefined;
  }
}
