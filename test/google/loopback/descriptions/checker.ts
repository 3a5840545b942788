import { uploadOf } from "../drive/upload";
import type { Answer, Call } from "../network/call";
import { jsonOf } from "../router";
import { wrongsInBatchMasks, wrongsInMask } from "./check-mask";
import { type Schemas, wrongOfText, wrongsIn } from "./check-value";
import { type DescribedMethod, type Description, methodsOf, type Parameter } from "./description";

interface Entry {
  readonly description: Description;
  readonly method: DescribedMethod;
  readonly pattern: RegExp;
  readonly isUpload: boolean;
}

/** Holds requests and answers against Google's API descriptions. */
export class Checker {
  private readonly entries: readonly Entry[];

  constructor(private readonly descriptions: readonly Description[]) {
    this.entries = descriptions.flatMap((description) =>
      methodsOf(description).flatMap((method) =>
        addressesOf(description, method).map((one) => ({ description, method, ...one })),
      ),
    );
  }

  /** What is wrong with a request and with its answer; nothing for addresses that are of no described API. */
  check(call: Call, answer: Answer | null): string[] {
    const address = `${call.host}${call.path}`;
    const entry = this.entries.find(({ method, pattern }) => method.httpMethod === call.verb && pattern.test(address));
    if (entry) return [...wrongsInRequest(entry, call), ...(answer ? wrongsInAnswer(entry, call, answer) : [])];
    const isDescribed = this.descriptions.some(({ rootUrl, servicePath }) =>
      `https://${address}`.startsWith(rootUrl + servicePath),
    );
    return isDescribed ? [`${call.verb} ${address}: no such method`] : [];
  }
}

function addressesOf({ rootUrl, servicePath }: Description, method: DescribedMethod): { pattern: RegExp; isUpload: boolean }[] {
  const root = rootUrl.replace(/^https:\/\//, "");
  const simple = method.mediaUpload?.protocols?.simple?.path;
  const own = { pattern: patternOf(root + servicePath + (method.flatPath ?? method.path)), isUpload: false };
  return simple === undefined ? [own] : [own, { pattern: patternOf(root.replace(/\/$/, "") + simple), isUpload: true }];
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.$]/g, "\\$&").replace(/\{\+?(\w+)\}/g, "(?<$1>[^/]+?)")}$`);
}

function wrongsInRequest({ description, method, pattern, isUpload }: Entry, call: Call): string[] {
  const known = { ...description.parameters, ...method.parameters };
  const inPath = Object.entries(pattern.exec(`${call.host}${call.path}`)?.groups ?? {}).map(
    ([name, value]) => [name, [decodeURIComponent(value)]] as const,
  );
  const inQuery = [...new Set(call.query.keys())].map((name) => [name, call.query.getAll(name)] as const);
  const given = new Map<string, readonly string[]>([...inPath, ...inQuery]);
  const lacking = Object.entries(known).filter(([name, { required }]) => required && !given.has(name));
  const schemas = description.schemas ?? {};
  const fields = call.query.get("fields");
  return [
    ...lacking.map(([name]) => `${name}: required`),
    ...[...given].flatMap(([name, values]) => wrongsInParameter(name, values, known[name])),
    ...(fields !== null && method.response ? wrongsInMask(fields, method.response, schemas) : []),
    ...wrongsInBody(method, call, schemas, isUpload),
  ];
}

function wrongsInParameter(name: string, values: readonly string[], parameter: Parameter | undefined): string[] {
  if (!parameter) return [`${name}: unknown parameter`];
  if (values.length > 1 && !parameter.repeated) return [`${name}: given more than once`];
  return values.flatMap((value) => {
    const wrong = wrongOfParameter(value, parameter);
    return wrong === null ? [] : [`${name}: ${wrong}`];
  });
}

function wrongOfParameter(value: string, parameter: Parameter): string | null {
  const { type, minimum, maximum } = parameter;
  if (type === "boolean") return value === "true" || value === "false" ? null : `${value} is no boolean`;
  if (type !== "integer" && type !== "number") return wrongOfText(value, parameter);
  const number = Number(value);
  if (value === "" || Number.isNaN(number) || (type === "integer" && !Number.isInteger(number))) return `${value} is no ${type}`;
  const isWithin = number >= Number(minimum ?? -Infinity) && number <= Number(maximum ?? Infinity);
  return isWithin ? null : `${value} is not within ${minimum}…${maximum}`;
}

function wrongsInBody(method: DescribedMethod, call: Call, schemas: Schemas, isUpload: boolean): string[] {
  if (call.body.length === 0) return [];
  const wrongs = (value: unknown): string[] => {
    if (!method.request) return ["body: none is taken"];
    const masks = method.id === "sheets.spreadsheets.batchUpdate" ? wrongsInBatchMasks(value, schemas) : [];
    return [...wrongsIn(value, method.request, schemas, "request"), ...masks].map((wrong) => `body.${wrong}`);
  };
  try {
    return wrongs(isUpload ? uploadOf(call).metadata : jsonOf(call.body));
  } catch (error) {
    return [`body: ${(error as Error).message}`];
  }
}

/** 501 is the loopback's own word, for which Google has no description. */
function wrongsInAnswer({ description, method }: Entry, call: Call, { status, json }: Answer): string[] {
  if (status === 501) return [];
  if (status >= 400) return wrongsInError(status, json);
  if (call.query.get("alt") === "media" || !method.response)
    return json === undefined ? [] : ["answer: JSON where none is described"];
  return wrongsIn(json, method.response, description.schemas ?? {}, "answer").map((wrong) => `answer.${wrong}`);
}

/** https://cloud.google.com/apis/design/errors#http_mapping; descriptions say nothing of errors. */
function wrongsInError(status: number, json: unknown): string[] {
  const { error } = (json ?? {}) as { error?: { code?: unknown; message?: unknown } };
  return error?.code === status && typeof error.message === "string" ? [] : [`answer: no error of Google's shape for ${status}`];
}
