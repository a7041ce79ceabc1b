import { basename, resolve } from 'node:path';
import { HostError } from '../../../../src/api/errors.ts';
import type { HostClient } from '../../../../src/api/host.ts';
import type { RunRequest } from '../../../../src/api/params.ts';
import type { JsonValue } from '../../../../src/model/json.ts';
import { findLaunchTarget } from '../../shared/launch-targets.ts';
import { CliError, EXIT, type ExitCode } from '../cli-error.ts';
import { followRun, tellEnd } from '../follow-run.ts';
import { loadRunSource, type RunnableText } from '../load-run-source.ts';
import { openHost } from '../open-host.ts';
import { readInput } from '../read-input.ts';
import { type ParametersFile, readRunParameters } from '../run-parameters.ts';
import { createJsonProgress, createReadableProgress } from '../run-progress.ts';
import type { Terminal } from '../terminal.ts';

export interface RunOptions {
  readonly param: readonly string[];
  readonly paramsFile?: string;
  readonly engine: RunRequest['engine'];
  readonly json?: boolean;
  readonly name?: string;
  readonly cache: boolean;
  readonly parallelism?: number;
}

/** Runs a pipeline or IR here and waits for its end. Ctrl-C stops it. */
export async function run(terminal: Terminal, file: string, options: RunOptions): Promise<ExitCode> {
  const text = await readInput(terminal, file);
  const source = loadRunSource(terminal, file, text);
  if (source === undefined) return EXIT.problems;
  const parameters = readRunParameters(
    terminal,
    source.spec,
    options.param,
    await readParametersFile(terminal, options),
  );
  const target = await findLaunchTarget(file, terminal.folder);
  const host = await openHost(terminal, { launch: [target], consent: options.engine !== 'auto' });
  try {
    const progress = options.json ? createJsonProgress(terminal) : createReadableProgress(terminal);
    const request = describeRequest(source, text, target.path, parameters, options);
    const detail = await followRun(terminal, host, () => startRun(host.client, request), progress);
    return await tellEnd(terminal, host.client, detail, options.json ?? false);
  } finally {
    await host.dispose();
  }
}

async function readParametersFile(terminal: Terminal, { paramsFile }: RunOptions): Promise<ParametersFile | undefined> {
  return paramsFile === undefined ? undefined : { path: paramsFile, text: await readInput(terminal, paramsFile) };
}

function describeRequest(
  source: RunnableText,
  text: string,
  path: string,
  parameters: { readonly [name: string]: JsonValue },
  { engine, cache, parallelism, name }: RunOptions,
): RunRequest {
  return {
    source: { kind: source.kind, text, path: resolve(path) },
    name: name ?? basename(path).replace(/\.(pipeline\.)?ya?ml$/, ''),
    parameters: parameters as RunRequest['parameters'],
    engine,
    caching: cache,
    ...(parallelism === undefined ? {} : { parallelism }),
  };
}

async function startRun(client: HostClient, request: RunRequest): Promise<string> {
  return await startOrAskConsent('cli.process-consent', async () => (await client.call('runs.start', request)).runId);
}

/** Says by a sentence how to allow what was not allowed. */
export async function startOrAskConsent(sentence: string, start: () => Promise<string>): Promise<string> {
  try {
    return await start();
  } catch (error) {
    const isConsentMissing = error instanceof HostError && error.failure.code === 'trust-required';
    throw isConsentMissing ? new CliError(EXIT.wrongUse, sentence) : error;
  }
}
