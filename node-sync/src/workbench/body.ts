import type { IncomingMessage } from "node:http";
import { TurnedAway } from "./turned-away";

/** Requests that were turned away while they were still coming, each with why. */
const cutOff = new WeakMap<IncomingMessage, TurnedAway>();

/** Whoever reads the body of a request hears from now on that it was turned away: nothing is done with what still comes of it. */
export function cutOffBody(request: IncomingMessage, why: TurnedAway): void {
  cutOff.set(request, why);
}

/** The pieces of a body, which is turned away at once if it says that it is larger than `most` bytes, else when it turns out to be. */
export function piecesOf(request: IncomingMessage, most: number): AsyncGenerator<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > most) throw new TurnedAway("too-large");
  return counted(request, most);
}

async function* counted(request: IncomingMessage, most: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw new TurnedAway("too-large");
    yield piece;
  }
  const why = cutOff.get(request);
  if (why !== undefined) throw why;
}

/** A body of JSON. @throws {TurnedAway} */
export async function jsonOf(request: IncomingMessage, most: number): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of piecesOf(request, most)) pieces.push(piece);
  try {
    return JSON.parse(Buffer.concat(pieces).toString("utf8")) as unknown;
  } catch {
    throw new TurnedAway("bad-call");
  }
}

/** How long what is still coming of a body is thrown away, so that the answer is read before the connection is cut. */
const DRAIN_MS = 2_000;

/** Until all of a body has come, or a while has passed. */
export async function drained(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, DRAIN_MS);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    // Once the answer is out the request itself says nothing of a connection that is cut.
    request.socket.once("close", done);
    request.on("end", done).on("error", done).resume();
  });
}
