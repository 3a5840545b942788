import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Environment, type Running, startAnpei } from "../../support/command-line";
import { type Loopback, startLoopback } from "../loopback";
import { CLIENT } from "../loopback/accounts/accounts";
import { fetchThrough } from "../loopback/network/fetch";

const AUTH = "https://www.googleapis.com/auth/";
let google: Loopback;
let folder: string;
let clientFile: string;

beforeAll(async () => {
  google = await startLoopback();
  google.drive.share(google.spreadsheetId, google.accounts.person.email, "writer");
  clientFile = join(mkdtempSync(join(tmpdir(), "anpei-client-")), "client.json");
  writeFileSync(clientFile, JSON.stringify(google.accounts.clientSecrets), { mode: 0o600 });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anpei-config-"));
  google.accounts.person.consents = true;
});
afterAll(() => google.close());

const own = (): Environment => ({ XDG_CONFIG_HOME: folder, GOOGLE_APPLICATION_CREDENTIALS: undefined });
const tokenFile = (): string => join(folder, "anpei", "google-token.json");
const begin = (...more: string[]): Running => startAnpei(google, ["login", "--client", clientFile, "--json", ...more], own());

/** The browser: opens the address, is asked, and is sent back to the program's own address. */
async function browse(running: Running): Promise<URL> {
  const address = await running.said(/https:\S+/);
  const answer = await fetchThrough(google)(address);
  return new URL(answer.headers.get("location") ?? "");
}

test("consent in the browser leaves a token that only its owner reads, and that serves every command", async () => {
  const running = begin();
  const asked = new URL(await running.said(/https:\S+/)).searchParams;
  expect([asked.get("scope"), asked.get("code_challenge_method"), asked.get("access_type")]).toEqual([
    `${AUTH}spreadsheets`,
    "S256",
    "offline",
  ]);
  const back = await browse(running);
  expect([back.hostname, back.protocol]).toEqual(["127.0.0.1", "http:"]);
  expect(await (await fetch(back)).text()).toContain("登录完成");
  const { exit, json } = await running.ended;
  expect([exit, json]).toEqual([0, { token: tokenFile(), scopes: [`${AUTH}spreadsheets`], applied: true }]);
  expect((statSync(tokenFile()).mode & 0o777).toString(8)).toBe("600");
  expect((statSync(join(folder, "anpei")).mode & 0o777).toString(8)).toBe("700");
  const stored = JSON.parse(readFileSync(tokenFile(), "utf8")) as Record<string, string>;
  expect(stored).toEqual({ clientId: CLIENT.id, clientSecret: CLIENT.secret, refreshToken: expect.any(String) });
  expect(google.accounts.consentOf(stored.refreshToken ?? "")).toMatchObject({ email: google.accounts.person.email });

  const shown = await startAnpei(google, ["init", "--json", "--sheet", google.spreadsheetId], own()).ended;
  expect([shown.exit, google.workbook.sheetTitled("名册") !== null]).toEqual([0, true]);
  google.accounts.revoke(google.accounts.person.email);
  expect(await startAnpei(google, ["show", "名册", "--json", "--sheet", google.spreadsheetId], own()).ended).toMatchObject({
    exit: 3,
    json: { error: { code: "bad-credentials", message: expect.stringMatching(/anpei\S* login/) } },
  });
});

test("a visit with another state gets nothing and disturbs nothing; --drive asks for the whole Drive", async () => {
  const running = begin("--drive");
  const back = await browse(running);
  const forged = new URL(back);
  forged.searchParams.set("state", "guessed");
  const turnedAway = await fetch(forged);
  expect([turnedAway.status, await turnedAway.text()]).toEqual([404, expect.stringContaining("没有完成")]);
  await fetch(back);
  expect(await running.ended).toMatchObject({ exit: 0, json: { scopes: [`${AUTH}spreadsheets`, `${AUTH}drive`] } });
});

test("the person says no: nothing is stored, and the sentence says what to do", async () => {
  google.accounts.person.consents = false;
  const running = begin();
  expect(await (await fetch(await browse(running))).text()).toContain("没有完成");
  expect(await running.ended).toMatchObject({
    exit: 3,
    json: { error: { code: "bad-credentials", message: expect.stringContaining("access_denied") } },
  });
  expect(() => statSync(tokenFile())).toThrow("ENOENT");
});

test("a scope left unticked is no sign-in", async () => {
  const running = begin("--drive");
  const back = await browse(running);
  const code = google.accounts.codes.get(back.searchParams.get("code") ?? "");
  if (!code) throw new Error("no code");
  google.accounts.codes.set(back.searchParams.get("code") ?? "", { ...code, scopes: [`${AUTH}spreadsheets`] });
  await fetch(back);
  expect(await running.ended).toMatchObject({ exit: 3, json: { error: { code: "scope" } } });
  expect(() => statSync(tokenFile())).toThrow("ENOENT");
});

test.each([
  ["no file given", [], 2, "usage"],
  ["a file that is not there", ["--client", "/nowhere/client.json"], 3, "no-credentials"],
  ["a file of something else", ["--client", __filename], 3, "no-credentials"],
])("%s is refused before anything is asked", async (_, args, exit, code) => {
  const ended = await startAnpei(google, ["login", "--json", ...args], own()).ended;
  expect([ended.exit, ended.json]).toMatchObject([exit, { error: { code } }]);
});
