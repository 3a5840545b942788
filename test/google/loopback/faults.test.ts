import { standingClock } from "./clock";
import type { Fault } from "./faults";
import { fetchThrough } from "./network/fetch";
import { type Office, openOffice } from "./support/office";

const clock = standingClock();
const READ = "sheets.spreadsheets.values.get";
const WRITE = "sheets.spreadsheets.values.update";
let office: Office;

beforeAll(async () => {
  office = await openOffice({ clock, tokenSeconds: 36_000 });
});
afterAll(() => office.close());
/** A new minute for every test. */
beforeEach(() => clock.advance(60_000));

const read = (range = "A1") => office.sheets("spreadsheets.values.get", { range });
const write = (text: string, more = {}) =>
  office.sheets("spreadsheets.values.update", { range: "A1", valueInputOption: "RAW", requestBody: { values: [[text]] } }, more);
const inCell = (): unknown => office.google.workbook.sheets[0]?.value(1, 1);

// https://developers.google.com/workspace/sheets/api/limits
describe("quota", () => {
  let through: typeof fetch;
  beforeAll(() => {
    through = fetchThrough(office.google);
  });

  const ask = async (verb: "GET" | "PUT", token: string) => {
    const url = `https://sheets.googleapis.com/v4/spreadsheets/${office.google.spreadsheetId}/values/A1${verb === "PUT" ? "?valueInputOption=RAW" : ""}`;
    const body = verb === "PUT" ? { body: JSON.stringify({ values: [["x"]] }) } : {};
    return through(url, { method: verb, headers: { authorization: `Bearer ${token}` }, ...body });
  };
  const many = async (count: number, verb: "GET" | "PUT", token: string) => {
    const statuses: number[] = [];
    for (let n = 0; n < count; n++) statuses.push((await ask(verb, token)).status);
    return statuses.filter((status) => status === 200).length;
  };
  const user = (n: number): string => {
    const email = `u${n}@example.org`;
    office.google.drive.share(office.google.spreadsheetId, email, "writer");
    return office.google.accounts.grant({ email, scopes: ["https://www.googleapis.com/auth/spreadsheets"] });
  };

  test("60 reads and 60 writes of a user in a minute, 300 of a project", async () => {
    const users = [1, 2, 3, 4, 5, 6].map(user);
    const [first = "", , , , , last = ""] = users;
    expect([await many(61, "GET", first), await many(61, "PUT", first)]).toEqual([60, 60]);
    const refused = await ask("GET", first);
    const metadata = {
      quota_limit: "ReadRequestsPerMinutePerUser",
      quota_limit_value: "60",
      quota_unit: "1/min/{project}/{user}",
    };
    expect([refused.status, await refused.json()]).toMatchObject([
      429,
      {
        error: {
          status: "RESOURCE_EXHAUSTED",
          message: expect.stringContaining("'Read requests' and limit 'Read requests per minute per user' of service"),
          details: [{ reason: "RATE_LIMIT_EXCEEDED", metadata }],
        },
      },
    ]);
    for (const token of users.slice(1, 5)) expect(await many(60, "GET", token)).toBe(60);
    expect(await (await ask("GET", last)).json()).toMatchObject({
      error: { code: 429, message: expect.stringContaining("limit 'Read requests per minute' of") },
    });
    clock.advance(59_999);
    expect((await ask("GET", first)).status).toBe(429);
    clock.advance(1);
    expect((await ask("GET", first)).status).toBe(200);
  });
});

describe("faults", () => {
  test.each<[Fault, number | null, unknown, boolean]>([
    [{ kind: "429" }, 429, { error: { status: "RESOURCE_EXHAUSTED" } }, false],
    [{ kind: "429", retryAfter: 7 }, 429, { error: { status: "RESOURCE_EXHAUSTED" } }, false],
    [{ kind: "500" }, 500, { error: { status: "INTERNAL", message: "Internal error encountered." } }, false],
    [{ kind: "503" }, 503, { error: { status: "UNAVAILABLE", message: "The service is currently unavailable." } }, false],
    [{ kind: "500-after" }, 500, { error: { status: "INTERNAL" } }, true],
    [{ kind: "503-after" }, 503, { error: { status: "UNAVAILABLE" } }, true],
    [{ kind: "cut-before" }, null, expect.stringMatching(/socket hang up|ECONNRESET|Premature close/), false],
    [{ kind: "cut-after" }, null, expect.stringMatching(/socket hang up|ECONNRESET|Premature close/), true],
  ])("%j", async (fault, status, error, isDone) => {
    await write("before");
    office.google.faults.next(fault, { method: WRITE });
    const answer = await write("after");
    expect(answer).toMatchObject({ status, error });
    expect([inCell(), office.google.requests.at(-1)?.isDone]).toEqual([isDone ? "after" : "before", isDone]);
    expect((await write("again")).status).toBe(200);
  });

  test("Retry-After comes along when it is asked for", async () => {
    const header = async () => (await read()).headers?.["retry-after"];
    office.google.faults.next({ kind: "429", retryAfter: 7 });
    office.google.faults.next({ kind: "429" });
    expect([await header(), await header(), await header()]).toEqual(["7", undefined, undefined]);
  });

  test("a slow answer: the client gives up, the change is made", async () => {
    office.google.faults.next({ kind: "slow", milliseconds: 300 }, { method: WRITE });
    const applied = new Promise<void>((resolve) => {
      const stop = office.google.onRequest((moment) => {
        if (moment === "before") return;
        stop();
        resolve();
      });
    });
    const answer = await write("late", { options: { timeout: 50 } });
    expect(answer.status).toBeNull();
    await applied;
    expect(inCell()).toBe("late");
  });

  test("by a rule, and by listening", async () => {
    const stop = office.google.faults.rule(({ method, n }) => (method === READ && n % 2 === 0 ? { kind: "503" } : null));
    const statuses = [(await read()).status, (await read()).status, (await read()).status];
    stop();
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    const deaf = office.google.onRequest((moment, { method }) => {
      if (moment === "before" && method === READ) office.google.workbook.sheets[0]?.enter(1, 1, "just before");
    });
    const seen = await read();
    deaf();
    expect(seen.data).toMatchObject({ values: [["just before"]] });
  });
});
