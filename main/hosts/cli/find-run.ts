import type { HostClient } from '../../../src/api/host.ts';
import type { RunDetail, RunSummary } from '../../../src/api/results.ts';
import { CliError, EXIT } from './cli-error.ts';

/** The local runs, newest first. */
export async function newestFirst(client: HostClient): Promise<readonly RunSummary[]> {
  const { runs } = await client.call('runs.list', {});
  return [...runs].sort((a, b) => b.createdAt - a.createdAt);
}

/** By its name, the beginning of it, or `latest`. */
export async function findRun(client: HostClient, wanted: string): Promise<RunDetail> {
  const runs = await newestFirst(client);
  const fitting = wanted === 'latest' ? runs.slice(0, 1) : runs.filter(({ id }) => id.startsWith(wanted));
  const found = fitting.find(({ id }) => id === wanted) ?? fitting[0];
  if (found === undefined) throw new CliError(EXIT.wrongUse, 'cli.unknown-run', { id: wanted });
  if (fitting.length > 1 && found.id !== wanted) {
    throw new CliError(EXIT.wrongUse, 'cli.ambiguous-run', { id: wanted, runs: fitting.map(({ id }) => id) });
  }
  return await client.call('runs.get', { runId: found.id });
}
