import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { HostError } from '../../../src/api/errors.ts';
import { readForeignYaml } from '../../../src/yaml/read-foreign-yaml.ts';
import { errnoOf } from '../support/node-errors.ts';

/** Its name in an opened folder, beside a pipeline, and in the data folder. */
export const LOCAL_FILE_NAME = 'pipewright.local.yaml';

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ env: z.string() }),
  z.strictObject({ file: z.string() }),
]);
const named = z.record(z.string(), z.record(z.string(), value));

const fileSchema = z.strictObject({
  /** By the name of the secret: its keys with their values. */
  secrets: named.default({}),
  configMaps: named.default({}),
  /** By the name of a claim or the start of an address such as `gs://bucket/`: the folder that stands in for it. */
  claims: z.record(z.string(), z.string()).default({}),
  folders: z.record(z.string(), z.string()).default({}),
  objectStores: z
    .array(
      z.strictObject({
        /** Addresses that begin so are read here, such as `s3://bucket/`. */
        prefix: z.string(),
        endpoint: z.url(),
        region: z.string().default('us-east-1'),
        accessKey: value.optional(),
        secretKey: value.optional(),
      }),
    )
    .default([]),
  containers: z.strictObject({ arguments: z.array(z.string()).default([]) }).default({ arguments: [] }),
});

/** What this machine has in place of a cluster's secrets, config maps, volumes and object stores. */
export interface LocalFile {
  /** The files it was read from; empty when there is none. */
  readonly paths: readonly string[];
  readonly secrets: NamedValues;
  readonly configMaps: NamedValues;
  /** Absolute folders. */
  readonly claims: { readonly [name: string]: string };
  readonly folders: { readonly [prefix: string]: string };
  readonly objectStores: readonly ObjectStore[];
  readonly containerArguments: readonly string[];
}

export interface NamedValues {
  readonly [name: string]: { readonly [key: string]: string };
}

export interface ObjectStore {
  readonly prefix: string;
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** What there is where no local file is. */
export const NO_LOCAL_FILE: LocalFile = {
  paths: [],
  secrets: {},
  configMaps: {},
  claims: {},
  folders: {},
  objectStores: [],
  containerArguments: [],
};

/** Reads the local files of the given folders; where two name the same thing, the earlier folder wins. Fails with `invalid-file`. */
export async function readLocalFiles(folders: readonly string[], environment: NodeJS.ProcessEnv): Promise<LocalFile> {
  const files: LocalFile[] = [];
  for (const folder of new Set(folders)) {
    const file = await readLocalFile(join(folder, LOCAL_FILE_NAME), environment);
    if (file !== undefined) files.push(file);
  }
  return files.reduce(mergeFiles, NO_LOCAL_FILE);
}

function mergeFiles(first: LocalFile, second: LocalFile): LocalFile {
  return {
    paths: [...first.paths, ...second.paths],
    secrets: { ...second.secrets, ...first.secrets },
    configMaps: { ...second.configMaps, ...first.configMaps },
    claims: { ...second.claims, ...first.claims },
    folders: { ...second.folders, ...first.folders },
    objectStores: [...first.objectStores, ...second.objectStores],
    containerArguments: [...first.containerArguments, ...second.containerArguments],
  };
}

async function readLocalFile(path: string, environment: NodeJS.ProcessEnv): Promise<LocalFile | undefined> {
  const text = await readText(path);
  if (text === undefined) return undefined;
  const read = readForeignYaml(text);
  if (!read.ok) throw new HostError('invalid-file', { path, problem: `line ${read.error.line ?? 1}` });
  const parsed = fileSchema.safeParse(read.value.documents[0] ?? {});
  if (!parsed.success) throw new HostError('invalid-file', { path, problem: describeIssue(parsed.error) });
  const { secrets, configMaps, claims, folders, objectStores, containers } = parsed.data;
  const folder = dirname(path);
  const readOne = (given: z.output<typeof value>): Promise<string> => readValue(given, folder, environment, path);
  return {
    paths: [path],
    secrets: await mapValues(secrets, (keys) => mapValues(keys, readOne)),
    configMaps: await mapValues(configMaps, (keys) => mapValues(keys, readOne)),
    claims: await mapValues(claims, (place) => resolve(folder, place)),
    folders: await mapValues(folders, (place) => resolve(folder, place)),
    objectStores: await Promise.all(
      objectStores.map(async ({ accessKey = '', secretKey = '', ...store }) => ({
        ...store,
        accessKey: await readOne(accessKey),
        secretKey: await readOne(secretKey),
      })),
    ),
    containerArguments: containers.arguments,
  };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

async function readValue(
  given: z.output<typeof value>,
  folder: string,
  environment: NodeJS.ProcessEnv,
  path: string,
): Promise<string> {
  if (typeof given !== 'object') return String(given);
  if ('env' in given) {
    const found = environment[given.env];
    if (found === undefined) throw new HostError('invalid-file', { path, problem: `$${given.env}` });
    return found;
  }
  const text = await readText(resolve(folder, given.file));
  if (text === undefined) throw new HostError('invalid-file', { path, problem: given.file });
  return text;
}

/** Values never stand in a message: they may be secrets. */
function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? '' : issue.path.map(String).join('.') || issue.code;
}

async function mapValues<From, To>(
  map: { readonly [key: string]: From },
  change: (value: From) => To | Promise<To>,
): Promise<Record<string, To>> {
  const entries = await Promise.all(Object.entries(map).map(async ([key, item]) => [key, await change(item)] as const));
  return Object.fromEntries(entries);
}
