import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Checker } from "./descriptions/checker";
import { type Description, descriptionsIn, methodsOf } from "./descriptions/description";
import { startLoopback } from "./index";
import { METHODS } from "./methods";
import type { Answer, Call } from "./network/call";
import { fetchThrough } from "./network/fetch";

/** A library with books, described as Google describes its APIs. */
const LIBRARY: Description = {
  name: "sheets",
  rootUrl: "https://sheets.googleapis.com/",
  servicePath: "",
  parameters: { fields: { type: "string", location: "query" }, prettyPrint: { type: "boolean", location: "query" } },
  schemas: {
    Book: {
      type: "object",
      properties: {
        title: { type: "string" },
        pages: { type: "integer", format: "int32" },
        sold: { type: "string", format: "int64" },
        printed: { type: "string", format: "google-datetime" },
        binding: { type: "string", enum: ["PAPER", "CLOTH"] },
        isLent: { type: "boolean" },
        chapters: { type: "array", items: { $ref: "Chapter" } },
        prices: { type: "object", additionalProperties: { type: "number", format: "double" } },
        anything: { type: "any" },
      },
    },
    Chapter: { type: "object", properties: { title: { type: "string" } } },
  },
  resources: {
    books: {
      methods: {
        get: {
          id: "books.get",
          httpMethod: "GET",
          path: "v4/books/{id}",
          parameters: {
            id: { type: "string", location: "path", required: true, pattern: "^\\d+$" },
            size: { type: "integer", location: "query", minimum: "1", maximum: "10" },
            tags: { type: "string", location: "query", repeated: true, enum: ["OLD", "NEW"] },
          },
          response: { $ref: "Book" },
        },
        put: {
          id: "books.put",
          httpMethod: "PUT",
          path: "v4/books",
          parameters: { shelf: { type: "string", location: "query", required: true } },
          request: { $ref: "Book" },
          response: { $ref: "Book" },
        },
      },
    },
  },
};
const checker = new Checker([LIBRARY]);

function asked(verb: string, address: string, body?: unknown, answer: Answer | null = { status: 200, json: {} }): string[] {
  const url = new URL(`https://sheets.googleapis.com${address}`);
  const bytes = Buffer.from(body === undefined ? "" : JSON.stringify(body));
  const call: Call = { host: url.host, verb, path: url.pathname, query: url.searchParams, headers: {}, body: bytes };
  return checker.check(call, answer);
}

describe("a request", () => {
  test.each<[string, string, unknown, readonly string[]]>([
    ["GET", "/v4/books/7?size=10&tags=OLD&tags=NEW&prettyPrint=false", undefined, []],
    ["GET", "/v4/books/seven", undefined, ['id: "seven" is not ^\\d+$']],
    ["GET", "/v4/books/7?size=11", undefined, ["size: 11 is not within 1…10"]],
    ["GET", "/v4/books/7?size=2.5", undefined, ["size: 2.5 is no integer"]],
    ["GET", "/v4/books/7?size=1&size=2", undefined, ["size: given more than once"]],
    ["GET", "/v4/books/7?tags=BLUE", undefined, ['tags: "BLUE" is none of OLD, NEW']],
    ["GET", "/v4/books/7?colour=red&prettyPrint=yes", undefined, ["colour: unknown parameter", "prettyPrint: yes is no boolean"]],
    ["GET", "/v4/books/7?fields=title,chapters.title", undefined, []],
    [
      "GET",
      "/v4/books/7?fields=titel,chapters(title,pages)",
      undefined,
      ["fields: titel names nothing", "fields: chapters.pages names nothing"],
    ],
    ["GET", "/v4/books/7?fields=chapters(", undefined, ['fields: "chapters(" can\'t be read']],
    ["GET", "/v4/books/7", { title: "t" }, ["body: none is taken"]],
    ["DELETE", "/v4/books/7", undefined, ["DELETE sheets.googleapis.com/v4/books/7: no such method"]],
    ["PUT", "/v4/books", { title: "t" }, ["shelf: required"]],
    ["PUT", "/v4/books?shelf=1", { title: null, chapters: [{ title: "c" }], prices: { eur: 1.5 }, anything: [1] }, []],
  ])("%s %s %j", (verb, address, body, wrongs) => {
    expect(asked(verb, address, body)).toEqual(wrongs);
  });
});

