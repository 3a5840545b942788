import { LOST } from "../wording/page";

/** What a page on the PC does with what its server tells it without being asked. */
interface Listener {
  /** The workbook says something else by now, whoever wrote it. */
  changed(): void;
  /** Something that holds until it is told otherwise: nothing can be written, or nobody is there to write it. */
  notice(sentence: string): void;
  progress(sentence: string): void;
}

/** A server that does not come back for so long is gone. */
const GONE_AFTER = 3_000;

/** Listens to the server on this PC. A PC that slept, or a page that was put to sleep, is connected again by the browser. */
export function listen({ changed, notice, progress }: Listener): void {
  const events = new EventSource("events");
  let held = "";
  let lost: ReturnType<typeof setTimeout> | undefined;
  let isFirst = true;
  events.addEventListener("changed", changed);
  events.addEventListener("held", ({ data }) => {
    held = sentenceIn(data);
    notice(held);
  });
  events.addEventListener("progress", ({ data }) => progress(sentenceIn(data)));
  events.addEventListener("open", () => {
    clearTimeout(lost);
    lost = undefined;
    notice(held);
    // What happened meanwhile was told to nobody.
    if (!isFirst) changed();
    isFirst = false;
  });
  // Where the server has pages enough that listen, it says so and the browser does not ask again.
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CONNECTING) lost ??= setTimeout(() => notice(LOST), GONE_AFTER);
  });
}

function sentenceIn(data: unknown): string {
  const { sentence } = JSON.parse(String(data)) as { sentence?: unknown };
  return typeof sentence === "string" ? sentence : "";
}
