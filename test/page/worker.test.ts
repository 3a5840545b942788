import type { Question } from "../../apps-script/page/deciding/decide";
import type { Said } from "../../apps-script/page/deciding/decider";
import { type Asked, answerQuestions, askWorker, type FromWorker } from "../../apps-script/page/deciding/worker";

/** A worker that never answers must not keep anybody waiting: it is decided on the page then. */

const question: Question = {
  ...{ wish: { kind: "rule", id: "nothing" }, leaving: [], tabs: [], today: "2024-03-20", closed: [] },
  ...{ build: "", clerk: "", since: null, isAgain: false },
};

/** One end of what a page and its worker say to each other. */
class End<T> {
  private readonly listeners = new Map<string, (event: { readonly data: T }) => void>();

  addEventListener(type: string, listener: (event: { readonly data: T }) => void): void {
    this.listeners.set(type, listener);
  }

  hears(type: string, data: T): void {
    this.listeners.get(type)?.({ data });
  }
}

/** A worker, and what it does once it was started, and once it was asked. */
class TestWorker extends End<FromWorker> implements Asked {
  isOver = false;

  constructor(
    starts: (worker: TestWorker) => void,
    private readonly answers: (worker: TestWorker) => void = () => undefined,
  ) {
    super();
    setTimeout(() => starts(this), 0);
  }

  postMessage(): void {
    setTimeout(() => this.answers(this), 0);
  }

  terminate(): void {
    this.isOver = true;
  }
}

type Does = (worker: TestWorker) => void;
const says =
  (data: FromWorker): Does =>
  (worker) =>
    worker.hears("message", data);
const fails =
  (type: string): Does =>
  (worker) =>
    worker.hears(type, { is: "ready" });
const ready = says({ is: "ready" });
const refused: Said = { is: "refused", code: "no-action", reasons: ["没有。"] };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test.each<[string, Does, Does | undefined, Said | null]>([
  ["answers", ready, says(refused), refused],
  ["never runs", () => undefined, undefined, null],
  ["cannot be run", fails("error"), undefined, null],
  ["cannot read the question", ready, says({ is: "unread" }), null],
  ["says what cannot be read", ready, fails("messageerror"), null],
])("a worker that %s", async (_, starts, answers, said) => {
  const worker = new TestWorker(starts, answers);
  const asked = askWorker(() => worker, question, new AbortController().signal);
  await jest.advanceTimersByTimeAsync(10_000);
  expect([await Promise.race([asked, "waits"]), worker.isOver]).toEqual([said, true]);
});

test("one that is at work may take its time", async () => {
  const worker = new TestWorker(ready, (asked) => setTimeout(() => says(refused)(asked), 60_000));
  const asked = askWorker(() => worker, question, new AbortController().signal);
  await jest.advanceTimersByTimeAsync(70_000);
  expect(await asked).toEqual(refused);
});

test("one that is given up ends", async () => {
  const worker = new TestWorker(ready);
  const givenUp = new AbortController();
  const asked = askWorker(() => worker, question, givenUp.signal);
  await jest.advanceTimersByTimeAsync(1_000);
  givenUp.abort();
  expect([await asked, worker.isOver]).toEqual([null, true]);
});

test("a worker says that it runs, then one answer, also of what it cannot read", () => {
  const said: string[] = [];
  const scope = Object.assign(new End<Question>(), { postMessage: ({ is }: FromWorker) => void said.push(is) });
  answerQuestions(scope);
  scope.hears("message", question);
  scope.hears("messageerror", question);
  expect(said).toEqual(["ready", "refused", "unread"]);
});
