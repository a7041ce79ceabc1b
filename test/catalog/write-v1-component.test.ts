import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ComponentDescription } from '../../src/catalog/component-description.ts';
import { describeComponentRecord } from '../../src/catalog/describe-component-record.ts';
import { loadComponent } from '../../src/catalog/load-component.ts';
import { writeV1Argument } from '../../src/catalog/v1/write-v1-argument.ts';
import { writeV1Component } from '../../src/catalog/v1/write-v1-component.ts';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import { writePythonYaml } from '../../src/yaml/write-python-yaml.ts';
import { CORPUS_ROOT, readCorpusFiles } from '../helpers/corpus.ts';

/** The v1 form of a condition, whose key no object literal here may have. */
function ifPresent(name: string, ...[then, otherwise]: readonly unknown[]): object {
  const branches =
    otherwise === undefined
      ? [['then', then]]
      : [
          ['then', then],
          ['else', otherwise],
        ];
  return { if: { cond: { isPresent: name }, ...Object.fromEntries(branches) } };
}

describe('arguments of compiled commands', () => {
  it.each([
    ['plain', 'plain'],
    ["{{$.inputs.parameters['a']}}", { inputValue: 'a' }],
    ["{{$.inputs.artifacts['a'].path}}", { inputPath: 'a' }],
    ["{{$.outputs.parameters['a'].output_file}}", { outputPath: 'a' }],
    ["{{$.outputs.artifacts['a'].uri}}", { outputUri: 'a' }],
    ['{{$}}', { executorInput: null }],
    ["--x={{$.inputs.parameters['a']}}!", { concat: ['--x=', { inputValue: 'a' }, '!'] }],
    [
      '{"Concat": ["a", "{{$}}", {"IfPresent": {"InputName": "b", "Then": ["c"]}}]}',
      { concat: ['a', { executorInput: null }, ifPresent('b', ['c'])] },
    ],
    ['{"IfPresent": {"InputName": "b", "Then": "c", "Else": ["d"]}}', ifPresent('b', 'c', ['d'])],
    ['{"Concat": "no list"}', '{"Concat": "no list"}'],
    ['{{$.pipeline_job_name}}', undefined],
    ['{"Concat": ["{{$.pipeline_task_name}}"]}', undefined],
    ["{{$.inputs.artifacts['a'].metadata['b']}}", undefined],
  ])('%s', (text, expected) => {
    expect(writeV1Argument(text)).toEqual(expected);
  });
});

/** What a compiled command comes to, however its texts are put together. */
function meaning({ inputs, outputs, implementation }: ComponentDescription): unknown {
  const ports = [inputs, outputs].map((side) =>
    side.map((port) => ({
      id: port.id,
      type: port.type,
      optional: 'optional' in port && port.optional,
      default: 'default' in port ? port.default : undefined,
    })),
  );
  if (implementation.kind !== 'container') return ports;
  const { image, command, args, env } = implementation;
  const joined = [...command, ...args].map((text) =>
    text.startsWith('{"Concat"') ? (JSON.parse(text).Concat as unknown[]).join('') : text,
  );
  return { ports, image, env, joined };
}

function rewritten(description: ComponentDescription): ComponentDescription | undefined {
  const spec = writeV1Component(description);
  if (spec === undefined) return undefined;
  const loaded = loadComponent(writePythonYaml(spec), { path: 'a.yaml' });
  if (loaded.status !== 'ok') throw new Error(JSON.stringify(loaded));
  return loaded.description;
}

interface PublicComponent {
  readonly text: string;
}

describe('public components in the older form', () => {
  const compiled = ['corpus/kfp-ir', 'corpus/kfp-kubernetes'].flatMap((folder) => readCorpusFiles(folder, '.yaml'));

  it.skipIf(compiled.length === 0)('mean the same when they were compiled', () => {
    let count = 0;
    for (const { text } of compiled) {
      const read = readForeignYamlExactly(text);
      const imported = read.ok ? importKfpIr(read.value.documents) : undefined;
      for (const record of imported?.ok ? imported.value.document.components.values() : []) {
        const description = describeComponentRecord(record);
        const again = description && rewritten(description);
        if (description === undefined || again === undefined) continue;
        expect(meaning(again)).toEqual(meaning(description));
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(80);
  });

  it.skipIf(compiled.length === 0)('mean the same when they were of that form before', () => {
    const lines = readFileSync(join(CORPUS_ROOT, 'reference/kfp-golden/v1_components_1.8.22.jsonl'), 'utf8')
      .trim()
      .split('\n');
    let count = 0;
    for (const line of lines) {
      const loaded = loadComponent((JSON.parse(line) as PublicComponent).text, { path: 'a.yaml' });
      if (loaded.status !== 'ok' || loaded.description.problems.length > 0) continue;
      const again = rewritten(loaded.description);
      if (again === undefined) continue;
      expect(meaning(again)).toEqual(meaning(loaded.description));
      count += 1;
    }
    expect(count).toBeGreaterThan(150);
  });
});
