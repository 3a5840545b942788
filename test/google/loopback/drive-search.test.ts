import { createHash } from "node:crypto";
import { SPREADSHEET, XLSX } from "./drive/store";
import { Inbox, OTHERS, refusal } from "./support/inbox";

let inbox: Inbox;
beforeAll(async () => {
  inbox = await Inbox.open();
});
afterAll(() => inbox.office.close());

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
    expect(await inbox.names(q)).toEqual(found);
  });

  test.each(["name = ", "name == 'a'", "'ID' in", "name = 'a' trashed = true", "name = 'a"])("%s is refused", async (q) => {
    expect(await inbox.names(q)).toMatchObject({
      error: { code: 400, errors: [{ reason: "invalid", message: "Invalid Value", location: "q", locationType: "parameter" }] },
    });
  });

  test("pages", async () => {
    const pages: unknown[] = [];
    let pageToken: string | undefined;
    do {
      const params = {
        q: `'${inbox.folder.id}' in parents`,
        pageSize: 2,
        orderBy: "name desc",
        fields: "nextPageToken,files(name)",
        pageToken,
      };
      const { data } = await inbox.ask("files.list", params);
      const page = data as { nextPageToken?: string; files: readonly { name: string }[] };
      pages.push(page.files.map(({ name }) => name));
      pageToken = page.nextPageToken;
    } while (pageToken);
    expect(pages).toEqual([["it's.txt", "c.xlsx"], ["b.csv", "a.xlsx"], ["a.xlsx"]]);
    expect(await inbox.ask("files.list", { pageToken: "made-up" })).toMatchObject(refusal(400, "invalid", "Invalid Value"));
  });

  test("what is told of a file when nothing is asked for", async () => {
    const { data } = await inbox.ask("files.list", { q: "name = 'b.csv'" });
    const id = expect.any(String);
    expect(data).toEqual({
      kind: "drive#fileList",
      incompleteSearch: false,
      files: [{ kind: "drive#file", id, name: "b.csv", mimeType: "text/plain" }],
    });
  });

  test("a file on its way up has no checksum and no size yet", async () => {
    const { drive } = inbox.office.google;
    const file = drive.add({
      name: "late.xlsx",
      mimeType: XLSX,
      owner: OTHERS,
      parents: [inbox.folder.id],
      content: Buffer.from("late"),
    });
    const told = async () => (await inbox.ask("files.get", { fileId: file.id, fields: "size,md5Checksum" })).data;
    file.isUploading = true;
    const before = await told();
    file.isUploading = false;
    const md5Checksum = createHash("md5").update("late").digest("hex");
    expect([before, await told()]).toEqual([{ size: "0" }, { size: "4", md5Checksum }]);
    file.trashed = true;
    expect([await inbox.names("name = 'late.xlsx' and trashed = false"), await inbox.names("name = 'late.xlsx'")]).toEqual([
      [],
      ["late.xlsx"],
    ]);
  });
});
