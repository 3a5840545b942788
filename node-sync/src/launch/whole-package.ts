import { access, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { Refusal } from "../../../apps-script/domain/refusal";
import * as say from "../wording/launch";

/** What the program needs beside itself, from the folder of the package. */
const PARTS = ["anpei.mjs", "reader-process.mjs", "reader-watch.mjs", join("page", "index.html"), join("page", "page.json")];

/**
 * That a package was unpacked, and all of it: a program that shows what is in an archive puts what is started there into the
 * temporary folder, where it is swept away with what was written beside it.
 *
 * @param folder the folder of the package
 * @param temporary the temporary folder of the user, for tests
 * @throws {Refusal} a sentence that says what to do
 */
export async function requireWholePackage(folder: string, temporary: string = tmpdir()): Promise<void> {
  if (await liesIn(temporary, folder)) throw new Refusal("not-possible", say.inArchive(folder));
  const parts = PARTS.map((part) => join("program", part));
  const isThere = await Promise.all(parts.map((part) => access(join(folder, part)).then(...yesOrNo)));
  const missing = parts.filter((_, index) => !isThere[index]);
  if (missing.length > 0) throw new Refusal("not-found", say.incomplete(missing));
}

const yesOrNo = [() => true, () => false] as const;

/** Windows knows a folder by a short name too (`ADMINI~1`); `realpath` gives the long one. */
async function liesIn(outer: string, inner: string): Promise<boolean> {
  const [whole, part] = await Promise.all([realpath(outer), realpath(inner)]);
  const way = relative(whole, part);
  return way !== ".." && !way.startsWith(`..${sep}`) && way !== part;
}
