/** One YAML file of a pack: parsed safely, with the line of every value in it. */
import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import { err, ok } from '#lib/base/result.ts';
import type { Result } from '#lib/base/result.ts';
import type { Issue } from './issue.ts';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export type Step = string | number;

export interface YamlFile {
  readonly path: string;
  readonly text: string;
  /** What the file holds, as plain values. */
  readonly value: unknown;
  /** The line of the value at a path; of its nearest parent if there is none. */
  lineOf(path: readonly Step[]): number;
}

/** Far beyond any pack; the parser runs out of stack long after it. */
const MAX_DEPTH = 40;
const MAX_CHARS = 2_000_000;

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

export function readYaml(file: TextFile): Result<YamlFile, Issue[]> {
  const issueAt = (line: number, message: string): Issue => ({
    file: file.path,
    line,
    path: '',
    message,
  });

  const tooMuch = tooLargeOrDeep(file.text);
  if (tooMuch !== null) return err([issueAt(tooMuch.line, tooMuch.message)]);

  const lines = new LineCounter();
  const document = parseDocument(file.text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    version: '1.2',
  });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);

  const issues = document.errors.map((error) =>
    issueAt(lineAt(error.pos[0]), `no YAML: ${error.message}`),
  );
  if (issues.length === 0)
    visit(document, {
      Alias: (_, node) => {
        issues.push(
          issueAt(
            lineAt(node.range?.[0] ?? 0),
            `found a reference to another place (*${node.source}), expected the value itself`,
          ),
        );
      },
      Pair: (_, pair) => {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        if (forbiddenKeys.has(name))
          issues.push(
            issueAt(lineAt(startOf(pair.key)), `found the key ${name}, which no form has`),
          );
      },
    });
  if (issues.length > 0) return err(issues);

  return ok({
    path: file.path,
    text: file.text,
    value: document.toJS() as unknown,
    lineOf: (path) => lineAt(offsetOf(document, path)),
  });
}

/** The parser recurses, and a stack overflow inside it can end the process: such a file is never handed to it. */
function tooLargeOrDeep(text: string): { line: number; message: string } | null {
  if (text.length > MAX_CHARS)
    return {
      line: 1,
      message: `found ${text.length} characters, expected at most ${MAX_CHARS} in one file`,
    };
  let depth = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const tooDeep = { line: index + 1, message: 'found lists within lists without end' };
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const bullets = /^(?:[-?:]\s+)*/.exec(line.slice(indent))?.[0].length ?? 0;
    if (indent > 4 * MAX_DEPTH || bullets > 2 * MAX_DEPTH) return tooDeep;
    for (const char of line) {
      if (char === '[' || char === '{') depth += 1;
      else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
      if (depth > MAX_DEPTH) return tooDeep;
    }
  }
  return null;
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

function offsetOf(document: Document.Parsed, path: readonly Step[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(step));
      if (pair === undefined) break;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (item === undefined || isPair(item) || isAlias(item)) break;
      offset = startOf(item);
      node = item;
    } else break;
  }
  return offset;
}
