import { once } from "node:events";
import { connect } from "node:net";
import { connect as secure } from "node:tls";
import { standingClock } from "./clock";
import { fetchThrough } from "./network/fetch";
import { type Office, openOffice } from "./support/office";

const clock = standingClock();
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

describe("the network", () => {
  async function asked(line: string): Promise<string> {
    const { port } = new URL(office.google.proxy);
    const socket = connect(Number(port), "127.0.0.1");
    socket.write(`${line} HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n`);
    const [chunk] = await once(socket, "data");
    socket.destroy();
    return String(chunk).split("\r\n")[0] ?? "";
  }

  test.each([
    ["CONNECT example.org:443", "HTTP/1.1 403 Forbidden", "example.org"],
    ["CONNECT googleapis.com.example.org:443", "HTTP/1.1 403 Forbidden", "googleapis.com.example.org"],
    ["CONNECT sheets.googleapis.com:80", "HTTP/1.1 403 Forbidden", "sheets.googleapis.com:80"],
    ["GET http://sheets.googleapis.com/v4/spreadsheets/x", "HTTP/1.1 403 Forbidden", "sheets.googleapis.com"],
    ["CONNECT sheets.googleapis.com:443", "HTTP/1.1 200 Connection established", null],
  ])("%s", async (line, answer, refused) => {
    const before = office.google.refusedHosts.length;
    expect(await asked(line)).toBe(answer);
    expect(office.google.refusedHosts.slice(before)).toEqual(refused === null ? [] : [refused]);
  });

  test("TLS is good with the authority's certificate and with no other", async () => {
    const { port } = new URL(office.google.proxy);
    async function shaken(ca: string | undefined, servername: string): Promise<unknown> {
      const socket = connect(Number(port), "127.0.0.1");
      socket.write(`CONNECT ${servername}:443 HTTP/1.1\r\nHost: ${servername}\r\n\r\n`);
      await once(socket, "data");
      const inside = secure({ socket, servername, ...(ca === undefined ? {} : { ca }) });
      const outcome = await Promise.race([once(inside, "secureConnect").then(() => "secure"), once(inside, "error")]).catch(
        (error: NodeJS.ErrnoException) => error.code,
      );
      inside.destroy();
      return Array.isArray(outcome) ? outcome[0].code : outcome;
    }
    const { ca } = office.google;
    expect([
      await shaken(ca, "sheets.googleapis.com"),
      await shaken(ca, "accounts.google.com"),
      await shaken(undefined, "sheets.googleapis.com"),
    ]).toEqual(["secure", "secure", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"]);
  });

  test("answers are packed and pretty, as far as the client wants it", async () => {
    const { accounts, spreadsheetId, proxy, ca } = office.google;
    const token = accounts.grant({ email: accounts.serviceEmail, scopes: ["https://www.googleapis.com/auth/spreadsheets"] });
    const url = `https://sheets.googleapis.com/v4/spreadsheets/${spreadsheetId}?fields=spreadsheetId`;
    const text = async (more: string) =>
      (await fetchThrough({ proxy, ca })(url + more, { headers: { authorization: `Bearer ${token}` } })).text();
    expect([await text(""), await text("&prettyPrint=false")]).toEqual([
      `{\n  "spreadsheetId": "${spreadsheetId}"\n}`,
      `{"spreadsheetId":"${spreadsheetId}"}`,
    ]);
    await office.sheets("spreadsheets.values.update", {
      range: "B1",
      valueInputOption: "RAW",
      requestBody: { values: [["字".repeat(2000)]] },
    });
    const { headers, data } = await read("B1");
    expect(headers).toMatchObject({ "content-encoding": "gzip" });
    expect(data).toMatchObject({ values: [["字".repeat(2000)]] });
  });

  test("an unknown address gets Google's page", async () => {
    const answer = await fetchThrough(office.google)("https://maps.googleapis.com/maps/api");
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining("<code>/maps/api</code> was not found")]);
  });
});

describe("who may", () => {
  test("an expired token: nothing is done", async () => {
    await write("before");
    office.google.faults.next({ kind: "expired-token" }, { method: WRITE });
    const no = { status: 401, error: { error: { status: "UNAUTHENTICATED" } } };
    expect([await write("after"), inCell()]).toMatchObject([no, "before"]);
  });

  test("a token lasts as long as it lasts", async () => {
    const { accounts, spreadsheetId } = office.google;
    const token = accounts.grant({ email: accounts.serviceEmail, scopes: ["https://www.googleapis.com/auth/spreadsheets"] });
    const ask = async () =>
      (await office.sheets("spreadsheets.get", { spreadsheetId, fields: "spreadsheetId" }, { token })).status;
    expect(await ask()).toBe(200);
    clock.advance(36_000_000);
    expect(await ask()).toBe(401);
    clock.advance(-36_000_000);
  });

  test.each<[string, () => void, () => void]>([
    [
      "revoked sharing",
      () => office.google.drive.unshare(office.google.spreadsheetId, office.google.accounts.serviceEmail),
      () => void office.google.drive.share(office.google.spreadsheetId, office.google.accounts.serviceEmail, "writer"),
    ],
    [
      "shared to look at",
      () => void office.google.drive.share(office.google.spreadsheetId, office.google.accounts.serviceEmail, "reader"),
      () => void office.google.drive.share(office.google.spreadsheetId, office.google.accounts.serviceEmail, "writer"),
    ],
  ])("%s", async (name, before, after) => {
    before();
    const answers = [await read(), await write("never")];
    after();
    const no = { status: 403, error: { error: { status: "PERMISSION_DENIED", message: "The caller does not have permission" } } };
    expect(answers).toMatchObject(name === "revoked sharing" ? [no, no] : [{ status: 200 }, no]);
    expect([(await read()).status, inCell()]).toEqual([200, expect.not.stringMatching("never")]);
  });

  test.each([
    [
      "a wrong id",
      { params: { spreadsheetId: "nothing" } },
      404,
      { error: { status: "NOT_FOUND", message: "Requested entity was not found." } },
    ],
    [
      "a scope that lacks",
      { scopes: ["spreadsheets.readonly"] },
      403,
      {
        error: {
          message: "Request had insufficient authentication scopes.",
          details: [{ reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT" }],
        },
      },
    ],
    ["a made-up token", { token: "ya29.made-up" }, 401, { error: { status: "UNAUTHENTICATED" } }],
  ])("%s", async (_, { params = {}, ...more }: { params?: object; scopes?: string[]; token?: string }, status, error) => {
    const requestBody = { requests: [{ addSheet: {} }] };
    expect(await office.sheets("spreadsheets.batchUpdate", { ...params, requestBody }, more)).toMatchObject({ status, error });
  });

  test("a clock that is far off gets no token", async () => {
    clock.advance(4_000_000);
    const { status, error } = await office.sheets("spreadsheets.get", {}, { scopes: ["drive"] });
    clock.advance(-4_000_000);
    expect([status, error]).toEqual([
      400,
      {
        error: "invalid_grant",
        error_description: expect.stringContaining(
          "Token must be a short-lived token (60 minutes) and in a reasonable timeframe",
        ),
      },
    ]);
  });
});
