import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** As much of an API description as is checked: https://developers.google.com/discovery/v1/reference/apis */
export interface Description {
  readonly name: string;
  readonly rootUrl: string;
  readonly servicePath: string;
  /** Of every method. */
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly schemas?: Readonly<Record<string, Schema>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}

export interface Resource {
  readonly methods?: Readonly<Record<string, DescribedMethod>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}

export interface DescribedMethod {
  readonly id: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly flatPath?: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly request?: { readonly $ref: string };
  readonly response?: { readonly $ref: string };
  readonly scopes?: readonly string[];
  readonly mediaUpload?: { readonly protocols?: Readonly<Record<string, { readonly path: string }>> };
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
}

export interface Parameter extends Schema {
  readonly location?: string;
  readonly required?: boolean;
  readonly repeated?: boolean;
}

const FILES = ["sheets.v4.json", "drive.v3.json", "script.v1.json"];
const read = new Map<string, readonly Description[]>();

/** The descriptions in a folder, by Google's names for them. */
export function descriptionsIn(folder: string): readonly Description[] {
  const known = read.get(folder);
  if (known) return known;
  const paths = FILES.map((name) => join(folder, name)).filter((path) => existsSync(path));
  if (paths.length === 0) throw new Error(`${folder} holds none of ${FILES.join(", ")}.`);
  const descriptions = paths.map((path): Description => JSON.parse(readFileSync(path, "utf8")));
  read.set(folder, descriptions);
  return descriptions;
}

export function methodsOf(resource: Resource): DescribedMethod[] {
  const own = Object.values(resource.methods ?? {});
  return [...own, ...Object.values(resource.resources ?? {}).flatMap(methodsOf)];
}
