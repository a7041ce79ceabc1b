import type { RunDetail } from '../../../../src/api/results.ts';
import type { PipelineSpec } from '../../../../src/compile/kfp/ir.ts';
import type { JsonValue } from '../../../../src/model/json.ts';
import { loadIr } from '../../../services/runs/load-source.ts';
import { CliError, EXIT, type ExitCode } from '../cli-error.ts';
import { findRun } from '../find-run.ts';
import { followRun, tellEnd } from '../follow-run.ts';
import { openHost } from '../open-host.ts';
import { readGivenParameters } from '../run-parameters.ts';
import { createJsonProgress, createReadableProgress } from '../run-progress.ts';
import type { Terminal } from '../terminal.ts';
import { startOrAskConsent } from './run.ts';

export interface ResumeOptions {
  /** Secret parameters, which are not kept. */
  readonly param: readonly string[];
  readonly allowProcess: boolean;
  readonly json?: boolean;
}

/** Goes on with a run that ended before it was done, and waits for its end. */
export async function resumeRun(terminal: Terminal, wanted: string, options: ResumeOptions): Promise<ExitCode> {
  const host = await openHost(terminal, { consent: options.allowProcess });
  try {
    const { client } = host;
    const run = await findRun(client, wanted);
    const { spec } = loadIr(run.irText, run.documentPath);
    const parameters = readSecrets(terminal, run, spec, options.param);
    const progress = options.json ? createJsonProgress(terminal) : createReadableProgress(terminal);
    const start = (): Promise<string> =>
      startOrAskConsent('cli.allow-process', async () => {
        const params = parameters as Readonly<Record<string, never>>;
        return (await client.call('runs.resume', { runId: run.state.id, parameters: params })).runId;
      });
    const detail = await followRun(terminal, host, start, progress);
    return await tellEnd(terminal, client, detail, options.json ?? false);
  } finally {
    await host.dispose();
  }
}

/** Only secret values can be given again: the others are the run's own. */
function readSecrets(
  terminal: Terminal,
  { secretParameters }: RunDetail,
  spec: PipelineSpec,
  given: readonly string[],
): { readonly [name: string]: JsonValue } {
  const values = readGivenParameters(terminal, spec, given);
  const missing = secretParameters.filter((name) => values[name] === undefined);
  if (missing.length > 0) throw new CliError(EXIT.wrongUse, 'cli.missing-parameters', { names: missing });
  return values;
}
