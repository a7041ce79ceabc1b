import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPathAccess } from '../../../main/services/paths/path-access.ts';
import { createRunsService, type RunsService } from '../../../main/services/runs/create-runs-service.ts';
import { createTrustStore } from '../../../main/services/trust/trust-store.ts';
import type { HostEvents } from '../../../src/api/events.ts';
import type { CallContext, Emit } from '../../../src/api/host.ts';
import type { RunRequest } from '../../../src/api/params.ts';
import type { RunDetail } from '../../../src/api/results.ts';
import { settingsSchema } from '../../../src/api/settings.ts';
import { isRunEnded } from '../../../src/run/run-state.ts';

export const CONTEXT: CallContext = { clientId: 'test' };

/** A runs service over a data folder of its own. */
export interface RunsBench {
  readonly service: RunsService;
  readonly dataFolder: string;
  readonly workspace: string;
  readonly changes: HostEvents['run.changed'][];
  /** Starts a run and waits for its end. */
  run(request: Partial<RunRequest> & { readonly text: string }): Promise<RunDetail>;
  start(request: Partial<RunRequest> & { readonly text: string }): Promise<string>;
  /** Resolves when a change of the run satisfies the test. */
  when(runId: string, test: (change: HostEvents['run.changed']) => boolean): Promise<void>;
  ended(runId: string): Promise<RunDetail>;
  close(): Promise<void>;
}

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export async function openRunsBench(
  options: { readonly dataFolder?: string; readonly trusted?: boolean; readonly pythonFolder?: string } = {},
): Promise<RunsBench> {
  const base = await mkdtemp(join(tmpdir(), 'pipewright-runs-'));
  const dataFolder = options.dataFolder ?? join(base, 'data');
  const changes: HostEvents['run.changed'][] = [];
  const listeners = new Set<() => void>();
  const emit: Emit = (name, payload) => {
    if (name !== 'run.changed') return;
    changes.push(payload as HostEvents['run.changed']);
    for (const listener of listeners) listener();
  };
  const service = createRunsService({
    dataFolder,
    ...(options.pythonFolder === undefined ? {} : { pythonFolder: options.pythonFolder }),
    builtInCatalog: join(base, 'catalog'),
    environment: process.env,
    emit,
    logger: SILENT,
    paths: createPathAccess({ folders: [base] }),
    trust: createTrustStore({
      dataFolder,
      shipped: options.trusted === false ? [] : [base, join(dataFolder, 'unsaved')],
    }),
    readSettings: () => Promise.resolve(settingsSchema.parse({})),
    now: Date.now,
    publish: (path) => Promise.resolve(`published:${path}`),
  });

  function when(runId: string, test: (change: HostEvents['run.changed']) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!changes.some((change) => change.runId === runId && test(change))) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  }

  async function start(request: Partial<RunRequest> & { readonly text: string }): Promise<string> {
    const { text, ...rest } = request;
    const full: RunRequest = { source: { kind: 'ir', text }, parameters: {}, engine: 'process', ...rest };
    return (await service.handlers['runs.start'](full, CONTEXT)).runId;
  }

  async function ended(runId: string): Promise<RunDetail> {
    await when(runId, (change) => isRunEnded(change.phase));
    return await service.handlers['runs.get']({ runId }, CONTEXT);
  }

  return {
    service,
    dataFolder,
    workspace: base,
    changes,
    when,
    start,
    ended,
    run: async (request) => await ended(await start(request)),
    close: async () => {
      await service.dispose();
      await rm(base, { recursive: true, force: true });
    },
  };
}

interface FakeTask {
  /** A shell program; the output file of parameter `out` is `$1`, of artifact `file` is `$2`, the rest are inputs. */
  readonly script: string;
  readonly after?: readonly string[];
  readonly inputs?: { readonly [name: string]: unknown };
  readonly artifactFrom?: string;
  readonly outputs?: boolean;
  readonly extra?: { readonly [field: string]: unknown };
}

/** IR of a pipeline of shell tasks, as JSON (which is YAML). */
export function shellPipeline(
  tasks: { readonly [name: string]: FakeTask },
  inputs: { readonly [name: string]: { readonly parameterType: string; readonly defaultValue?: unknown } } = {},
): string {
  const components: Record<string, unknown> = {};
  const executors: Record<string, unknown> = {};
  const dagTasks: Record<string, unknown> = {};
  for (const [name, task] of Object.entries(tasks)) {
    components[`comp-${name}`] = shellComponent(name, task);
    executors[`exec-${name}`] = { container: shellContainer(task) };
    dagTasks[name] = shellTask(name, task);
  }
  return JSON.stringify({
    components,
    deploymentSpec: { executors },
    pipelineInfo: { name: 'shell' },
    root: { dag: { tasks: dagTasks }, inputDefinitions: { parameters: inputs } },
    schemaVersion: '2.1.0',
  });
}

const ARTIFACT = { artifactType: { schemaTitle: 'system.Artifact', schemaVersion: '0.0.1' } };

function shellComponent(name: string, task: FakeTask): unknown {
  const parameters = Object.fromEntries(
    Object.keys(task.inputs ?? {}).map((input) => [input, { parameterType: 'STRING' }]),
  );
  return {
    executorLabel: `exec-${name}`,
    inputDefinitions: { parameters, ...(task.artifactFrom === undefined ? {} : { artifacts: { data: ARTIFACT } }) },
    ...(task.outputs === true
      ? { outputDefinitions: { parameters: { out: { parameterType: 'STRING' } }, artifacts: { file: ARTIFACT } } }
      : {}),
  };
}

function shellContainer(task: FakeTask): unknown {
  const inputs = Object.keys(task.inputs ?? {}).map((input) => `{{$.inputs.parameters['${input}']}}`);
  const data = task.artifactFrom === undefined ? [] : ["{{$.inputs.artifacts['data'].path}}"];
  const outputs = ["{{$.outputs.parameters['out'].output_file}}", "{{$.outputs.artifacts['file'].path}}"];
  return { image: 'none', command: ['sh', '-c', task.script, 'sh', ...outputs, ...data, ...inputs] };
}

function shellTask(name: string, task: FakeTask): unknown {
  const artifacts =
    task.artifactFrom === undefined
      ? {}
      : { artifacts: { data: { taskOutputArtifact: { producerTask: task.artifactFrom, outputArtifactKey: 'file' } } } };
  return {
    componentRef: { name: `comp-${name}` },
    cachingOptions: { enableCache: true },
    dependentTasks: task.after ?? [],
    inputs: { parameters: task.inputs ?? {}, ...artifacts },
    ...task.extra,
  };
}
