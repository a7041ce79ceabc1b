import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import { CORPUS_MISSING, CORPUS_ROOT, type CorpusFile, readCorpusFiles } from '../helpers/corpus.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';
import { compareWithSdk, documentsOf } from './compare-with-sdk.ts';
import { findSdk } from './sdk-environment.ts';
import { type SdkProcess, startSdk } from './sdk-process.ts';

const found = findSdk();
const reason = 'reason' in found ? found.reason : CORPUS_MISSING;
if (reason !== undefined) console.info(`skipped: ${reason}`);

const goldens = readCorpusFiles('reference/kfp-golden', '.yaml').filter(({ name }) => !name.startsWith('ex_v1_'));
const files: readonly CorpusFile[] = [
  ...readCorpusFiles('corpus/kfp-ir', '.yaml'),
  ...readCorpusFiles('corpus/kfp-kubernetes', '.yaml'),
  ...goldens,
];

/** Why the Python of an imported file is refused, or compiles to something else than the file. */
const NOT_WRITABLE: ReadonlyMap<string, string> = new Map([
  ['component_with_task_final_status_GH-12033.yaml', 'python-type'],
  ['pipeline_with_loops.yaml', 'python-loop-type'],
  ['init_container.yaml', 'python-setting'],
  ['ex_conditions_loops.yaml', 'python-raw-condition'],
  ['ex_kubernetes_resources_importer_workspace.yaml', 'python-setting'],
  // Old compilers did not mark inputs with a default as optional; the SDK does today (python-optional).
  ['arguments_parameters.yaml', 'isOptional'],
  ['two_step_pipeline_containerized.yaml', 'isOptional'],
  // The SDK drops the descriptions of ports when it loads a component (python-port-descriptions).
  ['pipeline_with_condition_dynamic_task_output_custom_training_job.yaml', 'description'],
  ['pipeline_with_dynamic_task_output_custom_training_job.yaml', 'description'],
  ['pipeline_with_volume_long_name.yaml', 'description'],
  ['create_mount_delete_existing_pvc.yaml', 'description'],
  ['create_mount_delete_existing_pvc_from_task_output.yaml', 'description'],
]);

describe.skipIf(reason !== undefined)('public pipelines and the official SDK', () => {
  let sdk: SdkProcess;
  beforeAll(() => {
    if ('python' in found) sdk = startSdk(found.python);
  });
  afterAll(() => sdk?.end());

  it.each(files.map((file) => [file.name, file] as const))(
    'the Python of the imported %s compiles to it',
    async (name, file) => {
      const read = readForeignYamlExactly(file.text);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const imported = importKfpIr(read.value.documents);
      if (!imported.ok) throw new Error(JSON.stringify(imported.error));
      const outcome = await compareWithSdk(sdk, imported.value.document);
      const expected = NOT_WRITABLE.get(name);
      if (expected === undefined) expect(outcome).toMatchObject({ kind: 'equal' });
      else expect(JSON.stringify(outcome)).toContain(expected);
    },
  );

  it('the SDK loads every public file', async () => {
    for (const { name, text } of files) {
      const answer = await sdk.ask({ op: 'load', text });
      expect(answer.error, name).toBeUndefined();
    }
  });

  it.each(files.map((file) => [file.name, file] as const))(
    'the source of %s compiles to the stored file',
    async (name, file) => {
      const source = sourceOf(file);
      if (source === undefined) return;
      const { texts = {}, error } = await sdk.ask({ op: 'compile-file', path: source });
      const expected = NOT_REPRODUCED.get(name);
      const matches = Object.values(texts).filter((text) => isSame(text, file.text));
      if (expected === undefined)
        expect(matches.length, error ?? Object.values(texts).join('\n').slice(0, 400)).toBeGreaterThan(0);
      else expect(matches, `${name} compiles now: take it off the list`).toHaveLength(0);
    },
  );
});

/** Sources that do not give the stored file, and why. */
const NOT_REPRODUCED: ReadonlyMap<string, string> = new Map([
  ['arguments_parameters.yaml', 'compiled with a default value that the source does not have'],
  ['two_step_pipeline_containerized.yaml', 'compiled with a default value that the source does not have'],
  ['embedded_artifact.yaml', 'the archive inside holds times'],
  ['iris_pipeline_compiled.yaml', 'the bootstrap script of another release'],
  ['log_streaming_compiled.yaml', 'the bootstrap script of another release'],
  ['pipeline_with_volume_long_name.yaml', 'the bootstrap script of another release'],
  ['init_container.yaml', 'needs a helper that 2.17.0 has not'],
  ['ex_kubernetes_resources_importer_workspace.yaml', 'needs a helper that 2.17.0 has not'],
  ['pipeline_with_condition_dynamic_task_output_custom_training_job.yaml', 'needs another package'],
  ['xgboost_sample_pipeline.yaml', 'reads a component from the network'],
]);

function isSame(left: string, right: string): boolean {
  if (left.startsWith('# ') && !left.includes('\npipelineInfo:')) return false;
  const mask = (text: string): string => text.replace(/kfp==[0-9.]+/g, 'kfp==X');
  return findIrDifference(documentsOf(mask(left)), documentsOf(mask(right))) === undefined;
}

/** The source beside a file: the same base name, sometimes with `_compiled` or another dash. */
function sourceOf({ path }: CorpusFile): string | undefined {
  const base = path.replace(/\.yaml$/, '');
  const candidates = [
    `${base}.py`,
    `${base.replace(/_compiled$/, '')}.py`,
    `${base.replaceAll('-', '_')}.py`,
    `${base}.py.txt`,
  ];
  return candidates.map((candidate) => join(CORPUS_ROOT, candidate.slice(CORPUS_ROOT.length))).find(existsSync);
}
