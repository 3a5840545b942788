import { headerOf } from "../../people/aliases";
import { type Enrolment, ROSTER } from "../../schema/roster";
import { titleOfColumn } from "../../schema/unit-columns";
import { headerForm } from "../../snapshot/layout";
import { listed } from "../../snapshot/listed";
import { textOf, type Value } from "../../snapshot/value";
import * as say from "../../wording/inputs";
import type { Answer, Candidate, Complaint, Field, GivenFile, World } from "./field";

/** One text that names people, and where it stands if that is in a file. */
interface Naming {
  readonly text: string;
  readonly place: string | null;
}

/**
 * People, as staff name them (`peopleReader`), or the people of a list in a file; their rows' keys, in the order given, each
 * once. Where one can't be told, nobody is taken.
 */
export function people(face: { readonly title: string; readonly note?: string }): Field<readonly string[]> {
  return {
    title: face.title,
    note: face.note ?? say.peopleNote,
    kind: "people",
    isRequired: true,
    isMany: true,
    choices: null,
    read: ({ texts, file }) => {
      const namings = [
        ...texts.flatMap(listed).map((text) => ({ text, place: null })),
        ...(file === null ? [] : namingsIn(file)),
      ];
      if (namings.length === 0)
        return {
          wrong: { given: file?.file ?? "", message: file === null ? say.missing : say.noPeopleInFile(file.file), possible: [] },
        };
      return { meant: (world) => rowsMeant(namings, world) };
    },
    write: (keys) => keys,
  };
}

function rowsMeant(namings: readonly Naming[], world: World): Answer<readonly string[]> {
  const read = world.people();
  const keys = new Set<string>();
  const unclear: { naming: Naming; complaint: Complaint }[] = [];
  for (const naming of namings) {
    const named = read(naming.text);
    if (named.kind === "people" && named.rows.length > 0) for (const { key } of named.rows) keys.add(key);
    else unclear.push({ naming, complaint: complaintAbout(naming, named) });
  }
  const [first, ...others] = unclear.map(({ complaint }) => complaint);
  if (first === undefined) return { value: [...keys] };
  const all = [first, ...others];
  return {
    wrong: {
      given: all.map(({ given }) => given).join("、"),
      message: all.map(({ message }) => message).join(""),
      possible: all.flatMap(({ possible }) => possible),
      candidates: all.flatMap(({ candidates = [] }) => candidates),
      brief: all.map(({ message, brief = message }) => brief).join(""),
    },
  };
}

const candidatesFor = (given: string, rows: readonly Enrolment[]): readonly Candidate[] =>
  rows.map((row) => ({ given, value: row.key, told: say.candidate(row) }));

function complaintAbout({ text, place }: Naming, named: ReturnType<ReturnType<World["people"]>>): Complaint {
  if (named.kind === "several") {
    const candidates = candidatesFor(text, named.candidates);
    const possible = candidates.map(({ told }) => told);
    const brief = say.severalPeople(text, place, possible.length, []);
    return { given: text, message: say.severalPeople(text, place, possible.length, possible), possible, candidates, brief };
  }
  if (named.kind === "repeated") return { given: text, message: say.repeatedNumber(text, place, named.aside.at), possible: [] };
  const candidates = named.kind === "nobody" ? candidatesFor(text, named.near) : [];
  const near = candidates.map(({ told }) => told);
  const brief = say.nobodyNamed(text, place, []);
  return { given: text, message: say.nobodyNamed(text, place, near), possible: near, candidates, brief };
}

/** By 报名编号 where a line has one, else by 证件号, else by name and unit. */
function namingsIn({ file, sheets }: GivenFile): Naming[] {
  return sheets.flatMap((sheet) => {
    for (const [index, header] of sheet.rows.entries()) {
      const columns = columnsIn(header.cells.map((cell) => headerOf(cell) ?? headerForm(cell)));
      if (columns === null) continue;
      return sheet.rows.slice(index + 1).flatMap(({ at, cells }): Naming[] => {
        const cell = (place: number): string => textOf(cells[place]);
        const named = [cell(columns.name), cell(columns.unit)].filter((part) => part !== "").join("+");
        const text = cell(columns.number) || writtenId(cells[columns.id]) || (cell(columns.name) === "" ? "" : named);
        return text === "" ? [] : [{ text, place: say.lineOf(file, sheet.name, at) }];
      });
    }
    return [];
  });
}

function columnsIn(titles: readonly string[]) {
  const place = (title: string): number => titles.indexOf(title);
  const columns = {
    number: place(headerForm(ROSTER.columns.id.title)),
    id: place(titleOfColumn("idNumber")),
    name: place(titleOfColumn("name")),
    unit: place(titleOfColumn("unit")),
  };
  return columns.number < 0 && columns.id < 0 && columns.name < 0 ? null : columns;
}

/** An id that a spreadsheet turned into a number is another one by now. */
function writtenId(cell: Value | undefined): string {
  return typeof cell === "number" ? "" : textOf(cell);
}
