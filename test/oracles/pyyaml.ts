import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pythonFloatText } from '../../src/yaml/python-number.ts';
import { isPythonFloat, pythonFloat, type YamlTree } from '../../src/yaml/yaml-tree.ts';

/** One question to the script beside this file; see there for the answers. */
export type OracleRequest =
  | { readonly op: 'dump'; readonly documents: readonly unknown[]; readonly options?: object }
  | { readonly op: 'load'; readonly text: string }
  | { readonly op: 'json'; readonly value: unknown; readonly sortKeys: boolean }
  | { readonly op: 'repr'; readonly value: unknown };

export interface OracleAnswer {
  readonly text?: string;
  readonly documents?: readonly unknown[];
  readonly error?: string;
}

/** A Python with PyYAML, or why there is none. */
export type Oracle = { readonly python: string } | { readonly reason: string };

const SCRIPT = join(import.meta.dirname, 'pyyaml_oracle.py');
const PYYAML = 'PyYAML==6.0.3';

/**
 * Finds a `python3` that has PyYAML 6, or makes a virtual environment with it in the user's cache folder
 * (`~/.cache/pipewright/pyyaml`), where pip can reach a package index.
 */
export function findOracle(): Oracle {
  if (hasPyYaml('python3')) return { python: 'python3' };
  const folder = join(homedir(), '.cache', 'pipewright', 'pyyaml');
  const python = join(folder, 'bin', 'python3');
  if (hasPyYaml(python)) return { python };
  if (spawnSync('python3', ['--version']).status !== 0) return { reason: 'python3 is not installed' };
  return makeEnvironment(folder) && hasPyYaml(python)
    ? { python }
    : { reason: 'PyYAML is neither installed nor to be had with venv and pip' };
}

/** Makes the environment beside its place and moves it there, because several test files may do so at once. */
function makeEnvironment(folder: string): boolean {
  const draft = `${folder}-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const limit = { timeout: 120_000, stdio: 'ignore' } as const;
  const install = ['-m', 'pip', 'install', '--quiet', '--retries', '1', '--timeout', '10', PYYAML];
  const made =
    spawnSync('python3', ['-m', 'venv', draft], limit).status === 0 &&
    spawnSync(join(draft, 'bin', 'python3'), install, limit).status === 0;
  if (made && !existsSync(folder)) renameSync(draft, folder);
  rmSync(draft, { recursive: true, force: true });
  return made;
}

function hasPyYaml(python: string): boolean {
  if (python.includes('/') && !existsSync(python)) return false;
  return spawnSync(python, ['-c', 'import yaml; assert yaml.__version__.startswith("6.")']).status === 0;
}

/** Asks everything in one process. */
export function askOracle(oracle: { readonly python: string }, requests: readonly OracleRequest[]): OracleAnswer[] {
  const output = execFileSync(oracle.python, [SCRIPT], {
    input: JSON.stringify(requests),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  return JSON.parse(output) as OracleAnswer[];
}

/** A tree in the form the script reads: floats and maps are marked. A plain number that is not whole is a float. */
export function encodeTree(tree: YamlTree): unknown {
  if (Array.isArray(tree)) return tree.map(encodeTree);
  if (isPythonFloat(tree)) return { $float: pythonFloatText(tree.pythonFloat) };
  if (typeof tree === 'number') return Number.isInteger(tree) ? tree + 0 : { $float: pythonFloatText(tree) };
  if (typeof tree !== 'object' || tree === null) return tree;
  return { $map: Object.entries(tree).map(([key, value]) => [key, encodeTree(value)]) };
}

/** The reverse; a key that is no string becomes its JSON text. */
export function decodeTree(tree: unknown): YamlTree {
  if (Array.isArray(tree)) return tree.map(decodeTree);
  if (typeof tree !== 'object' || tree === null) return tree as YamlTree;
  if ('$float' in tree) return pythonFloat(readFloat(String(tree.$float)));
  const entries = (tree as { $map: [unknown, unknown][] }).$map;
  return Object.fromEntries(
    entries.map(([key, value]) => [typeof key === 'string' ? key : JSON.stringify(key), decodeTree(value)]),
  );
}

function readFloat(text: string): number {
  if (text === 'nan') return Number.NaN;
  return text.endsWith('inf') ? Number(text.replace('inf', 'Infinity')) : Number(text);
}
