import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "../../..");

/** A regular expression of the sources: where it stands, what it is, and whether it is looked for again and again in one text. */
export interface FoundPattern {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
  readonly isRepeated: boolean;
}

/** A `new RegExp`, whose pattern is known only at run time. */
interface BuiltPattern {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

interface FoundPatterns {
  readonly literals: readonly FoundPattern[];
  readonly built: readonly BuiltPattern[];
}

/** Every regular expression of the TypeScript files below these folders. */
export function patternsIn(folders: readonly string[]): FoundPatterns {
  const literals: FoundPattern[] = [];
  const built: BuiltPattern[] = [];
  for (const file of folders.flatMap((folder) => sourcesIn(join(root, folder)))) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
    const at = (node: ts.Node) => ({
      file: relative(root, file),
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    });
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node))
        literals.push({ ...at(node), ...partsOf(node.text), isRepeated: isRepeated(node) });
      const isBuilt = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp";
      if (isBuilt) built.push({ ...at(node), text: node.getText().replace(/\s+/g, " ") });
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literals, built };
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .filter((name) => !/(?:^|[\\/])(?:dist|node_modules)[\\/]/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

function partsOf(literal: string): { readonly source: string; readonly flags: string } {
  const end = literal.lastIndexOf("/");
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}

/** `text.split(/,/)` goes on after the first match, as a pattern with the flag g does. */
function isRepeated(node: ts.RegularExpressionLiteral): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  return ["split", "matchAll", "replaceAll"].includes(call.expression.name.text);
}
