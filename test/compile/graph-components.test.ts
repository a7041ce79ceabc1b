import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { ComponentRecord } from '../../src/model/document.ts';
import type { ComponentKey } from '../../src/model/ids.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { SDK_GOLDENS } from '../helpers/document-of-case.ts';
import { canonicalIr } from '../helpers/ir-equal.ts';
import { smallDocument } from '../helpers/small-document.ts';

interface Canonical {
  readonly root: { readonly dag: { readonly tasks: { readonly [name: string]: { readonly componentRef: unknown } } } };
}

describe('a compiled pipeline used as a component', () => {
  it.each(['single-artifact-output', 'duplicate-tasks', 'retry'])('%s is embedded whole, twice', (name) => {
    const spec = goldenSpec(name);
    const record: ComponentRecord = { key: 'whole@1' as ComponentKey, spec };
    const target = { kind: 'component', component: record.key } as const;
    const small = smallDocument({ tasks: [{ target }, { target }, {}] });
    const compiled = compileDocument({ ...small, components: new Map([...small.components, [record.key, record]]) });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    const { root } = canonicalIr([compiled.value.spec]) as Canonical;
    const own = canonicalIr([spec]) as Canonical;
    expect(root.dag.tasks['task-1']?.componentRef).toEqual(own.root);
    expect(root.dag.tasks['task-2']?.componentRef).toEqual(own.root);
  });
});

function goldenSpec(name: string): YamlTree {
  const read = readForeignYamlExactly(readFileSync(join(SDK_GOLDENS, name, 'expected.yaml'), 'utf8'));
  if (!read.ok) throw new Error(read.error.code);
  return read.value.documents[0] ?? null;
}
