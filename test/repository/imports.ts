import { posix } from 'node:path';

/** One import of a file: what it names, and the file in the repository that this is where it is one of ours. */
export type Import = { readonly from: string; readonly name: string; readonly file: string | undefined };

// The formatter puts every import and export statement at the start of a line, so no parser is needed.
const patterns = [
  /^(?:import|export)\s(?:type\s)?[^'"`;()=]*?from\s+['"]([^'"]+)['"]/gm,
  /^import\s+['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
  /\brequire\(\s*['"]([^'"]+)['"]/g,
  /\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
];

/** Everything that a file imports: values, types, for effect, dynamically, and as the address of a worker. */
export function findImports(path: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  return patterns
    .flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''))
    .map((name) => ({ from: path, name, file: resolveFile(path, name) }));
}

function resolveFile(path: string, name: string): string | undefined {
  return name.startsWith('.') ? posix.join(posix.dirname(path), name.replace(/\?.*$/, '')) : undefined;
}

/** The package that an import names: `@scope/name/part` → `@scope/name`; Node's own keep `node:`. */
export function packageOf(name: string): string {
  if (name.startsWith('node:')) return 'node:';
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
