import { maskOf } from "../fields-mask";
import type { Schema } from "./description";

export type Schemas = Readonly<Record<string, Schema>>;

/** In a request null stands for nothing; in an answer it never comes. */
type Side = "request" | "answer";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INT32 = 2 ** 31;

/** What is wrong with a value, each with where in it. */
export function wrongsIn(value: unknown, schema: Schema, schemas: Schemas, side: Side, at = ""): string[] {
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref];
    return target ? wrongsIn(value, target, schemas, side, at) : [`${at}: no schema is called ${schema.$ref}`];
  }
  if (value === null && side === "request") return [];
  switch (schema.type) {
    case undefined:
    case "any":
      return [];
    case "array":
      if (!Array.isArray(value)) return [`${at}: ${shown(value)} is no list`];
      return value.flatMap((item, index) => wrongsIn(item, schema.items ?? {}, schemas, side, `${at}[${index}]`));
    case "object":
      return wrongsInObject(value, schema, schemas, side, at);
    default: {
      const wrong = wrongOfScalar(value, schema);
      return wrong === null ? [] : [`${at}: ${wrong}`];
    }
  }
}

function wrongsInObject(value: unknown, schema: Schema, schemas: Schemas, side: Side, at: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at}: ${shown(value)} is no object`];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const place = at === "" ? name : `${at}.${name}`;
    const of = schema.properties?.[name] ?? schema.additionalProperties;
    if (inner === undefined) return [];
    return of ? wrongsIn(inner, of, schemas, side, place) : [`${place}: unknown field`];
  });
}

function wrongOfScalar(value: unknown, schema: Schema): string | null {
  const { type, format } = schema;
  const wanted = type === "integer" ? "number" : type;
  if (typeof value !== wanted) return `${shown(value)} is no ${type}`;
  if (typeof value === "string") return wrongOfText(value, schema);
  if (type === "integer" && !Number.isInteger(value)) return `${shown(value)} is no integer`;
  if (format === "int32" && typeof value === "number" && (value >= INT32 || value < -INT32)) return `${value} is no int32`;
  return null;
}

export function wrongOfText(text: string, schema: Schema): string | null {
  const { format } = schema;
  if (schema.enum && !schema.enum.includes(text)) return `${shown(text)} is none of ${schema.enum.join(", ")}`;
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(text)) return `${shown(text)} is not ${schema.pattern}`;
  const isGood =
    format === "int64" || format === "uint64"
      ? /^-?\d+$/.test(text)
      : format === "date-time" || format === "google-datetime"
        ? !Number.isNaN(Date.parse(text))
        : format === "date"
          ? DATE.test(text)
          : format === "google-fieldmask"
            ? maskOf(text) !== null
            : true;
  return isGood ? null : `${shown(text)} is no ${format}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
