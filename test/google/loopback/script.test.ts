import { type Office, openOffice } from "./support/office";

let office: Office;
let token: string;
const PERSON = "clerk@example.org";
const manifest = { name: "appsscript", type: "JSON", source: "{}" };
const code = { name: "Code", type: "SERVER_JS", source: "function f() {}" };

beforeAll(async () => {
  office = await openOffice();
  token = office.google.accounts.grant({ email: PERSON, scopes: ["https://www.googleapis.com/auth/script.projects"] });
});
afterAll(() => office.close());

const ask = (method: string, params: object, how: object = { token }) =>
  office.client.ask({ api: "script", method, params, ...how });
const scriptId = (): string => office.google.scriptId;
const put = (...files: readonly object[]) => ask("projects.updateContent", { scriptId: scriptId(), requestBody: { files } });

async function filesNow(more: object = {}): Promise<unknown> {
  const { data } = await ask("projects.getContent", { scriptId: scriptId(), fields: "files(name,type,source)", ...more });
  return (data as { files: unknown }).files;
}

test("the spreadsheet's own project, a version of it, and another project", async () => {
  const { spreadsheetId } = office.google;
  expect((await ask("projects.get", { scriptId: scriptId() })).data).toMatchObject({
    scriptId: scriptId(),
    title: "台账",
    parentId: spreadsheetId,
    creator: { email: PERSON },
  });
  expect((await put(manifest, code)).data).toMatchObject({ scriptId: scriptId(), files: [manifest, code] });
  expect(
    (await ask("projects.versions.create", { scriptId: scriptId(), requestBody: { description: "一" } })).data,
  ).toMatchObject({
    versionNumber: 1,
    description: "一",
  });
  await put(manifest);
  expect([await filesNow(), await filesNow({ versionNumber: 1 })]).toEqual([[manifest], [manifest, code]]);
  const { data } = await ask("projects.versions.list", { scriptId: scriptId(), fields: "versions.versionNumber" });
  expect(data).toEqual({ versions: [{ versionNumber: 1 }] });
  const made = await ask("projects.create", { requestBody: { title: "另一个", parentId: spreadsheetId } });
  expect(made.data).toMatchObject({ title: "另一个", parentId: spreadsheetId });
});

test.each([
  ["no manifest", [code], "Project contents must include a manifest file named appsscript."],
  ["a name twice", [manifest, code, code], "A file with this name already exists in the current project: Code"],
  [
    "a script that can't be read",
    [manifest, { ...code, source: "let a = 1;\nfunction {" }],
    "Syntax error: SyntaxError: Unexpected token '{' line: 2 file: Code",
  ],
])("%s is refused, and nothing is changed", async (_, files, message) => {
  await put(manifest);
  expect(await put(...files)).toMatchObject({ status: 400, error: { error: { message, status: "INVALID_ARGUMENT" } } });
  expect(await filesNow()).toEqual([manifest]);
});

test("who may", async () => {
  const scopes = ["script.projects"];
  const get = (id: string, how: object) => ask("projects.get", { scriptId: id, fields: "scriptId" }, how);
  const stranger = {
    token: office.google.accounts.grant({
      email: "other@example.org",
      scopes: scopes.map((name) => `https://www.googleapis.com/auth/${name}`),
    }),
  };
  office.google.scripts.isSwitchedOn = false;
  const off = await get(scriptId(), { token });
  office.google.scripts.isSwitchedOn = true;
  expect([
    await get(scriptId(), { scopes }),
    await get(scriptId(), stranger),
    await get("nothing", { token }),
    off,
  ]).toMatchObject([
    { status: 200 },
    { status: 403, error: { error: { message: "The caller does not have permission" } } },
    { status: 404 },
    { status: 403, error: { error: { message: expect.stringContaining("User has not enabled the Apps Script API.") } } },
  ]);
});
