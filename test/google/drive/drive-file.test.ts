import { driveFailureOf, driveRefusalOf } from "../../../node-sync/src/google/drive/drive-failure";
import { driveFileOf, localName } from "../../../node-sync/src/google/drive/drive-file";

const google = (kind: string): string => `application/vnd.google-apps.${kind}`;

it.each([
  ["名单.xlsx", "text/plain", "名单.xlsx"],
  ["甲/乙:名单?.xls", "application/vnd.ms-excel", "甲_乙_名单_.xls"],
  ["名单", google("spreadsheet"), "名单.xlsx"],
  ["名单.XLSX", google("spreadsheet"), "名单.XLSX"],
  ["名单.xlsx", google("document"), "名单.xlsx.gdoc"],
  ["名单", google("form"), "名单.gform"],
  ["", "text/plain", "_"],
  [`${"长".repeat(200)}.csv`, "text/csv", `${"长".repeat(60)}.csv`],
])("calls %s of the type %s on a PC %s", (name, mimeType, expected) => {
  expect(localName(driveFileOf({ name, mimeType }))).toBe(expected);
});

// https://developers.google.com/workspace/drive/api/guides/handle-errors
describe("what Drive refuses", () => {
  const body = (reason: string): string =>
    JSON.stringify({ error: { code: 403, message: "No.", errors: [{ domain: "x", reason }] } });
  const answer = (status: number, data: unknown) => ({ message: "Request failed", response: { status, headers: {}, data } });
  const bytes = (reason: string): ArrayBuffer => new Uint8Array(Buffer.from(body(reason))).buffer;

  it.each([
    ["too many requests", answer(403, JSON.parse(body("userRateLimitExceeded"))), "always", "quota"],
    ["too many requests, for bytes", answer(403, bytes("rateLimitExceeded")), "always", "quota"],
    ["no right to download", answer(403, bytes("cannotDownloadFile")), "never", "not-shared"],
    ["a full Drive", answer(403, JSON.parse(body("storageQuotaExceeded"))), "never", "no-storage"],
    ["the API switched off", answer(403, JSON.parse(body("accessNotConfigured"))), "never", "api-disabled"],
    ["nothing there", answer(404, JSON.parse(body("notFound"))), "never", "no-folder"],
    ["a token that is not taken, for bytes", answer(401, bytes("authError")), "never", "bad-credentials"],
    ["trouble of its own", answer(503, ""), "idempotent", "google"],
  ])("%s", (_name, error, trouble, code) => {
    expect([driveFailureOf(error).trouble, driveRefusalOf(error, "F")?.code]).toEqual([trouble, code]);
  });
});
