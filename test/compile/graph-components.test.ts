import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeComponentRecord } from '../../src/catalog/describe-component-record.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { ComponentRecord } from '../../src/model/document.ts';
import type { ComponentKey } from '../../src/model/ids.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { SDK_GOLDENS } from '../helpers/document-of-case.ts';
import { canonicalIr } from '../helpers/ir-equal.ts';
import { input, LIST, STRING, smallDocument } from '../helpers/small-document.ts';

const SDK_GROUPS = join(import.meta.dirname, '..', 'fixtures', 'sdk-groups');

interface Canonical {
  readonly root: { readonly dag: { readonly tasks: { readonly [name: string]: { readonly componentRef: unknown } } } };
}

describe('a compiled pipeline used as a component', () => {
  const cases = [
    ...['single-artifact-output', 'duplicate-tasks', 'retry'].map((name) => join(SDK_GOLDENS, name)),
    ...['name-collisions', 'one-of-else-only', 'three-loops-deep', 'exit-handler'].map((name) =>
      join(SDK_GROUPS, name),
    ),
  ];

  it.each(cases.map((folder) => [basename(folder), folder]))('%s is embedded whole, twice', (_name, folder) => {
    const spec = goldenSpec(folder);
    const record: ComponentRecord = { key: 'whole@1' as ComponentKey, spec };
    const target = { kind: 'component', component: record.key } as const;
    const inputs = [
      { name: 'mode', type: STRING },
      { name: 'list', type: LIST },
    ];
    const given = { mode: input('mode'), tree: input('list') };
    const ports = describeComponentRecord(record)?.inputs.map(({ id }) => id) ?? [];
    const known = Object.fromEntries(Object.entries(given).filter(([port]) => ports.includes(port)));
    const small = smallDocument({
      pipeline: { inputs },
      tasks: [{ target, arguments: known }, { target, arguments: known }, {}],
    });
    const compiled = compileDocument({ ...small, components: new Map([...small.components, [record.key, record]]) });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    const { root } = canonicalIr([compiled.value.spec]) as Canonical;
    const own = canonicalIr([spec]) as Canonical;
    expect(root.dag.tasks['task-1']?.componentRef).toEqual(own.root);
    expect(root.dag.tasks['task-2']?.componentRef).toEqual(own.root);
  });
});

function goldenSpec(folder: string): YamlTree {
  const read = readForeignYamlExactly(readFileSync(join(folder, 'expected.yaml'), 'utf8'));
  if (!read.ok) throw new Error(read.error.code);
  return read.value.documents[0] ?? null;
}
