import type { IncomingMessage, ServerResponse } from "node:http";
import { drained } from "./body";
import { plainPage } from "./plain-page";
import type { TurnedAway } from "./turned-away";

export const HTML = "text/html; charset=utf-8";
const JSON_TEXT = "application/json; charset=utf-8";

export function answerJson(response: ServerResponse, value: unknown): void {
  answer(response, JSON_TEXT, JSON.stringify(value));
}

/**
 * To a page as JSON, to a person who opened an address as a page without data. What is still coming of the request is thrown away
 * before the connection is cut: else the answer would be lost.
 */
export async function answerAway(
  request: IncomingMessage,
  response: ServerResponse,
  { code, message, status }: TurnedAway,
): Promise<void> {
  const isForPerson = request.method === "GET" && request.headers["sec-fetch-dest"] !== "empty";
  const body = isForPerson ? plainPage(message) : JSON.stringify({ ok: false, error: message, code });
  response.writeHead(status, headersOf(isForPerson ? HTML : JSON_TEXT, body));
  response.write(body);
  await drained(request);
  response.end();
  // Whoever still reads the request hears of its end by this alone: of a connection that is cut later it says nothing.
  if (!request.complete) request.destroy();
}

export function answer(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, headersOf(type, body));
  response.end(body);
}

function headersOf(type: string, body: string | Buffer): Readonly<Record<string, string | number>> {
  return { "Content-Type": type, "Content-Length": Buffer.byteLength(body) };
}
