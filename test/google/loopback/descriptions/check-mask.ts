import { type Mask, maskOf } from "../fields-mask";
import type { Schemas } from "./check-value";
import type { Schema } from "./description";

/** The parts of a mask that name nothing in a schema. */
export function wrongsInMask(text: string, schema: Schema, schemas: Schemas): string[] {
  const mask = maskOf(text);
  if (mask === null) return [`fields: ${JSON.stringify(text)} can't be read`];
  return unknownIn(mask, schema, schemas, "").map((path) => `fields: ${path} names nothing`);
}

/** What the `fields` of a request in a batchUpdate speak of; descriptions say so in prose alone. */
const SUBJECTS: Readonly<Record<string, string>> = {
  appendCells: "CellData",
  repeatCell: "CellData",
  updateCells: "CellData",
  updateDimensionProperties: "DimensionProperties",
  updateSheetProperties: "SheetProperties",
  updateSpreadsheetProperties: "SpreadsheetProperties",
};

export function wrongsInBatchMasks(body: unknown, schemas: Schemas): string[] {
  const { requests } = (body ?? {}) as { requests?: unknown };
  if (!Array.isArray(requests)) return [];
  return requests.flatMap((request: unknown, index) =>
    Object.entries(request ?? {}).flatMap(([kind, given]: [string, { fields?: unknown } | null]) => {
      const [subject, fields] = [SUBJECTS[kind], given?.fields];
      if (subject === undefined || typeof fields !== "string") return [];
      return wrongsInMask(fields, { $ref: subject }, schemas).map((wrong) => `requests[${index}].${kind}.${wrong}`);
    }),
  );
}

function unknownIn(mask: Mask, given: Schema, schemas: Schemas, at: string): string[] {
  if (mask === true) return [];
  const schema = resolved(given, schemas);
  return [...mask].flatMap(([name, part]) => {
    if (name === "*") return [];
    const of = schema.properties?.[name] ?? schema.additionalProperties;
    const place = at === "" ? name : `${at}.${name}`;
    return of ? unknownIn(part, of, schemas, place) : [place];
  });
}

/** A mask goes through lists to what is in them. */
function resolved(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref !== undefined) return resolved(schemas[schema.$ref] ?? {}, schemas);
  return schema.type === "array" ? resolved(schema.items ?? {}, schemas) : schema;
}
