import { request as connect } from "node:http";
import { Agent, request } from "node:https";
import type { Duplex } from "node:stream";
import { connect as secure } from "node:tls";

/** Where to go, and whom to trust. */
interface Way {
  readonly proxy: string;
  readonly ca: string;
}

/**
 * A `fetch` through the proxy, for `fetchImplementation` of googleapis inside a test: Jest can't load the ES module that
 * googleapis would load for itself. Programs outside Jest need nothing but the environment.
 */
export function fetchThrough(way: Way): typeof fetch {
  const agent = new TunnelAgent(way);
  return async (input, init) => {
    const asked = new Request(input, { ...init, ...(init?.body ? { duplex: "half" } : {}) } as RequestInit);
    const body = Buffer.from(await asked.arrayBuffer());
    const headers = {
      ...Object.fromEntries(asked.headers),
      "accept-encoding": "identity",
      "content-length": String(body.length),
    };
    return new Promise<Response>((resolve, reject) => {
      const outgoing = request(asked.url, { agent, method: asked.method, headers }, async (incoming) => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of incoming) chunks.push(chunk as Buffer);
        } catch (error) {
          reject(error);
          return;
        }
        const given = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
        const status = incoming.statusCode ?? 0;
        const content = status === 204 ? null : Buffer.concat(chunks);
        const response = new Response(content, { status, statusText: incoming.statusMessage ?? "", headers: given });
        Object.defineProperty(response, "url", { value: asked.url });
        resolve(response);
      });
      outgoing.on("error", reject);
      asked.signal.addEventListener("abort", () => outgoing.destroy(new Error("aborted")));
      outgoing.end(body);
    });
  };
}

/** Keeps tunnels open from one request to the next. */
class TunnelAgent extends Agent {
  constructor(private readonly way: Way) {
    super({ keepAlive: true, maxSockets: 4 });
  }

  override createConnection(
    options: { host?: string | null },
    ready?: (error: Error | null, socket: Duplex) => void,
  ): Duplex | null | undefined {
    const host = options.host ?? "";
    const asked = connect(this.way.proxy, { method: "CONNECT", path: `${host}:443` });
    asked.once("error", (error) => ready?.(error, asked.socket as Duplex));
    asked.once("connect", ({ statusCode }, socket) => {
      if (statusCode === 200) ready?.(null, secure({ socket, servername: host, ca: this.way.ca, ALPNProtocols: ["http/1.1"] }));
      else ready?.(new Error(`The proxy refuses ${host}: ${statusCode}`), socket);
    });
    asked.end();
    return undefined;
  }
}
