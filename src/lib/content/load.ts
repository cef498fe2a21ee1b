/**
 * From the YAML files of a pack folder to a pack. Only commands, the build and the making of packs import
 * this file: the study pages load the JSON made from it and never the YAML parser.
 */
import * as v from 'valibot';
import { err, ok } from '#lib/base/result.ts';
import type { Result } from '#lib/base/result.ts';
import { factSchema } from './fact-schema.ts';
import { GISTS_FILE, gistsSchema, type PackGists } from './gists-schema.ts';
import type { Issue } from './issue.ts';
import { MAP_FILE } from './map-schema.ts';
import {
  comparisonSchema,
  contestedSchema,
  entitySchema,
  manifestSchema,
  sourceSchema,
} from './schema.ts';
import type { Pack } from './schema.ts';
import { describeSchemaIssue } from './schema-issue.ts';
import { readYaml } from './yaml-file.ts';
import type { Step, TextFile, YamlFile } from './yaml-file.ts';

/** A place in a pack, `['facts', 3, 'cites', 'c1']`. */
export type PackPath = readonly Step[];

interface Location {
  readonly file: string;
  readonly line: number;
  /** As in {@link Issue}. */
  readonly path: string;
}

/** A part of a pack that somebody writes, changes and proves as one: a fact, an entity, the glossary. */
export interface Entry {
  /** `facts/war-length`, `sources/trt`, `manifest/glossary`. Unique in a checked pack. */
  readonly key: string;
  readonly at: PackPath;
  /** As it stands in the file, before defaults are filled in. */
  readonly written: unknown;
}

/** A pack together with the files it came from. */
export interface LoadedPack {
  readonly pack: Pack;
  readonly files: readonly TextFile[];
  readonly entries: readonly Entry[];
  /** A line on each paragraph, beside the pack; `null` without the file. */
  readonly gists: PackGists | null;
  locate(path: PackPath): Location;
}

const lists = [
  { name: 'sources', file: 'sources.yaml', schema: sourceSchema },
  { name: 'entities', file: 'entities.yaml', schema: entitySchema },
  { name: 'comparisons', file: 'comparisons.yaml', schema: comparisonSchema },
] as const;

/** The form and the references of the manifest are no text of an author's. */
const unprovedManifestKeys = new Set(['format', 'id', 'version', 'language', 'licence']);

/**
 * @param files the YAML files of the folder, with paths relative to it (`facts/ceasefire.yaml`)
 * @returns the pack with its facts in the order of the manifest's episodes, or everything that keeps it from being one
 */
