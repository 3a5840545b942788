import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";

/** A request as it came in. `path` is without the query and still percent-encoded. */
export interface Call {
  readonly host: string;
  readonly verb: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What goes back: JSON, or bytes with a type of their own. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function jsonAnswer(json: unknown): Answer {
  return { status: 200, json };
}

export async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  const url = new URL(request.url ?? "/", `https://${host}`);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]));
  const raw = Buffer.concat(chunks);
  const body = headers["content-encoding"] === "gzip" ? gunzipSync(raw) : raw;
  return { host, verb: request.method ?? "GET", path: url.pathname, query: url.searchParams, headers, body };
}

const WORTH_PACKING = 1000;

/** Google packs what a client lets it pack. https://developers.google.com/workspace/sheets/api/guides/performance#gzip */
export function send(response: ServerResponse, answer: Answer, call: Call, now: number): void {
  const plain = answer.bytes ?? bytesOf(answer.json, call.query.get("prettyPrint") !== "false");
  const packed = /\bgzip\b/.test(call.headers["accept-encoding"] ?? "") && plain.length > WORTH_PACKING;
  const content = packed ? gzipSync(plain, { level: 1 }) : plain;
  const type = answer.type ?? (answer.json === undefined ? undefined : "application/json; charset=UTF-8");
  response.writeHead(answer.status, {
    Date: new Date(now).toUTCString(),
    "Cache-Control": "private",
    ...(type === undefined ? {} : { "Content-Type": type }),
    ...(packed ? { "Content-Encoding": "gzip" } : {}),
    "Content-Length": content.length,
    ...answer.headers,
  });
  response.end(content);
}

function bytesOf(json: unknown, isPretty: boolean): Buffer {
  return json === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(json, null, isPretty ? 2 : 0));
}
