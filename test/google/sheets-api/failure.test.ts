import { GoogleRefused, refusalOf } from "../../../node-sync/src/google/failure";

const api = (status: number, message: string, more: object = {}): object => ({
  message,
  response: { status, data: { error: { code: status, message, ...more } } },
});
const reason = (name: string): object => ({ details: [{ reason: name }] });

/** What googleapis, gaxios or the sockets below throw, and the code and a word of the sentence that is made of it. */
const FAULTS: readonly (readonly [string, object, string, string])[] = [
  [
    "protected",
    api(400, "Invalid requests[3].updateCells: You are trying to edit a protected cell or object. Please …"),
    "protected",
    "保护工作表和范围",
  ],
  ["protected, told by values.update", api(400, "You are trying to edit a protected cell or object."), "protected", "解除保护"],
  ["no permission", api(403, "The caller does not have permission"), "not-shared", "共享"],
  ["the API is off", api(403, "…", reason("SERVICE_DISABLED")), "api-disabled", "启用 Google Sheets API"],
  ["scopes", api(403, "…", reason("ACCESS_TOKEN_SCOPE_INSUFFICIENT")), "scope", "anpei login"],
  ["no such file", api(404, "Requested entity was not found."), "no-sheet", "核对 --sheet"],
  ["quota", api(429, "Quota exceeded"), "quota", "过几分钟"],
  ["too many cells", api(400, "above the limit of 10000000 cells"), "too-large", "删掉"],
  ["signed out", api(401, "Request had invalid authentication credentials."), "bad-credentials", "anpei login"],
  ["a clock", { message: "invalid_grant: Token must be a short-lived token (60 minutes)" }, "clock-skew", "时间"],
  ["no credentials", { message: "Could not load the default credentials." }, "no-credentials", "anpei login"],
  ["a proxy", { message: "…", response: { status: 403, data: "<html>blocked</html>" } }, "network", "网管"],
  ["TLS", { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE", message: "…" }, "network", "NODE_EXTRA_CA_CERTS"],
  ["no network", { code: "ENOTFOUND", message: "getaddrinfo" }, "network", "检查网络"],
  ["Google is down", api(503, "The service is currently unavailable."), "google", "过几分钟"],
  ["anything else", api(400, "Invalid requests[0]:\n\nsome\nnews"), "google", "anpei doctor"],
];

test.each(FAULTS)("%s: one Chinese sentence on one line with a way out", (_, thrown, code, word) => {
  const refusal = refusalOf(thrown, "1abc");
  expect(refusal).toBeInstanceOf(GoogleRefused);
  expect(refusal?.code).toBe(code);
  expect(refusal?.message).toContain(word);
  expect(refusal?.message).toMatch(/^[^\n]*(请|设到)[^\n]*。$/u);
});
