import { lstat, realpath } from "node:fs/promises";

/**
 * The file itself, where a path is a link to it: an office program puts its marker beside the file, not beside the link, and
 * lock, backups and held answers belong where everybody finds them. Any other path stays as it was given, as does a link to
 * nothing.
 */
export async function realFile(path: string): Promise<string> {
  const isLink = await lstat(path).then(
    (facts) => facts.isSymbolicLink(),
    () => false,
  );
  return isLink ? realpath(path).catch(() => path) : path;
}
