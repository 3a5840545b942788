import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Authority } from "./authority";

/** One Google account page and every API host; the certificate is made out to the same names. */
const SERVED = ["*.googleapis.com", "accounts.google.com"];

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Proxy {
  /** `http://127.0.0.1:PORT`, as `HTTPS_PROXY` takes it. */
  readonly address: string;
  /** Hosts that a client asked for and did not get, in order. */
  readonly refusedHosts: readonly string[];
  close(): Promise<void>;
}

function isServed(host: string): boolean {
  return /^[a-z0-9-]+\.googleapis\.com$/.test(host) || host === "accounts.google.com";
}

/** Tunnels to Google's hosts end here, with TLS of the authority's; any other host and any plain request is refused. */
export async function startProxy(authority: Authority, handle: Handler, port = 0): Promise<Proxy> {
  const refusedHosts: string[] = [];
  const sockets = new Set<Socket>();
  // A program in the same process may compute for minutes; its connections stay open meanwhile.
  const options = { ...authority.serverCredentials(SERVED), keepAlive: true, keepAliveTimeout: 0 };
  const secure = createSecureServer(options, handle);
  secure.on("tlsClientError", () => undefined);
  secure.on("clientError", (_, socket) => socket.destroy());
  const proxy = createServer((request, response) => {
    refusedHosts.push(hostIn(request.url ?? ""));
    response.writeHead(403, { "Content-Type": "text/plain" }).end("The loopback serves CONNECT to Google's API hosts only.\n");
  });
  proxy.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => sockets.delete(socket));
  });
  proxy.on("connect", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const host = (request.url ?? "").replace(/:443$/, "").toLowerCase();
    if (!isServed(host)) {
      refusedHosts.push(host);
      socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    secure.emit("connection", socket);
  });
  await new Promise<void>((resolve, reject) => {
    proxy.once("error", reject);
    proxy.listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    refusedHosts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      secure.close();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

function hostIn(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
