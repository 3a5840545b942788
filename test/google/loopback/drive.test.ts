import Excel from "exceljs";
import { FOLDER, XLSX } from "./drive/store";
import { Inbox, PERSON, refusal } from "./support/inbox";

let inbox: Inbox;
let token: string;
beforeAll(async () => {
  inbox = await Inbox.open();
  token = inbox.token("drive");
});
afterAll(() => inbox.office.close());

describe("files", () => {
  const bytes = async (fileId: string, how: object = {}) => {
    const { data } = await inbox.ask("files.get", { fileId, alt: "media" }, { options: { responseType: "arraybuffer" }, ...how });
    return Buffer.from(String(data), "base64").toString();
  };
  const create = (requestBody: object, media?: object, how: object = { token }) =>
    inbox.ask("files.create", { requestBody, ...(media ? { media } : {}), fields: "id,name,mimeType,size,parents" }, how);
  const idOf = (data: unknown): string => (data as { id: string }).id;

  test("a folder, a file in it, new bytes, a new name, another folder", async () => {
    const { data: folder } = await create({ name: "已处理", mimeType: FOLDER, parents: [inbox.folder.id] });
    expect(folder).toMatchObject({ name: "已处理", mimeType: FOLDER, parents: [inbox.folder.id] });
    const body = "第一\r\n--次\r\n";
    const { data: file } = await create({ name: "x.txt", parents: [inbox.folder.id] }, { mimeType: "text/plain", body });
    expect(file).toMatchObject({
      name: "x.txt",
      mimeType: "text/plain",
      size: String(Buffer.byteLength(body)),
      parents: [inbox.folder.id],
    });
    const fileId = idOf(file);
    expect(await bytes(fileId)).toBe(body);
    await inbox.ask("files.update", { fileId, media: { mimeType: "text/plain", body: "第二次" } }, { token });
    expect(await bytes(fileId)).toBe("第二次");
    const moved = {
      fileId,
      addParents: idOf(folder),
      removeParents: inbox.folder.id,
      requestBody: { name: "y.txt" },
      fields: "name,parents",
    };
    expect((await inbox.ask("files.update", moved, { token })).data).toEqual({ name: "y.txt", parents: [idOf(folder)] });
    expect(await inbox.ask("files.update", { fileId, addParents: inbox.folder.id }, { token })).toMatchObject(
      refusal(403, "cannotAddParent", "Increasing the number of parents is not allowed"),
    );
    await inbox.ask("files.update", { fileId, requestBody: { trashed: true } }, { token });
    expect(await inbox.names("name = 'y.txt' and trashed = true", {}, { token })).toEqual(["y.txt"]);
  });

  test("a service account has no storage of its own, but in a shared drive", async () => {
    const { drive, accounts } = inbox.office.google;
    const media = { mimeType: "text/plain", body: "x" };
    const own = await create({ name: "z", parents: [inbox.folder.id] }, media, {});
    expect(own).toMatchObject({ status: 403, error: { error: { errors: [{ reason: "storageQuotaExceeded" }] } } });
    expect((await create({ name: "folder", mimeType: FOLDER, parents: [inbox.folder.id] }, undefined, {})).status).toBe(200);
    const shared = drive.addSharedDrive("中心", [accounts.serviceEmail]);
    const requestBody = { name: "in the drive", parents: [shared.id] };
    expect(await inbox.ask("files.create", { requestBody, media })).toMatchObject(
      refusal(404, "notFound", `File not found: ${shared.id}.`),
    );
    const all = { supportsAllDrives: true };
    const { data } = await inbox.ask("files.create", { requestBody, media, ...all, fields: "id,driveId,ownedByMe" });
    expect(data).toEqual({ id: expect.any(String), driveId: shared.id });
    const q = `'${shared.id}' in parents`;
    expect([
      await inbox.names(q),
      await inbox.names(q, all),
      await inbox.names(q, { ...all, includeItemsFromAllDrives: true }),
    ]).toEqual([[], [], ["in the drive"]]);
  });

  test("drive.file sees what the program made, and nothing else", async () => {
    const how = { token: inbox.token("drive.file") };
    const media = { mimeType: "text/plain", body: "made" };
    expect(await create({ name: "made", parents: [inbox.folder.id] }, media, how)).toMatchObject({ status: 404 });
    const { data } = await create({ name: "made" }, media, how);
    expect(data).toEqual(expect.objectContaining({ name: "made" }));
    expect(await inbox.names("mimeType = 'text/plain' and trashed = false", {}, how)).toContain("made");
    expect(await inbox.names("'ID' in parents and not name = '已处理'", {}, how)).toEqual(["folder"]);
    const [dropped] = [...inbox.office.google.drive.files.values()].filter(({ name }) => name === "b.csv");
    expect(await inbox.ask("files.get", { fileId: dropped?.id }, how)).toMatchObject({ status: 404 });
    expect(await bytes(idOf(data), how)).toBe("made");
  });

  test("a scope to look at names opens nothing", async () => {
    const how = { token: inbox.token("drive.file", "drive.metadata.readonly") };
    const { spreadsheetId: fileId } = inbox.office.google;
    const no = refusal(403, "appNotAuthorizedToFile", `The user has not granted the app access to the file ${fileId}.`);
    expect(await inbox.names("name = '台账'", {}, how)).toEqual(["台账"]);
    expect(await inbox.ask("files.export", { fileId, mimeType: XLSX }, how)).toMatchObject(no);
    expect(await inbox.ask("files.update", { fileId, requestBody: { name: "别的" } }, how)).toMatchObject(no);
  });

  test("who may", async () => {
    const { drive, accounts, spreadsheetId } = inbox.office.google;
    const privately = [...drive.files.values()].find(({ name }) => name === "private.xlsx");
    const fileId = privately?.id ?? "";
    expect(await inbox.ask("files.get", { fileId })).toMatchObject(refusal(404, "notFound", `File not found: ${fileId}.`));
    drive.share(fileId, accounts.serviceEmail, "reader");
    expect(await bytes(fileId)).toBe("x");
    const no = refusal(403, "insufficientFilePermissions", "The user does not have sufficient permissions for this file.");
    expect(await inbox.ask("files.update", { fileId, requestBody: { name: "mine" } })).toMatchObject(no);
    expect(await inbox.ask("permissions.list", { fileId })).toMatchObject(no);
    const { data } = await inbox.ask("permissions.list", {
      fileId: spreadsheetId,
      fields: "permissions(type,role,emailAddress)",
    });
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
    const { workbook, spreadsheetId } = inbox.office.google;
    const [sheet] = workbook.sheets;
    ["编号", "007", "2024-03-15", "12.5", "=D1*2", "TRUE"].forEach((text, index) => {
      sheet?.enter(1, index + 1, index === 1 ? `'${text}` : text);
    });
    workbook.addSheet("暗").hidden = true;
    const params = { fileId: spreadsheetId, mimeType: XLSX };
    const { data } = await inbox.ask("files.export", params, { options: { responseType: "arraybuffer" } });
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
    const { spreadsheetId: fileId } = inbox.office.google;
    expect(await inbox.ask("files.get", { fileId, alt: "media" })).toMatchObject({
      status: 403,
      error: { error: { errors: [{ reason: "fileNotDownloadable" }] } },
    });
    expect(await inbox.ask("files.export", { fileId: inbox.folder.id, mimeType: XLSX })).toMatchObject(
      refusal(403, "fileNotExportable", "Export only supports Docs Editors files."),
    );
    expect(await inbox.ask("files.export", { fileId, mimeType: "image/gif" })).toMatchObject(
      refusal(400, "badRequest", "The requested conversion is not supported."),
    );
  });
});
