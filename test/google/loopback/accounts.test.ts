import { createHash } from "node:crypto";
import { CLASP_CLIENT, CLIENT } from "./accounts/accounts";
import { standingClock } from "./clock";
import { type Loopback, startLoopback } from "./index";
import { fetchThrough } from "./network/fetch";

const REDIRECT = "http://127.0.0.1:4711/callback";
const SCOPE = "https://www.googleapis.com/auth/spreadsheets";
const VERIFIER = "v".repeat(43);
const challenge = createHash("sha256").update(VERIFIER).digest("base64url");
const clock = standingClock();
let google: Loopback;
let through: typeof fetch;

beforeEach(async () => {
  google = await startLoopback({ clock });
  through = fetchThrough(google);
});
afterEach(() => google.close());

/** The browser's way: the answer, and where it sends the browser. */
async function consent(changes: Readonly<Record<string, string>> = {}) {
  const asked = { client_id: CLIENT.id, redirect_uri: REDIRECT, response_type: "code", scope: SCOPE, access_type: "offline" };
  const more = { state: "s", code_challenge: challenge, code_challenge_method: "S256", ...changes };
  const answer = await through(`https://accounts.google.com/o/oauth2/v2/auth?${new URLSearchParams({ ...asked, ...more })}`);
  const location = answer.headers.get("location");
  return { status: answer.status, text: await answer.text(), back: location === null ? null : new URL(location).searchParams };
}

async function token(form: Readonly<Record<string, string>>) {
  const own = { client_id: CLIENT.id, client_secret: CLIENT.secret };
  const body = new URLSearchParams({ ...own, ...form });
  const answer = await through("https://oauth2.googleapis.com/token", { method: "POST", body });
  return { status: answer.status, json: (await answer.json()) as Readonly<Record<string, string>> };
}

const exchange = (code: string, changes: Readonly<Record<string, string>> = {}) =>
  token({ grant_type: "authorization_code", code, redirect_uri: REDIRECT, code_verifier: VERIFIER, ...changes });

async function reads(accessToken: string): Promise<number> {
  const url = `https://sheets.googleapis.com/v4/spreadsheets/${google.spreadsheetId}`;
  return (await through(url, { headers: { authorization: `Bearer ${accessToken}` } })).status;
}

// https://developers.google.com/identity/protocols/oauth2/native-app
test("consent, code, tokens, a fresh token an hour later, consent taken back", async () => {
  const { status, back } = await consent();
  expect([status, back?.get("state"), back?.get("scope")]).toEqual([302, "s", SCOPE]);
  const code = back?.get("code") ?? "";
  const { json } = await exchange(code);
  expect(json).toEqual({
    access_token: expect.stringMatching(/^ya29\./),
    refresh_token: expect.stringMatching(/^1\/\//),
    scope: SCOPE,
    token_type: "Bearer",
    expires_in: 3599,
  });
  expect(await exchange(code)).toMatchObject({ status: 400, json: { error: "invalid_grant" } });
  const { access_token = "", refresh_token = "" } = json;
  const before = await reads(access_token);
  clock.advance(3_600_000);
  const fresh = () => token({ grant_type: "refresh_token", refresh_token });
  const refreshed = await fresh();
  expect([before, await reads(access_token), refreshed.status, await reads(refreshed.json.access_token ?? "")]).toEqual([
    200, 401, 200, 200,
  ]);
  google.accounts.revoke(google.accounts.person.email);
  expect([await reads(refreshed.json.access_token ?? ""), await fresh()]).toEqual([
    401,
    { status: 400, json: { error: "invalid_grant", error_description: "Token has been expired or revoked." } },
  ]);
});

test("a second consent brings no second refresh token, unless it is asked for", async () => {
  const hasOne = async (changes: Readonly<Record<string, string>> = {}) => {
    const code = (await consent(changes)).back?.get("code") ?? "";
    return "refresh_token" in (await exchange(code)).json;
  };
  expect([await hasOne(), await hasOne(), await hasOne({ prompt: "consent" })]).toEqual([true, false, true]);
});

test("the person says no", async () => {
  google.accounts.person.consents = false;
  const { back } = await consent();
  expect([...(back ?? [])]).toEqual([
    ["error", "access_denied"],
    ["state", "s"],
  ]);
});

test.each([
  ["another program", { client_id: "other" }, 401, "invalid_client"],
  ["a page on the web", { redirect_uri: "https://example.org/" }, 400, "redirect_uri_mismatch"],
  ["no scope", { scope: "" }, 400, "invalid_scope"],
])("%s gets a page, and no code", async (_, changes, status, word) => {
  const answer = await consent(changes);
  expect([answer.status, answer.back]).toEqual([status, null]);
  expect(answer.text).toContain(word);
});

test("a refresh token serves the program that got it, and no other", async () => {
  const { refresh_token = "" } = (await exchange((await consent()).back?.get("code") ?? "")).json;
  const other = { client_id: CLASP_CLIENT.id, client_secret: CLASP_CLIENT.secret };
  expect(await token({ grant_type: "refresh_token", refresh_token, ...other })).toMatchObject({
    status: 401,
    json: { error: "unauthorized_client" },
  });
});

test.each([
  ["another verifier", { code_verifier: "w".repeat(43) }, 400, "invalid_grant"],
  ["another address", { redirect_uri: "http://127.0.0.1:1/" }, 400, "redirect_uri_mismatch"],
  ["a wrong secret", { client_secret: "guessed" }, 401, "invalid_client"],
  ["another grant", { grant_type: "password" }, 400, "unsupported_grant_type"],
])("%s gets no token", async (_, changes, status, error) => {
  const code = (await consent()).back?.get("code") ?? "";
  expect(await exchange(code, changes)).toMatchObject({ status, json: { error } });
});
