import { InMemoryWorkbook, type WorkbookOptions } from "../workbook/workbook";
import type { Accounts } from "./accounts/accounts";
import type { Clock } from "./clock";
import { type DriveStore, type NewFile, SPREADSHEET } from "./drive/store";
import type { Quota } from "./quota";
import type { ScriptStore } from "./script/store";

/** Everything behind the addresses. */
export interface World {
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly quota: Quota;
  readonly drive: DriveStore;
  /** By file id. */
  readonly books: Map<string, InMemoryWorkbook>;
  readonly scripts: ScriptStore;
}

/** A spreadsheet of an account's. */
export function addBook(
  world: Pick<World, "drive" | "books">,
  options: WorkbookOptions,
  place: Pick<NewFile, "owner" | "parents" | "isOfApp">,
): InMemoryWorkbook {
  const name = options.title ?? "Untitled spreadsheet";
  const file = world.drive.add({ ...place, name, mimeType: SPREADSHEET });
  const book = new InMemoryWorkbook({
    ...options,
    ...(place.owner === null ? {} : { owner: place.owner }),
    title: name,
    id: file.id,
  });
  world.books.set(file.id, book);
  return book;
}
