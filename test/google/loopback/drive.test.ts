import { createHash } from "node:crypto";
import Excel from "exceljs";
import { type DriveFile, FOLDER, SPREADSHEET, XLSX } from "./drive/store";
import { type Office, openOffice } from "./support/office";

let office: Office;
let inbox: DriveFile;
let token: string;
const PERSON = "clerk@example.org";
const OTHERS = "unit@example.org";

beforeAll(async () => {
  office = await openOffice();
  const { drive, accounts, clock } = office.google;
  inbox = drive.add({ name: "收件", mimeType: FOLDER, owner: PERSON });
  drive.share(inbox.id, accounts.serviceEmail, "writer");
  for (const name of ["c.xlsx", "a.xlsx", "b.csv", "a.xlsx", "it's.txt"]) {
    clock.advance(1000);
    const mimeType = name.endsWith(".xlsx") ? XLSX : "text/plain";
    drive.add({ name, mimeType, owner: OTHERS, parents: [inbox.id], content: Buffer.from(name) });
  }
  drive.add({ name: "private.xlsx", mimeType: XLSX, owner: OTHERS, content: Buffer.from("x") });
  token = accounts.grant({ email: PERSON, scopes: ["https://www.googleapis.com/auth/drive"] });
});
afterAll(() => office.close());

const ask = (method: string, params: object = {}, more: object = {}) =>
  office.client.ask({ api: "drive", method, params, scopes: ["drive"], ...more });

async function names(q: string, more: object = {}, how: object = {}): Promise<unknown> {
  const { data, error } = await ask("files.list", { q, fields: "files(name)", orderBy: "createdTime", ...more }, how);
  return error ?? (data as { files: readonly { name: string }[] }).files.map(({ name }) => name);
}

/** `ID` is that of the inbox. */
const filled = (text: string): string => text.replace("ID", inbox.id);

function refusal(code: number, reason: string, message: string): object {
  return { status: code, error: { error: { code, message, errors: [{ message, domain: "global", reason }] } } };
}

// https://developers.google.com/workspace/drive/api/guides/ref-search-terms
describe("search", () => {
  test.each([
    ["'ID' in parents", ["c.xlsx", "a.xlsx", "b.csv", "a.xlsx", "it's.txt"]],
    ["'ID' in parents and name = 'a.xlsx'", ["a.xlsx", "a.xlsx"]],
    ["name = 'it\\'s.txt'", ["it's.txt"]],
    [`'ID' in parents and mimeType != '${XLSX}' and trashed = false`, ["b.csv", "it's.txt"]],
    ["'ID' in parents and (name = 'c.xlsx' or name contains 'b')", ["c.xlsx", "b.csv"]],
    ["not 'ID' in parents and mimeType = 'application/vnd.google-apps.folder'", ["收件"]],
    ["trashed = true", []],
    ["name = 'private.xlsx'", []],
    [`mimeType = '${SPREADSHEET}'`, ["台账"]],
  ])("%s", async (q, found) => {
    expect(await names(filled(q))).toEqual(found);
  });

  test.each(["name = ", "name == 'a'", "'ID' in", "name = 'a' trashed = true", "name = 'a"])("%s is refused", async (q) => {
    expect(await names(filled(q))).toMatchObject({
      error: { code: 400, errors: [{ reason: "invalid", message: "Invalid Value", location: "q", locationType: "parameter" }] },
    });
  });

  test("pages", async () => {
    const pages: unknown[] = [];
    let pageToken: string | undefined;
    do {
      const params = {
        q: filled("'ID' in parents"),
        pageSize: 2,
        orderBy: "name desc",
        fields: "nextPageToken,files(name)",
        pageToken,
      };
      const { data } = await ask("files.list", params);
      const page = data as { nextPageToken?: string; files: readonly { name: string }[] };
      pages.push(page.files.map(({ name }) => name));
      pageToken = page.nextPageToken;
    } while (pageToken);
    expect(pages).toEqual([["it's.txt", "c.xlsx"], ["b.csv", "a.xlsx"], ["a.xlsx"]]);
    expect(await ask("files.list", { pageToken: "made-up" })).toMatchObject(refusal(400, "invalid", "Invalid Value"));
  });

  test("what is told of a file when nothing is asked for", async () => {
    const { data } = await ask("files.list", { q: "name = 'b.csv'" });
    const id = expect.any(String);
    expect(data).toEqual({
      kind: "drive#fileList",
      incompleteSearch: false,
      files: [{ kind: "drive#file", id, name: "b.csv", mimeType: "text/plain" }],
    });
  });

  test("a file on its way up has no checksum and no size yet", async () => {
    const { drive } = office.google;
    const file = drive.add({
      name: "late.xlsx",
      mimeType: XLSX,
      owner: OTHERS,
      parents: [inbox.id],
      content: Buffer.from("late"),
    });
    const told = async () => (await ask("files.get", { fileId: file.id, fields: "size,md5Checksum" })).data;
    file.isUploading = true;
    const before = await told();
    file.isUploading = false;
    const md5Checksum = createHash("md5").update("late").digest("hex");
    expect([before, await told()]).toEqual([{ size: "0" }, { size: "4", md5Checksum }]);
    file.trashed = true;
    expect([await names("name = 'late.xlsx' and trashed = false"), await names("name = 'late.xlsx'")]).toEqual([
      [],
      ["late.xlsx"],
    ]);
  });
});

