import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ComponentDescription } from '../../src/catalog/component-description.ts';
import { describeComponentRecord, problemsOfComponentRecord } from '../../src/catalog/describe-component-record.ts';
import { loadComponent } from '../../src/catalog/load-component.ts';
import type { ComponentKey } from '../../src/model/ids.ts';
import type { PortType } from '../../src/model/port-type.ts';
import { typeLabel } from '../../src/model/type-label.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { readCorpusFiles } from '../helpers/corpus.ts';

/** Type, is a list, is optional, default: as the SDK holds a port after it has loaded the file. */
type SdkPort = readonly [string, boolean, boolean | null, unknown];

interface SdkFacts {
  readonly name: string;
  readonly description: string | null;
  readonly inputs: { readonly [name: string]: SdkPort };
  readonly outputs: { readonly [name: string]: SdkPort };
  readonly graph: boolean;
}

const facts = JSON.parse(fixture('ir-facts.json')) as { readonly [name: string]: SdkFacts };

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/catalog/${name}`, import.meta.url), 'utf8');
}

function specOf(text: string): YamlTree {
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(read.error.detail);
  return read.value.documents[0] ?? null;
}

function described(name: string): ComponentDescription {
  const text = fixture(`ir-${name}.yaml`);
  const loaded = loadComponent(text, { path: `${name}.yaml` });
  if (loaded.status !== 'ok') throw new Error(JSON.stringify(loaded));
  return loaded.description;
}

/** KFP SDK: how it writes types in memory. */
function sdkType(type: PortType): string {
  return type.kind === 'parameter' ? typeLabel(type) : `${type.schemaTitle}@${type.schemaVersion}`;
}

function isList(type: PortType): boolean {
  return type.kind === 'artifact' && type.isList;
}

describe('components compiled by the SDK', () => {
  it.each(['train-model', 'say', 'with-environment'])('%s: ports and words as the SDK reads them', (name) => {
    const description = described(name);
    const expected = facts[name] as SdkFacts;
    expect(description.name).toBe(expected.name);
    expect(description.description ?? null).toBe(expected.description);
    const inputs = description.inputs.map((port) => [
      port.id,
      [sdkType(port.type), isList(port.type), port.optional, port.default ?? null],
    ]);
    expect(Object.fromEntries(inputs)).toEqual(expected.inputs);
    const outputs = description.outputs.map((port) => [port.id, [sdkType(port.type), isList(port.type), null, null]]);
    expect(Object.fromEntries(outputs)).toEqual(expected.outputs);
    expect(description.problems).toEqual([]);
  });

  it('keeps the environment, which the SDK cannot use', () => {
    expect(described('with-environment').implementation).toEqual({
      kind: 'container',
      image: 'alpine',
      command: [],
      args: ["{{$.inputs.parameters['a']}}"],
      env: [
        { name: 'B', value: 'x' },
        { name: 'A', value: 'y' },
      ],
    });
  });

  it('keeps resources and whatever else the executor carries', () => {
    const text = fixture('ir-say.yaml').replace(
      '        image: alpine:3.20',
      '        image: alpine:3.20\n        resources:\n          cpuLimit: 2.0',
    );
    const loaded = loadComponent(text, { path: 'say.yaml' });
    expect(loaded).toMatchObject({
      status: 'ok',
      description: { implementation: { executorExtra: { resources: { cpuLimit: { pythonFloat: 2 } } } } },
    });
  });

  it.each(['two-steps', 'import-it'])('does not take the pipeline %s for a component', (name) => {
    expect(loadComponent(fixture(`ir-${name}.yaml`), { path: 'x.yaml' })).toMatchObject({
      status: 'not-a-component',
      reason: 'pipeline-ir',
      name,
    });
  });

  it.each([
    ['schemaTitle: system.Dataset', 'schemaTitle: mine.Dataset', 'ir-artifact-type'],
    ['schemaVersion: 0.0.1', "schemaVersion: '1'", 'ir-artifact-type'],
    ['parameterType: STRING', 'parameterType: WORD', 'ir-unknown-type'],
    ['image: alpine:3.20', 'images: alpine:3.20', 'ir-no-image'],
    ['  name: say', '  nam: say', 'ir-no-name'],
  ])('is broken with %s replaced', (good, bad, code) => {
    const text = fixture('ir-say.yaml').replaceAll(good, bad);
    const loaded = loadComponent(text, { path: 'say.yaml' });
    if (code === 'ir-no-name') expect(loaded).toMatchObject({ status: 'not-a-component', reason: 'pipeline-ir' });
    else
      expect(loaded).toMatchObject({
        status: 'broken',
        problems: expect.arrayContaining([expect.objectContaining({ code, line: expect.any(Number) })]),
      });
  });
});

describe('embedded components', () => {
  const record = (text: string) => ({ key: 'x@1' as ComponentKey, spec: specOf(text) });

  it('are described once', () => {
    const one = record(fixture('ir-say.yaml'));
    expect(describeComponentRecord(one)?.name).toBe('say');
    expect(describeComponentRecord(one)).toBe(describeComponentRecord(one));
  });

  it('may be whole pipelines', () => {
    const graph = describeComponentRecord(record(fixture('ir-two-steps.yaml')));
    expect(graph).toMatchObject({ name: 'two-steps', inputs: [{ id: 'text', optional: false }], outputs: [] });
    expect(graph?.implementation.kind).toBe('graph');
  });

  it('may be v1, and tell their problems without lines', () => {
    const v1 = record(
      'name: A b\ninputs: [{name: x}]\nimplementation: {container: {image: i, args: [{inputValue: x}]}}\n',
    );
    expect(describeComponentRecord(v1)?.name).toBe('a-b');
    expect(problemsOfComponentRecord(v1)).toEqual([
      {
        code: 'value-of-artifact',
        values: { port: 'x', type: 'Artifact' },
        fix: { kind: 'retype-inputs', inputs: [{ name: 'x', type: 'String' }] },
      },
    ]);
  });

  it.each(['- a list\n', 'name: a\n', 'implementation: x\n'])('may be unreadable: %j', (text) => {
    expect(describeComponentRecord(record(text))).toBeUndefined();
    expect(problemsOfComponentRecord(record(text)).length).toBeGreaterThan(0);
  });
});

describe('public IR documents', () => {
  const files = [...readCorpusFiles('corpus/kfp-ir', '.yaml'), ...readCorpusFiles('corpus/kfp-kubernetes', '.yaml')];

  it.skipIf(files.length === 0)('are all told apart: components are ok, pipelines are pipelines', () => {
    const counts: { [status: string]: number } = {};
    for (const file of files) {
      const loaded = loadComponent(file.text, { path: file.path });
      if (loaded.status === 'broken') throw new Error(`${file.name}: ${JSON.stringify(loaded.problems)}`);
      const key = loaded.status === 'ok' ? 'ok' : loaded.reason;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    expect(Object.keys(counts).sort()).toEqual(['ok', 'pipeline-ir']);
    expect(counts.ok).toBeGreaterThan(5);
  });
});
