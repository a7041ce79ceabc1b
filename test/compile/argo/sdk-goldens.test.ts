import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileForTarget } from '../../../src/compile/targets.ts';
import { diagnosticSentence } from '../../../src/words/sentences.ts';
import { CORPUS_MISSING, readCorpusFiles } from '../../helpers/corpus.ts';
import { documentOfFile } from '../../helpers/document-of-file.ts';
import { comparableWorkflow } from './comparable-workflow.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'argo');
const cases = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'pipeline.py')));

/** Why a workflow of the corpus, and the source it was compiled from, cannot be drawn. */
const NOT_DRAWN: { readonly [name: string]: string } = {
  'coin.yaml': 'takes an output from inside a condition outside of it, which only works when the condition holds',
  'ex_v1_argo_a.yaml': 'gives a constant and a loop item to an input that is a file, which KFP 2 refuses',
  'ex_v1_argo_b.yaml': 'gives values to inputs without a type, which are files in KFP 2',
  'kaniko.basic.yaml': 'is a Pod, not a workflow',
  'kaniko.kubeflow.yaml': 'is a Pod, not a workflow',
  'param_substitutions.yaml': 'makes a volume by a resource template',
  'pipelineparams.yaml': 'has a sidecar',
  'tolerations.yaml': 'has no entrypoint: it is a part of a workflow',
  'uri_artifacts.yaml': 'was compiled for the launcher of a KFP backend',
  'volume_snapshotop_rokurl.yaml': 'makes volumes by resource templates',
  'volume_snapshotop_sequential.yaml': 'makes volumes by resource templates',
  'volumeop_sequential.yaml': 'makes a volume by a resource template',
};

describe('pipelines that the SDK 1.8.22 compiled', () => {
  it.each(cases)('%s is the same workflow', (name) => {
    const drawn = readFileSync(join(fixtures, name, 'case.pipeline.yaml'), 'utf8');
    const expected = readFileSync(join(fixtures, name, 'expected.yaml'), 'utf8');
    expect(comparableWorkflow(argoText(drawn))).toEqual(comparableWorkflow(expected));
  });
});

describe.skipIf(CORPUS_MISSING !== undefined)('workflows of the corpus', () => {
  const files = [
    ...readCorpusFiles('corpus/argo-v1', '.yaml'),
    ...readCorpusFiles('reference/kfp-golden', '.yaml').filter(({ name }) => name.startsWith('ex_v1_argo_')),
  ];

  it.each(files.filter(({ name }) => !(name in NOT_DRAWN)))('$name is the same workflow', ({ name, text }) => {
    const drawn = readFileSync(join(fixtures, 'corpus', name.replace('.yaml', '.pipeline.yaml')), 'utf8');
    expect(comparableWorkflow(argoText(drawn))).toEqual(comparableWorkflow(text));
  });

  it('says of each of the others why it cannot be drawn', () => {
    const names = files.map(({ name }) => name);
    expect(Object.keys(NOT_DRAWN).filter((name) => !names.includes(name))).toEqual([]);
    expect(names.length - Object.keys(NOT_DRAWN).length).toBe(readdirSync(join(fixtures, 'corpus')).length);
  });
});

function argoText(drawn: string): string {
  const compiled = compileForTarget(documentOfFile(drawn), 'argo');
  if (!compiled.ok) throw new Error(compiled.error.map((found) => diagnosticSentence('en', found)).join('\n'));
  return compiled.value.text;
}