describe("files", () => {
  const bytes = async (fileId: string, how: object = {}) => {
    const { data } = await ask("files.get", { fileId, alt: "media" }, { options: { responseType: "arraybuffer" }, ...how });
    return Buffer.from(String(data), "base64").toString();
  };
  const create = (requestBody: object, media?: object, how: object = { token }) =>
    ask("files.create", { requestBody, ...(media ? { media } : {}), fields: "id,name,mimeType,size,parents" }, how);
  const idOf = (data: unknown): string => (data as { id: string }).id;

  test("a folder, a file in it, new bytes, a new name, another folder", async () => {
    const { data: folder } = await create({ name: "已处理", mimeType: FOLDER, parents: [inbox.id] });
    expect(folder).toMatchObject({ name: "已处理", mimeType: FOLDER, parents: [inbox.id] });
    const body = "第一\r\n--次\r\n";
    const { data: file } = await create({ name: "x.txt", parents: [inbox.id] }, { mimeType: "text/plain", body });
    expect(file).toMatchObject({
      name: "x.txt",
      mimeType: "text/plain",
      size: String(Buffer.byteLength(body)),
      parents: [inbox.id],
    });
    const fileId = idOf(file);
    expect(await bytes(fileId)).toBe(body);
    await ask("files.update", { fileId, media: { mimeType: "text/plain", body: "第二次" } }, { token });
    expect(await bytes(fileId)).toBe("第二次");
    const moved = {
      fileId,
      addParents: idOf(folder),
      removeParents: inbox.id,
      requestBody: { name: "y.txt" },
      fields: "name,parents",
    };
    expect((await ask("files.update", moved, { token })).data).toEqual({ name: "y.txt", parents: [idOf(folder)] });
    expect(await ask("files.update", { fileId, addParents: inbox.id }, { token })).toMatchObject(
      refusal(403, "cannotAddParent", "Increasing the number of parents is not allowed"),
    );
    await ask("files.update", { fileId, requestBody: { trashed: true } }, { token });
    expect(await names("name = 'y.txt' and trashed = true", {}, { token })).toEqual(["y.txt"]);
  });

  test("a service account has no storage of its own, but in a shared drive", async () => {
    const { drive, accounts } = office.google;
    const media = { mimeType: "text/plain", body: "x" };
    const own = await create({ name: "z", parents: [inbox.id] }, media, {});
    expect(own).toMatchObject({ status: 403, error: { error: { errors: [{ reason: "storageQuotaExceeded" }] } } });
    expect((await create({ name: "folder", mimeType: FOLDER, parents: [inbox.id] }, undefined, {})).status).toBe(200);
    const shared = drive.addSharedDrive("中心", [accounts.serviceEmail]);
    const requestBody = { name: "in the drive", parents: [shared.id] };
    expect(await ask("files.create", { requestBody, media })).toMatchObject(
      refusal(404, "notFound", `File not found: ${shared.id}.`),
    );
    const all = { supportsAllDrives: true };
    const { data } = await ask("files.create", { requestBody, media, ...all, fields: "id,driveId,ownedByMe" });
    expect(data).toEqual({ id: expect.any(String), driveId: shared.id });
    const q = `'${shared.id}' in parents`;
    expect([await names(q), await names(q, all), await names(q, { ...all, includeItemsFromAllDrives: true })]).toEqual([
      [],
      [],
      ["in the drive"],
    ]);
  });

  test("drive.file sees what the program made, and nothing else", async () => {
    const scopes = ["https://www.googleapis.com/auth/drive.file"];
    const how = { token: office.google.accounts.grant({ email: PERSON, scopes }) };
    const media = { mimeType: "text/plain", body: "made" };
    expect(await create({ name: "made", parents: [inbox.id] }, media, how)).toMatchObject({ status: 404 });
    const { data } = await create({ name: "made" }, media, how);
    expect(data).toEqual(expect.objectContaining({ name: "made" }));
    expect(await names("mimeType = 'text/plain' and trashed = false", {}, how)).toContain("made");
    expect(await names(filled("'ID' in parents and not name = '已处理'"), {}, how)).toEqual(["folder"]);
    const [dropped] = [...office.google.drive.files.values()].filter(({ name }) => name === "b.csv");
    expect(await ask("files.get", { fileId: dropped?.id }, how)).toMatchObject({ status: 404 });
    expect(await bytes(idOf(data), how)).toBe("made");
  });

  test("who may", async () => {
    const { drive, accounts, spreadsheetId } = office.google;
    const privately = [...drive.files.values()].find(({ name }) => name === "private.xlsx");
    const fileId = privately?.id ?? "";
    expect(await ask("files.get", { fileId })).toMatchObject(refusal(404, "notFound", `File not found: ${fileId}.`));
    drive.share(fileId, accounts.serviceEmail, "reader");
    expect(await bytes(fileId)).toBe("x");
    const no = refusal(403, "insufficientFilePermissions", "The user does not have sufficient permissions for this file.");
    expect(await ask("files.update", { fileId, requestBody: { name: "mine" } })).toMatchObject(no);
    expect(await ask("permissions.list", { fileId })).toMatchObject(no);
    const { data } = await ask("permissions.list", { fileId: spreadsheetId, fields: "permissions(type,role,emailAddress)" });
    expect(data).toEqual({
      permissions: [
        { type: "user", role: "owner", emailAddress: PERSON },
        { type: "user", role: "writer", emailAddress: accounts.serviceEmail },
      ],
    });
  });
});