describe("values", () => {
  test.each<[unknown, readonly string[]]>([
    [{ pages: 2 ** 31 - 1, sold: "-5", printed: "2024-03-15T00:00:00Z", binding: "CLOTH", isLent: false }, []],
    [{ titel: "t" }, ["titel: unknown field"]],
    [
      { chapters: [{ title: "a" }, { title: 1, pages: 2 }] },
      ["chapters[1].title: 1 is no string", "chapters[1].pages: unknown field"],
    ],
    [{ chapters: {} }, ["chapters: {} is no list"]],
    [{ pages: "3" }, ['pages: "3" is no integer']],
    [{ pages: 2.5 }, ["pages: 2.5 is no integer"]],
    [{ pages: 2 ** 31 }, ["pages: 2147483648 is no int32"]],
    [{ sold: "many" }, ['sold: "many" is no int64']],
    [{ printed: "soon" }, ['printed: "soon" is no google-datetime']],
    [{ binding: "STONE" }, ['binding: "STONE" is none of PAPER, CLOTH']],
    [{ isLent: "true" }, ['isLent: "true" is no boolean']],
    [{ prices: { eur: "1" } }, ['prices.eur: "1" is no number']],
    [[], ["[] is no object"]],
  ])("%j", (value, wrongs) => {
    const of = (side: string) => wrongs.map((wrong) => (Array.isArray(value) ? `${side}.: ${wrong}` : `${side}.${wrong}`));
    expect(asked("PUT", "/v4/books?shelf=1", value)).toEqual(of("body"));
    expect(asked("GET", "/v4/books/7", undefined, { status: 200, json: value })).toEqual(of("answer"));
  });

  test("null is nothing in a request, and wrong in an answer", () => {
    expect(asked("GET", "/v4/books/7", undefined, { status: 200, json: { title: null } })).toEqual([
      "answer.title: null is no string",
    ]);
  });

  test.each<[Answer, readonly string[]]>([
    [{ status: 404, json: { error: { code: 404, message: "gone" } } }, []],
    [{ status: 404, json: { error: "gone" } }, ["answer: no error of Google's shape for 404"]],
    [{ status: 404, json: { error: { code: 400, message: "gone" } } }, ["answer: no error of Google's shape for 404"]],
    [{ status: 501, json: {} }, []],
  ])("the answer %j", (answer, wrongs) => {
    expect(asked("GET", "/v4/books/7", undefined, answer)).toEqual(wrongs);
  });
});

test("a loopback that was spoken to against the descriptions doesn't close quietly", async () => {
  const descriptions = mkdtempSync(join(tmpdir(), "anpei-descriptions-"));
  writeFileSync(join(descriptions, "sheets.v4.json"), JSON.stringify(LIBRARY));
  const google = await startLoopback({ descriptions });
  await fetchThrough(google)("https://sheets.googleapis.com/v4/books/7?size=11");
  const wrong = "1. GET sheets.googleapis.com/v4/books/7: size: 11 is not within 1…10";
  expect(google.violations).toEqual([wrong]);
  await expect(google.close()).rejects.toThrow(`Against Google's API descriptions:\n${wrong}`);
});

test("a folder without descriptions is refused", () => {
  expect(() => descriptionsIn(tmpdir())).toThrow("holds none of sheets.v4.json, drive.v3.json, script.v1.json.");
});

const folder = process.env.ANPEI_API_DESCRIPTIONS ?? "";
/** What is served here, held against Google's own descriptions. Without them it passes and says aloud that nothing was tested. */
describe("Google's own descriptions", () => {
  if (folder === "") {
    test("not tested: ANPEI_API_DESCRIPTIONS names no folder with them", () => {
      console.warn("skipped: ANPEI_API_DESCRIPTIONS names no folder with Google's API descriptions");
    });
    return;
  }
  test.each(METHODS.map((method) => [`${method.id} ${method.path}`, method] as const))("%s is described", (_, method) => {
    const found = descriptionsIn(folder).flatMap((description) => {
      const one = methodsOf(description).find(({ id }) => id === method.id);
      return one ? [{ one, description }] : [];
    });
    expect(found).toHaveLength(1);
    for (const { one, description } of found) {
      const own = `/${description.servicePath}${one.flatPath ?? one.path}`;
      expect([own, one.mediaUpload?.protocols?.simple?.path]).toContain(method.path);
      expect([one.httpMethod, `https://${method.host}/`]).toEqual([method.verb, description.rootUrl]);
      expect(method.scopes.filter((scope) => !one.scopes?.includes(scope))).toEqual([]);
    }
  });
});