export function loadPack(files: readonly TextFile[]): Result<LoadedPack, Issue[]> {
  const issues: Issue[] = [];
  const entries: Entry[] = [];
  const places = new Map<string, { file: YamlFile; prefix: readonly Step[] }>();
  const wanted = new Set<string>();

  const open = (path: string): YamlFile | null => {
    wanted.add(path);
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) {
      issues.push({ file: path, line: 1, path: '', message: 'found no such file, expected one' });
      return null;
    }
    const read = readYaml(file);
    if (read.ok) return read.value;
    issues.push(...read.error);
    return null;
  };

  const parse = <T extends v.GenericSchema>(
    schema: T,
    file: YamlFile,
    value: unknown,
    prefix: readonly Step[],
  ): v.InferOutput<T> | null => {
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
    for (const issue of parsed.issues) {
      const described = describeSchemaIssue(issue);
      const path = [...prefix, ...described.path];
      issues.push({
        file: file.path,
        line: file.lineOf(path),
        path: readablePath(file.value, path),
        message: described.message,
      });
    }
    return null;
  };

  const parseList = <T extends v.GenericSchema<unknown, { id: string }>>(
    name: string,
    schema: T,
    path: string,
    offset = 0,
  ): v.InferOutput<T>[] => {
    const file = open(path);
    if (file === null) return [];
    if (!Array.isArray(file.value)) {
      // An empty file is an empty list: a curator begins with one.
      if (file.value !== null)
        issues.push({
          file: path,
          line: 1,
          path: '',
          message: 'expected a list, each entry with -',
        });
      return [];
    }
    const found: v.InferOutput<T>[] = [];
    for (const [position, written] of (file.value as unknown[]).entries()) {
      const item = parse(schema, file, written, [position]);
      if (item === null) continue;
      const at = offset + found.length;
      places.set(`${name}.${at}`, { file, prefix: [position] });
      entries.push({ key: `${name}/${item.id}`, at: [name, at], written });
      found.push(item);
    }
    return found;
  };

  const manifestFile = open('pack.yaml');
  const manifest =
    manifestFile === null ? null : parse(manifestSchema, manifestFile, manifestFile.value, []);
  if (manifestFile !== null && manifest !== null)
    for (const [key, written] of Object.entries(manifestFile.value as Record<string, unknown>)) {
      places.set(key, { file: manifestFile, prefix: [key] });
      if (!unprovedManifestKeys.has(key))
        entries.push({ key: `manifest/${key}`, at: [key], written });
    }

  const [sources, entities, comparisons] = [
    parseList(lists[0].name, lists[0].schema, lists[0].file),
    parseList(lists[1].name, lists[1].schema, lists[1].file),
    parseList(lists[2].name, lists[2].schema, lists[2].file),
  ];

  const facts: Pack['facts'] = [];
  for (const path of factFiles(files, manifest?.episodes.map((episode) => episode.id) ?? []))
    facts.push(...parseList('facts', factSchema, path, facts.length));

  const contestedFile = open('contested.yaml');
  const contested =
    contestedFile === null ? null : parse(contestedSchema, contestedFile, contestedFile.value, []);
  if (contestedFile !== null && contested !== null) {
    places.set('contested', { file: contestedFile, prefix: [] });
    entries.push({ key: 'contested', at: ['contested'], written: contestedFile.value });
  }

  const gistsFile = files.some(({ path }) => path === GISTS_FILE) ? open(GISTS_FILE) : null;
  const gists = gistsFile === null ? null : parse(gistsSchema, gistsFile, gistsFile.value, []);
  if (gistsFile !== null) {
    places.set('gists', { file: gistsFile, prefix: [] });
    for (const [source, written] of Object.entries(gists?.sources ?? {})) {
      places.set(`gists.${source}`, { file: gistsFile, prefix: ['sources', source] });
      entries.push({ key: `gists/${source}`, at: ['gists', source], written });
    }
  }

  for (const file of files)
    // A map lies beside the pack and has a reader of its own.
    if (!wanted.has(file.path) && file.path !== MAP_FILE)
      issues.push({
        file: file.path,
        line: 1,
        path: '',
        message: 'found a file that is no part of a pack, expected facts in facts/EPISODE.yaml',
      });

  if (manifest !== null && facts.length === 0 && issues.length === 0)
    issues.push({
      file: 'facts',
      line: 1,
      path: '',
      message: 'found no fact, expected one or more',
    });
  if (manifest === null || contested === null || issues.length > 0) return err(issues);

  return ok({
    pack: { ...manifest, sources, entities, facts, comparisons, contested },
    files,
    entries,
    gists,
    locate: (path) => {
      const [first = '', second = ''] = path;
      const inList = places.get(`${first}.${second}`);
      const place = inList ?? places.get(String(first));
      if (place === undefined) return { file: 'pack.yaml', line: 1, path: path.join('.') };
      const within = [...place.prefix, ...path.slice(inList === undefined ? 1 : 2)];
      return {
        file: place.file.path,
        line: place.file.lineOf(within),
        path: readablePath(place.file.value, within),
      };
    },
  });
}

/** Files of episodes in the manifest's order; one that belongs to no episode comes last, and its facts are reported. */
function factFiles(files: readonly TextFile[], episodes: readonly string[]): string[] {
  const rank = (path: string) => {
    const at = episodes.indexOf(path.slice('facts/'.length, -'.yaml'.length));
    return at === -1 ? episodes.length : at;
  };
  return files
    .map((file) => file.path)
    .filter((path) => /^facts\/[^/]+\.yaml$/.test(path))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** A path with an entry's id in place of its position in a list. */
function readablePath(root: unknown, path: readonly Step[]): string {
  const shown: string[] = [];
  let value = root;
  for (const step of path) {
    value = (value as Record<Step, unknown> | null | undefined)?.[step];
    const id = (value as { id?: unknown } | null | undefined)?.id;
    shown.push(typeof step === 'number' && typeof id === 'string' ? id : String(step));
  }
  return shown.join('.');
}
