import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/analysis/check-document.ts';
import { compileForTarget } from '../../../src/compile/targets.ts';
import { importArgo } from '../../../src/import/argo/import-argo.ts';
import { readForeignYamlExactly } from '../../../src/yaml/read-foreign-yaml.ts';
import { writePythonYaml } from '../../../src/yaml/write-python-yaml.ts';
import type { YamlTree } from '../../../src/yaml/yaml-tree.ts';
import { comparableWorkflow } from '../../compile/argo/comparable-workflow.ts';
import { CORPUS_MISSING, readCorpusFiles } from '../../helpers/corpus.ts';
import { documentOfFile } from '../../helpers/document-of-file.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'argo');
const cases = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'expected.yaml')));

function treesOf(text: string): readonly YamlTree[] {
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.documents;
}

/** The workflow that an imported one is written as. */
function writtenBack(text: string): unknown {
  const imported = importArgo(treesOf(text));
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const compiled = compileForTarget(imported.value.document, 'argo');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error.filter(({ severity }) => severity === 'error')));
  return comparableWorkflow(compiled.value.text);
}

describe('workflows of the KFP v1 compiler', () => {
  it.each(cases)('%s is written back as the same workflow', (name) => {
    const text = readFileSync(join(fixtures, name, 'expected.yaml'), 'utf8');
    expect(writtenBack(text)).toEqual(comparableWorkflow(text));
  });
});

describe('workflows that were drawn here', () => {
  const drawn = readdirSync(join(fixtures, '..', 'sdk-groups')).filter((name) =>
    existsSync(join(fixtures, '..', 'sdk-groups', name, 'case.pipeline.yaml')),
  );

  /** What cannot be written for Argo, or comes back in another form, and why. */
  const OTHERWISE: { readonly [name: string]: string } = {
    'condition-types': 'Argo has texts alone, so types are those that conditions tell',
    'kubernetes-in-groups': 'an accelerator and init containers are not read',
    'name-collisions': 'templates are numbered in another order',
    'order-across-groups': 'KFP knows no waiting for a condition',
    'settings-in-groups': 'an accelerator that a run names is not read',
  };

  it('come back equal, but for those that are known', () => {
    const differing: string[] = [];
    let written = 0;
    for (const name of drawn) {
      const file = readFileSync(join(fixtures, '..', 'sdk-groups', name, 'case.pipeline.yaml'), 'utf8');
      const compiled = compileForTarget(documentOfFile(file), 'argo');
      if (!compiled.ok) continue;
      written += 1;
      if (!isSame(compiled.value.text)) differing.push(name);
    }
    expect(written).toBeGreaterThanOrEqual(15);
    expect(differing.filter((name) => !(name in OTHERWISE))).toEqual([]);
  });
});

function isSame(text: string): boolean {
  try {
    expect(writtenBack(text)).toEqual(comparableWorkflow(text));
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(CORPUS_MISSING !== undefined)('workflows of the corpus', () => {
  const files = readCorpusFiles('corpus/argo-v1', '.yaml');

  /** What was lost of each, by the codes of its notes; none for those that are written back as they were. */
  const LOST: { readonly [name: string]: readonly string[] } = {
    'param_substitutions.yaml': ['argo-field-not-read', 'argo-mark-not-read', 'argo-template-not-read'],
    'pipelineparams.yaml': ['argo-field-not-read'],
    'uri_artifacts.yaml': ['argo-field-not-read', 'argo-hidden-path', 'argo-mark-not-read'],
    'volume_snapshotop_rokurl.yaml': ['argo-field-not-read', 'argo-mark-not-read', 'argo-template-not-read'],
    'volume_snapshotop_sequential.yaml': ['argo-field-not-read', 'argo-mark-not-read', 'argo-template-not-read'],
    'volumeop_sequential.yaml': ['argo-field-not-read', 'argo-mark-not-read', 'argo-template-not-read'],
  };
  const REFUSED: { readonly [name: string]: string } = {
    'kaniko.basic.yaml': 'argo-not-a-workflow',
    'kaniko.kubeflow.yaml': 'argo-not-a-workflow',
    'tolerations.yaml': 'argo-no-entrypoint',
  };

  it.each(files)('$name', ({ name, text }) => {
    const imported = importArgo(treesOf(text));
    if (!imported.ok) {
      expect(imported.error.map(({ code }) => code)).toEqual([REFUSED[name]]);
      return;
    }
    const codes = [...new Set(imported.value.notKept.map(({ code }) => code))].sort();
    expect(codes).toEqual(LOST[name] ?? []);
    if (codes.length > 0) return;
    const errors = checkDocument(imported.value.document).diagnostics.filter(({ severity }) => severity === 'error');
    // `coin` takes what only runs under a condition; the editor says so.
    if (name === 'coin.yaml') expect(errors.length).toBeGreaterThan(0);
    else expect(writtenBack(text)).toEqual(comparableWorkflow(text));
  });

  it('writes back four of them as they were', () => {
    const whole = files.filter(({ name }) => !(name in LOST) && !(name in REFUSED) && name !== 'coin.yaml');
    expect(whole.map(({ name }) => name)).toEqual([
      'add_pod_env.yaml',
      'timeout.yaml',
      'withparam_global.yaml',
      'withparam_output.yaml',
    ]);
  });
});

describe('any tree', () => {
  const text = readFileSync(join(fixtures, 'flow', 'expected.yaml'), 'utf8');
  const [workflow] = treesOf(text);

  it('gives a document or the reasons, however damaged', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), fc.jsonValue(), (way, value) => {
        const damaged = replaceAt(workflow ?? null, way, value as YamlTree);
        const imported = importArgo([damaged]);
        if (imported.ok) checkDocument(imported.value.document);
        else expect(imported.error.length).toBeGreaterThan(0);
        expect(writePythonYaml(damaged)).toBeTypeOf('string');
      }),
      { numRuns: 200 },
    );
  });
});

/** The tree with something else at the end of a way; each number chooses one of what is there. */
function replaceAt(tree: YamlTree, [step, ...way]: readonly number[], value: YamlTree): YamlTree {
  if (step === undefined || typeof tree !== 'object' || tree === null || Object.keys(tree).length === 0) return value;
  const keys = Object.keys(tree);
  const key = keys[step % keys.length] ?? '';
  const inner = (tree as { readonly [key: string]: YamlTree })[key] ?? null;
  const changed = replaceAt(inner, way, value);
  if (Array.isArray(tree)) return tree.map((item: YamlTree, index) => (String(index) === key ? changed : item));
  return { ...tree, [key]: changed };
}
