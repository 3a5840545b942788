import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "../..");

/** The pieces of every text in a file, with what stands between them left out: a hole may hold an advice. */
export function textsIn(file: string): { at: string; pieces: string[] }[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const found: { at: string; pieces: string[] }[] = [];
  const visit = (node: ts.Node): void => {
    const pieces = ts.isStringLiteralLike(node)
      ? [node.text]
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
        : null;
    if (pieces) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ at: `${relative(root, file)}:${line + 1}`, pieces });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
