import { type DriveFile, FOLDER, XLSX } from "../drive/store";
import type { ClientAnswer, ClientRequest } from "./client";
import { type Office, openOffice } from "./office";

export const PERSON = "clerk@example.org";
export const OTHERS = "unit@example.org";

/** An office with a folder that units drop files into, shared with the service account. */
export class Inbox {
  private constructor(
    readonly office: Office,
    readonly folder: DriveFile,
  ) {}

  static async open(): Promise<Inbox> {
    const office = await openOffice();
    const { drive, accounts, clock } = office.google;
    const folder = drive.add({ name: "收件", mimeType: FOLDER, owner: PERSON });
    drive.share(folder.id, accounts.serviceEmail, "writer");
    for (const name of ["c.xlsx", "a.xlsx", "b.csv", "a.xlsx", "it's.txt"]) {
      clock.advance(1000);
      const mimeType = name.endsWith(".xlsx") ? XLSX : "text/plain";
      drive.add({ name, mimeType, owner: OTHERS, parents: [folder.id], content: Buffer.from(name) });
    }
    drive.add({ name: "private.xlsx", mimeType: XLSX, owner: OTHERS, content: Buffer.from("x") });
    return new Inbox(office, folder);
  }

  /** A token of the person's. */
  token(...scopes: readonly string[]): string {
    const whole = scopes.map((name) => `https://www.googleapis.com/auth/${name}`);
    return this.office.google.accounts.grant({ email: PERSON, scopes: whole });
  }

  ask(method: string, params: object = {}, more: Partial<ClientRequest> = {}): Promise<ClientAnswer> {
    return this.office.client.ask({ api: "drive", method, params, scopes: ["drive"], ...more });
  }

  /** Of what files.list finds; the error when it refuses. `ID` is that of the folder. */
  async names(q: string, params: object = {}, more: Partial<ClientRequest> = {}): Promise<unknown> {
    const all = { q: q.replace("ID", this.folder.id), fields: "files(name)", orderBy: "createdTime", ...params };
    const { data, error } = await this.ask("files.list", all, more);
    return error ?? (data as { files: readonly { name: string }[] }).files.map(({ name }) => name);
  }
}

export function refusal(code: number, reason: string, message: string): object {
  return { status: code, error: { error: { code, message, errors: [{ message, domain: "global", reason }] } } };
}
