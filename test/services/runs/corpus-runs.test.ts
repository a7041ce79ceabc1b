import { spawn } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadIr } from '../../../main/services/runs/load-source.ts';
import { HostError } from '../../../src/api/errors.ts';
import type { RunRequest } from '../../../src/api/params.ts';
import type { RunDetail } from '../../../src/api/results.ts';
import type { PipelineSpec } from '../../../src/compile/kfp/ir.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import type { OutputValue } from '../../../src/run/run-state.ts';
import { CORPUS_MISSING, type CorpusFile, readCorpusFiles } from '../../helpers/corpus.ts';
import { findSdk } from '../../oracles/sdk-environment.ts';
import { openRunsBench, type RunsBench } from './runs-helper.ts';

/**
 * Pipelines of Python functions that cannot succeed here, each with its reason. All others must.
 * `npm test` says so when one of them can.
 */
const CANNOT: { readonly [name: string]: string } = {
  'component_with_task_final_status_GH-12033.yaml': 'its one task needs a final status that nothing gives it',
  'embedded_artifact.yaml': 'the SDK version that it installs has no EmbeddedInput',
  'env-var.yaml': 'looks for a variable of its image',
  'local_execution_pipeline_with_ignore_upstream_failure.yaml': 'one of its tasks fails on purpose',
  'modelcar.yaml': 'imports a model from an image registry',
  'pipeline_with_artifact_upload_download.yaml': 'downloads a data set from a public service',
  'pipeline_with_dynamic_importer_metadata.yaml': 'imports from a bucket in the cloud',
  'pipeline_with_importer.yaml': 'imports from a bucket in the cloud',
  'pipeline_with_pod_metadata.yaml': 'looks for the labels of its pod',
  'pipeline_with_secret_as_volume.yaml': 'opens a mounted folder by its path, which only a container has',
  'pipeline_with_task_final_status.yaml': 'one of its tasks fails on purpose',
};

/** Not even tried: what they install or fetch takes longer than all others together. */
const NOT_TRIED = ['pipeline_with_artifact_upload_download.yaml'];

/** What the pipelines with secrets and config maps look for. */
const LOCAL_FILE = `
secrets:
  my-secret: {password: hunter2hunter2}
  user-gcp-sa: {type: service_account}
  test-secret-1: {username: user1, password: password1}
  test-secret-2: {username: user2, password: password2}
  test-secret-3: {username: user3, password: password3}
configMaps:
  my-cm: {key: value}
`;

const sdk = CORPUS_MISSING === undefined ? findSdk() : { reason: CORPUS_MISSING };
const files = [
  ...readCorpusFiles('corpus/kfp-ir', '.yaml'),
  ...readCorpusFiles('corpus/kfp-kubernetes', '.yaml'),
  ...readCorpusFiles('reference/kfp-golden', '.yaml'),
];
const sorted = files.map((file) => ({ file, name: file.name, obstacle: findObstacle(file) }));
const runnable = sorted.filter(({ obstacle }) => obstacle === undefined);
if ('reason' in sdk) console.info(`public pipelines are not run: ${sdk.reason}`);
else for (const { name, obstacle } of sorted) if (obstacle !== undefined) console.info(`not run: ${name}: ${obstacle}`);

/** Why a pipeline needs more than public Python packages. */
function findObstacle({ text }: CorpusFile): string | undefined {
  const spec = specOf(text);
  if (spec === undefined) return 'it is no KFP v2 pipeline';
  if (Object.keys(spec.root.inputDefinitions?.artifacts ?? {}).length > 0) return 'it asks for an artifact';
  for (const [label, { container }] of Object.entries(spec.deploymentSpec.executors ?? {})) {
    const isClaim = container?.image.startsWith('argostub/') === true;
    const isPython = container?.command?.some((part) => part.includes('kfp.dsl.executor_main')) === true;
    if (container !== undefined && !isClaim && !isPython) return `${label} needs its image ${container.image}`;
  }
  return undefined;
}

