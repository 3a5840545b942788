import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { failure } from "../../../apps-script/domain/serving/answer";
import { answerAway, answerJson } from "./answers";
import { cookieText, type Entrance, entrance, type House } from "./gate";
import { NOT_KEPT, SAFE_HEADERS } from "./headers";
import { TurnedAway } from "./turned-away";
import { Underway } from "./underway";

/** What is behind the gate. Whatever throws is answered here. */
export interface Rooms {
  readonly look: (path: string, response: ServerResponse) => Promise<void>;
  readonly act: (path: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** The address of another page, for the command that was started again and has the key of the note. */
  readonly again: (key: string | undefined, port: number) => Promise<string>;
  /** What is said of something that went wrong within. */
  readonly sentenceOf: (error: unknown) => string;
}

/** How long a request may take to come: its head, and all of it. */
export interface Patience {
  readonly headMs: number;
  readonly requestMs: number;
  readonly checkMs: number;
}

const PATIENCE: Patience = { headMs: 10_000, requestMs: 120_000, checkMs: 2_000 };
const HEAD_BYTES = 16_384;
/** A browser opens six. */
const MOST_CONNECTIONS = 64;

interface Listening {
  readonly server: Server;
  readonly port: number;
  readonly underway: Underway;
}

/** Listens on 127.0.0.1 at a port that is free; what is asked passes the gate first. */
export async function listen(
  { keys }: Omit<House, "port">,
  rooms: Rooms,
  { headMs, requestMs, checkMs }: Patience = PATIENCE,
): Promise<Listening> {
  const times = { headersTimeout: headMs, requestTimeout: requestMs, connectionsCheckingInterval: checkMs };
  const server = createServer({ ...times, maxHeaderSize: HEAD_BYTES, keepAliveTimeout: 5_000 });
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const underway = new Underway();
  const inside = { house: { keys, port }, rooms, underway };
  server.on("request", (request, response) => void respond(request, response, inside));
  return { server, port, underway };
}

/** What a request meets. */
interface Inside {
  readonly house: House;
  readonly rooms: Rooms;
  readonly underway: Underway;
}

async function respond(request: IncomingMessage, response: ServerResponse, inside: Inside): Promise<void> {
  const { house, rooms, underway } = inside;
  for (const [name, value] of Object.entries({ ...SAFE_HEADERS, ...NOT_KEPT })) response.setHeader(name, value);
  try {
    underway.begin(response);
    await enter(entrance(request, house), request, response, inside);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else if (error instanceof TurnedAway) await answerAway(request, response, error);
    else answerJson(response, failure(error, rooms.sentenceOf(error)));
  }
}

async function enter(
  way: Entrance,
  request: IncomingMessage,
  response: ServerResponse,
  { house, rooms, underway }: Inside,
): Promise<void> {
  if (way.to === "again") return answerJson(response, { url: await rooms.again(way.key, house.port) });
  if (way.to === "look") return underway.during(() => rooms.look(way.path, response));
  if (way.to === "act") return underway.act(request, () => rooms.act(way.path, request, response));
  if (!house.keys.takeStart(way.key)) throw new TurnedAway("used-start");
  response.writeHead(303, { Location: `/${house.keys.room}/`, "Set-Cookie": cookieText(house) }).end();
}
