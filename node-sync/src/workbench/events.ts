import type { ServerResponse } from "node:http";

/**
 * What pages are told without asking (server-sent events, https://html.spec.whatwg.org/multipage/server-sent-events.html):
 * nothing that is in the workbook, only that there is something to read.
 */
type Told =
  /** The file says something else than before, whoever wrote it. */
  | { readonly event: "changed" }
  /** A program has the file open, so nothing can be written; null: no more. */
  | { readonly event: "held"; readonly sentence: string | null }
  /** What a long piece of work is at. */
  | { readonly event: "progress"; readonly sentence: string | null };

/** A browser has six connections for all pages of one server, and each listening page holds one. */
const MOST_LISTENING = 4;
/** A connection whose page is gone shows when something is sent. */
const BEAT_MS = 20_000;

/** The pages that listen. */
export class Events {
  private readonly pages = new Set<ServerResponse>();
  private lastHeld: Told = { event: "held", sentence: null };
  private readonly beat = setInterval(() => this.send(":\n\n"), BEAT_MS).unref();

  /** @param onGone called once when the page is gone; not at all where there are pages enough, which it is told with 204 */
  listen(response: ServerResponse, onListen: () => () => void): void {
    if (this.pages.size >= MOST_LISTENING) {
      response.writeHead(204).end();
      return;
    }
    const onGone = onListen();
    this.pages.add(response);
    response.on("close", () => {
      this.pages.delete(response);
      onGone();
    });
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    response.write(`retry: 1000\n\n${textOf(this.lastHeld)}`);
  }

  tell(told: Told): void {
    if (told.event === "held") this.lastHeld = told;
    this.send(textOf(told));
  }

  close(): void {
    clearInterval(this.beat);
    for (const page of this.pages) page.end();
    this.pages.clear();
  }

  private send(text: string): void {
    for (const page of this.pages) page.write(text);
  }
}

function textOf({ event, ...data }: Told): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
