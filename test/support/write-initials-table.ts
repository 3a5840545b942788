import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { INITIALS_TABLE, initialsTable } from "./initials-table";

/** Writes the table of initials anew, after pinyin-pro has learned more readings. */
writeFileSync(join(resolve(__dirname, "../.."), INITIALS_TABLE), initialsTable());