function specOf(text: string): PipelineSpec | undefined {
  try {
    return loadIr(text, undefined).spec;
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

const VALUES: { readonly [type: string]: JsonValue } = {
  STRING: 'text',
  NUMBER_INTEGER: 3,
  NUMBER_DOUBLE: 2.5,
  BOOLEAN: true,
  LIST: ['a', 'b'],
  STRUCT: { a: 'b' },
};

/** A value for each parameter that has none of its own. */
function argumentsOf({ text }: CorpusFile): RunRequest['parameters'] {
  const parameters = Object.entries(specOf(text)?.root.inputDefinitions?.parameters ?? {});
  const open = parameters.filter(([, { defaultValue, isOptional }]) => defaultValue === undefined && !isOptional);
  return Object.fromEntries(
    open.map(([name, { parameterType }]) => [name, VALUES[parameterType] ?? null]),
  ) as RunRequest['parameters'];
}

interface Answer {
  readonly name: string;
  readonly outputs?: { readonly [name: string]: JsonValue };
  readonly error?: string;
}

function runWithSdk(python: string): Promise<readonly Answer[]> {
  const PATH = `${dirname(python)}${delimiter}${process.env.PATH ?? ''}`;
  const program = spawn(python, [join(import.meta.dirname, 'kfp_local.py')], {
    env: { ...process.env, PATH },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const tried = runnable.filter(({ name }) => !(name in CANNOT) && !isSlow(name));
  for (const { file, name } of tried) {
    program.stdin.write(`${JSON.stringify({ name, text: file.text, arguments: argumentsOf(file) })}\n`);
  }
  program.stdin.end();
  let text = '';
  program.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  return new Promise((resolve) => {
    program.on('close', () => {
      const lines = text.split('\n').filter((line) => line !== '');
      resolve(lines.map((line) => JSON.parse(line) as Answer));
    });
  });
}

/** Sleeps for a minute, or needs packages that the SDK's environment has not. */
function isSlow(name: string): boolean {
  return name.startsWith('log_streaming') || name.startsWith('iris');
}

/** What a pipeline that throws dice gives is different each time; that it gives something is not. */
function isRandom(name: string): boolean {
  const text = files.find((file) => file.name === name)?.text ?? '';
  return JSON.stringify(specOf(text)).includes('import random');
}

function plainOutput(output: OutputValue): JsonValue {
  if (output.kind === 'parameter') return output.value;
  const path = output.path ?? output.uri;
  const content = statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : null;
  return { content, metadata: output.metadata ?? {}, type: output.schemaTitle };
}

describe.skipIf('reason' in sdk)('public pipelines of Python functions', () => {
  let bench: RunsBench;
  const details = new Map<string, RunDetail>();
  const answers = new Map<string, Answer>();

  beforeAll(async () => {
    const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
    bench = await openRunsBench({ pythonFolder: join(cache, 'pipewright', 'test-python') });
    writeFileSync(join(bench.workspace, 'pipewright.local.yaml'), LOCAL_FILE);
    const oracle = runWithSdk('python' in sdk ? sdk.python : '');
    const queue = runnable
      .filter(({ name }) => !NOT_TRIED.includes(name))
      .sort((a, b) => order(a.name) - order(b.name));
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { file, name } = next;
        const request = { text: file.text, parameters: argumentsOf(file), caching: false, root: bench.workspace };
        details.set(name, await bench.run(request));
      }
    };
    await Promise.all([work(), work(), work()]);
    for (const answer of await oracle) answers.set(answer.name, answer);
  }, 400_000);
  afterAll(async () => {
    await bench?.close();
  });

  it.each(runnable.filter(({ name }) => !(name in CANNOT)))('$name runs', ({ name }) => {
    const state = details.get(name)?.state;
    const failed = Object.values(state?.tasks ?? {}).filter(({ phase, kind }) => phase === 'failed' && kind !== 'dag');
    expect(failed.map(({ key, reason }) => ({ key, reason }))).toEqual([]);
    expect(state?.phase).toBe('succeeded');
  });

  it.each(Object.entries(CANNOT).filter(([name]) => !NOT_TRIED.includes(name)))('%s cannot: %s', (name) => {
    expect(details.get(name)?.state.phase).toBe('failed');
  });

  it('gives what kfp.local gives, wherever that can run the pipeline', () => {
    const compared: string[] = [];
    for (const { name, outputs } of answers.values()) {
      if (outputs === undefined) continue;
      const ours = details.get(name)?.state.outputs ?? {};
      const plain = Object.fromEntries(Object.entries(ours).map(([port, output]) => [port, plainOutput(output)]));
      if (isRandom(name)) expect({ name, ports: Object.keys(plain) }).toEqual({ name, ports: Object.keys(outputs) });
      else expect({ name, outputs: plain }).toEqual({ name, outputs });
      compared.push(name);
    }
    console.info(`compared with kfp.local: ${compared.join(', ')}`);
    expect(compared.length).toBeGreaterThan(20);
  });
});

/** What takes longest goes first. */
function order(name: string): number {
  return isSlow(name) ? 0 : 1;
}