// https://developers.google.com/workspace/drive/api/guides/ref-export-formats
describe("export", () => {
  test("a spreadsheet as xlsx", async () => {
    const { workbook, spreadsheetId } = office.google;
    const [sheet] = workbook.sheets;
    ["编号", "007", "2024-03-15", "12.5", "=D1*2", "TRUE"].forEach((text, index) => {
      sheet?.enter(1, index + 1, index === 1 ? `'${text}` : text);
    });
    workbook.addSheet("暗").hidden = true;
    const params = { fileId: spreadsheetId, mimeType: XLSX };
    const { data } = await ask("files.export", params, { options: { responseType: "arraybuffer" } });
    const book = new Excel.Workbook();
    await book.xlsx.load(Buffer.from(String(data), "base64") as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ["Sheet1", "visible"],
      ["暗", "hidden"],
    ]);
    const cells = ["A1", "B1", "C1", "D1", "E1", "F1"].map((cell) => book.worksheets[0]?.getCell(cell).value);
    expect(cells).toEqual(["编号", "007", new Date("2024-03-15T00:00:00Z"), 12.5, { formula: "D1*2", result: 25 }, true]);
  });

  test("what can't be exported or downloaded", async () => {
    const { spreadsheetId: fileId } = office.google;
    expect(await ask("files.get", { fileId, alt: "media" })).toMatchObject({
      status: 403,
      error: { error: { errors: [{ reason: "fileNotDownloadable" }] } },
    });
    expect(await ask("files.export", { fileId: inbox.id, mimeType: XLSX })).toMatchObject(
      refusal(403, "fileNotExportable", "Export only supports Docs Editors files."),
    );
    expect(await ask("files.export", { fileId, mimeType: "image/gif" })).toMatchObject(
      refusal(400, "badRequest", "The requested conversion is not supported."),
    );
  });
});
