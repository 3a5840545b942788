import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Ended, type Environment, startAnpei } from "../../support/command-line";
import { type Loopback, startLoopback } from "../loopback";
import { CLIENT } from "../loopback/accounts/accounts";

let google: Loopback;
let home: string;
let tokenFile: string;
beforeAll(async () => {
  google = await startLoopback();
  google.drive.share(google.spreadsheetId, google.accounts.person.email, "writer");
});
afterAll(() => google.close());
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "anpei-logout-"));
  tokenFile = join(home, "anpei", "google-token.json");
});

const run = (args: readonly string[], more: Environment = {}): Promise<Ended> =>
  startAnpei(google, args, { XDG_CONFIG_HOME: home, GOOGLE_APPLICATION_CREDENTIALS: undefined, ...more }).ended;

/** What `anpei login` leaves. */
function signedIn(mode = 0o600): string {
  const { email } = google.accounts.person;
  const refreshToken = google.accounts.refreshTokenFor({ email, clientId: CLIENT.id, scopes: [] });
  mkdirSync(dirname(tokenFile), { recursive: true });
  writeFileSync(tokenFile, JSON.stringify({ clientId: CLIENT.id, clientSecret: CLIENT.secret, refreshToken }));
  chmodSync(tokenFile, mode);
  return refreshToken;
}

describe("logout", () => {
  test("Google takes the token no more, and it is gone here; once more does nothing", async () => {
    const token = signedIn();
    const trial = await run(["logout", "--dry-run", "--json"]);
    expect([trial.exit, existsSync(tokenFile), google.accounts.consentOf(token) !== null]).toEqual([0, true, true]);
    const { exit, json } = await run(["logout", "--json"]);
    expect([exit, json]).toEqual([0, { token: tokenFile, removed: true, revoked: true, applied: true }]);
    expect([readdirSync(dirname(tokenFile)), google.accounts.consentOf(token)]).toEqual([[], null]);
    const again = await run(["logout"]);
    expect(again).toMatchObject({ exit: 0, out: "没有保存的登录，不用退出。\n" });
  });

  test("a token that Google has taken back already is as good", async () => {
    google.accounts.revoke(google.accounts.person.email);
    signedIn();
    google.accounts.revoke(google.accounts.person.email);
    expect((await run(["logout", "--json"])).json).toMatchObject({ removed: true, revoked: true });
  });

  test.each<[string, Environment]>([
    ["there is no network", { HTTPS_PROXY: "http://127.0.0.1:9" }],
    ["the certificate is not known", { NODE_EXTRA_CA_CERTS: undefined }],
  ])("%s: the token is gone here, and the sentence says where to take it back", async (_, environment) => {
    signedIn();
    const { exit, out } = await run(["logout"], environment);
    expect([exit, existsSync(tokenFile)]).toEqual([0, false]);
    expect(out).toMatch(/已删除。.*https:\/\/myaccount\.google\.com\/permissions.*。\n$/u);
  });

  test("a token that can't be read is removed as well, and a key that goes on working is named", async () => {
    signedIn();
    writeFileSync(tokenFile, "{");
    const { exit, out } = await run(["logout"], { GOOGLE_APPLICATION_CREDENTIALS: google.keyFile });
    expect([exit, existsSync(tokenFile)]).toEqual([0, false]);
    expect(out).toContain("GOOGLE_APPLICATION_CREDENTIALS 还设着");
  });

  test("help in Chinese, with an example", async () => {
    const { exit, out } = await run(["logout", "--help"]);
    expect([exit, out]).toEqual([0, expect.stringMatching(/退出.*例：\s+\S.* logout/su)]);
  });
});

describe("files with secrets that other accounts can open", () => {
  const show = ["show", "名册", "--json", "--sheet"];
  const openKey = (mode: number): string => {
    const path = join(home, "我的 密钥.json");
    writeFileSync(path, JSON.stringify(google.accounts.serviceKey));
    chmodSync(path, mode);
    return path;
  };

  test.each([
    [0o600, false],
    [0o400, false],
    [0o640, true],
    [0o604, true],
    [0o644, true],
  ])("a key of mode %o is warned of: %s", async (mode, isWarned) => {
    const path = openKey(mode);
    const { err } = await run([...show, google.spreadsheetId], { GOOGLE_APPLICATION_CREDENTIALS: path });
    expect(err).toBe(isWarned ? `这台电脑上别的账号也能打开 ${path}，里面是登录谷歌用的密钥。请运行：chmod 600 '${path}'\n` : "");
  });

  test("so are a token and a client file", async () => {
    signedIn(0o644);
    expect((await run([...show, google.spreadsheetId])).err).toContain(`chmod 600 '${tokenFile}'`);
    const client = join(home, "client.json");
    writeFileSync(client, JSON.stringify(google.accounts.clientSecrets));
    chmodSync(client, 0o664);
    expect((await run(["login", "--client", client, "--dry-run"])).err).toContain(`chmod 600 '${client}'`);
  });

  test("doctor names each of them, also beside a workbook file", async () => {
    signedIn(0o644);
    const key = openKey(0o640);
    const environment = { GOOGLE_APPLICATION_CREDENTIALS: key };
    for (const document of [
      ["--sheet", google.spreadsheetId],
      ["--book", "没有.xlsx"],
    ]) {
      const { exit, json, err } = await run(["doctor", "--json", ...document], environment);
      const { checks } = json as { checks: { name: string; ok: boolean; message: string }[] };
      const failed = checks.filter(({ name, ok }) => name === "密钥权限" && !ok).map(({ message }) => message);
      expect([exit, failed, err]).toEqual([
        4,
        [expect.stringContaining(`chmod 600 '${key}'`), expect.stringContaining(`chmod 600 '${tokenFile}'`)],
        "",
      ]);
    }
  });
});
