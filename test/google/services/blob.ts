/// <reference types="google-apps-script" />
import { SheetsError } from "../workbook/sheets-error";
import { Face } from "./guard";
import type { Runtime } from "./runtime";

type GBlob = GoogleAppsScript.Base.Blob;

const MEMBERS = ["getBytes", "getContentType", "getDataAsString"] as const;

/** https://developers.google.com/apps-script/reference/base/blob; bytes are Java's, from -128 to 127. */
export class BlobFace extends Face<GBlob> implements Pick<GBlob, (typeof MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    readonly bytes: Buffer,
    readonly type: string | null,
  ) {
    super("Blob", MEMBERS, runtime);
  }

  getBytes(): number[] {
    return Array.from(new Int8Array(this.bytes));
  }

  getContentType(): string | null {
    return this.type;
  }

  getDataAsString(): string {
    return this.bytes.toString("utf8");
  }
}

/** A text or bytes as a script hands them over. */
export function bytesOf(data: unknown, method: string): Buffer {
  if (typeof data === "string") return Buffer.from(data, "utf8");
  if (Array.isArray(data)) return Buffer.from(data as readonly number[]);
  throw new SheetsError(`The parameters don't match the method signature for ${method}.`);
}
