/** From a pack's `map.yaml` to its map; like the pack itself, read when the app is built and not in it. */
import * as v from 'valibot';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { Issue } from './issue.ts';
import { mapSchema, type PackMap } from './map-schema.ts';
import { describeSchemaIssue } from './schema-issue.ts';
import { readYaml, type TextFile } from './yaml-file.ts';

export function readMap(file: TextFile): Result<PackMap, Issue[]> {
  const read = readYaml(file);
  if (!read.ok) return read;
  const parsed = v.safeParse(mapSchema, read.value.value);
  if (parsed.success) return ok(parsed.output);
  return err(
    parsed.issues.map((issue) => {
      const { path, message } = describeSchemaIssue(issue);
      return { file: file.path, line: read.value.lineOf(path), path: path.join('.'), message };
    }),
  );
}
