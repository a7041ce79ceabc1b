import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { digestOfText } from '../../src/catalog/digest.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { catalogFile } from './component-file.ts';

const assets = join(import.meta.dirname, '../../assets');

const words = z.strictObject({ en: z.string().min(5), fr: z.string().min(5) });
const index = z.array(
  z.strictObject({
    id: z.string(),
    folder: z.string(),
    file: z.string(),
    title: words,
    summary: words,
    tasks: z.int(),
  }),
);
const pipelineFile = z.object({
  tasks: z.record(z.string(), z.unknown()),
  components: z.record(z.string(), z.object({ origin: z.object({ path: z.string() }), spec: z.unknown() })).default({}),
});

function readIndex(kind: 'examples' | 'templates') {
  return index
    .parse(JSON.parse(readFileSync(join(assets, kind, 'index.json'), 'utf8')))
    .map((entry) => ({ ...entry, kind, directory: join(assets, kind, entry.folder) }));
}

function readDocument(path: string) {
  const text = readFileSync(path, 'utf8');
  const parsed = parsePipelineFile(text);
  if (!parsed.ok) throw new Error(`${path}: ${parsed.error.code}`);
  return { text, ...parsed.value };
}

const entries = [...readIndex('examples'), ...readIndex('templates')];

describe('the lists of the start page', () => {
  it.each(['examples', 'templates'] as const)('name every folder of %s', (kind) => {
    const folders = readdirSync(join(assets, kind), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(
      readIndex(kind)
        .map((entry) => entry.folder)
        .sort(),
    ).toEqual(folders.map((folder) => folder.name).sort());
  });

  it('offer the penguins first', () => {
    expect(entries[0]?.id).toBe('penguins');
  });

  it.each(entries)('$kind/$id holds the one pipeline file named, with as many tasks as said', (entry) => {
    const files = readdirSync(entry.directory, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.pipeline.yaml'))).toEqual([entry.file]);
    const pipeline = pipelineFile.parse(load(readFileSync(join(entry.directory, entry.file), 'utf8')));
    expect(Object.keys(pipeline.tasks)).toHaveLength(entry.tasks);
  });

  it.each(entries)('$kind/$id embeds its components as they are now', (entry) => {
    const pipeline = pipelineFile.parse(load(readFileSync(join(entry.directory, entry.file), 'utf8')));
    for (const [key, component] of Object.entries(pipeline.components)) {
      const { path } = component.origin;
      const file = path.startsWith('builtin:')
        ? catalogFile(path.slice('builtin:'.length))
        : join(entry.directory, path);
      const text = readFileSync(file, 'utf8');
      expect(key.split('@')[1], `${key} of ${path}`).toBe(digestOfText(text).slice(0, 12));
      expect(component.spec).toEqual(load(text));
    }
  });

  it.each(entries)('$kind/$id is read without a problem and printed as it was', (entry) => {
    const { text, document, diagnostics } = readDocument(join(entry.directory, entry.file));
    expect(diagnostics).toEqual([]);
    expect(printPipelineFile(document)).toBe(text);
  });

  it.each(entries)('$kind/$id has nothing to complain about', (entry) => {
    const { document } = readDocument(join(entry.directory, entry.file));
    const codes = checkDocument(document).diagnostics.map((diagnostic) => diagnostic.code);
    expect(codes).toEqual(entry.tasks === 0 ? ['no-tasks'] : []);
  });
});
