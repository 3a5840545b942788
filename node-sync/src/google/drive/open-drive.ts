import type { SyncPlaces } from "../../exchange/sync/places";
import { patience } from "../patience";
import { DRIVE_SCOPE, signIn } from "../sign-in";
import { DriveClient } from "./drive-client";
import { DriveFolders } from "./drive-folders";
import { DriveInbox } from "./drive-inbox";
import { DriveOutbox } from "./drive-outbox";

/** A Drive folder by its id, signed in, as the place where files come and go. */
export async function openDrive(folder: string): Promise<Pick<SyncPlaces, "inbox" | "outbox">> {
  const { drive, auth } = await import("googleapis/build/src/apis/drive/index.js");
  const client = new DriveClient(drive({ version: "v3", auth: await signIn(auth, [DRIVE_SCOPE]) }), folder, patience);
  const folders = new DriveFolders(client);
  return { inbox: new DriveInbox(client, folders), outbox: new DriveOutbox(client, folders) };
}
