import { readFile } from 'node:fs/promises';
import { HostError } from '../../../src/api/errors.ts';
import type { Handlers } from '../../../src/api/host.ts';
import type { Preview, RunDetail } from '../../../src/api/results.ts';
import { isTaskEnded, type OutputValue } from '../../../src/run/run-state.ts';
import { readLogSlice } from './log-reader.ts';
import { previewArtifact } from './preview-artifact.ts';
import { logPath } from './run-folder.ts';
import type { LocatedRun, RunRegistry } from './run-registry.ts';
import type { StoredRun } from './run-store.ts';
import { searchLog, searchPattern } from './search-log.ts';

type ReadMethods = 'runs.get' | 'runs.log' | 'runs.searchLog' | 'runs.endSearch' | 'runs.preview';

/** Looking at one run: its state, logs and outputs. */
export function createReadHandlers(
  registry: RunRegistry,
  publish: (path: string) => Promise<string>,
): Pick<Handlers, ReadMethods> {
  const searches = new Map<string, AbortController>();

  /** A client looks at one search in a run at a time: a new one ends the one before. */
  function beginSearch(client: string, runId: string): AbortController {
    const search = new AbortController();
    searches.get(`${client} ${runId}`)?.abort();
    searches.set(`${client} ${runId}`, search);
    return search;
  }

  return {
    'runs.get': async ({ runId }) => await describeRun(await registry.read(runId)),
    'runs.log': async ({ runId, taskKey, attempt, offset, limit }) => {
      const run = await registry.locate(runId);
      const task = run.state.tasks[taskKey];
      const shown = attempt ?? latestAttempt(run, taskKey);
      const slice = await readLogSlice(logPath(run.folder, taskKey, shown), offset, limit);
      const over = task === undefined || isTaskEnded(task.phase) || shown < task.attempt;
      return { ...slice, complete: over && slice.end >= slice.size };
    },
    'runs.searchLog': async ({ runId, taskKey, attempt, query, regularExpression, limit }, { clientId }) => {
      const run = await registry.locate(runId);
      const pattern = searchPattern(query, regularExpression);
      if (pattern === undefined) throw new HostError('invalid-params', { name: 'query' });
      const shown = attempt ?? latestAttempt(run, taskKey);
      const search = beginSearch(clientId, runId);
      try {
        return await searchLog(logPath(run.folder, taskKey, shown), pattern, limit, search.signal);
      } finally {
        if (searches.get(`${clientId} ${runId}`) === search) searches.delete(`${clientId} ${runId}`);
      }
    },
    'runs.endSearch': ({ runId }, { clientId }) => {
      searches.get(`${clientId} ${runId}`)?.abort();
      return null;
    },
    'runs.preview': async ({ runId, taskKey, port, side }) => {
      const task = (await registry.locate(runId)).state.tasks[taskKey];
      return await previewValue((side === 'input' ? task?.inputs : task?.outputs)?.[port], publish);
    },
  };
}

function latestAttempt(run: LocatedRun, taskKey: string): number {
  return Math.max(1, run.state.tasks[taskKey]?.attempt ?? 1);
}

async function previewValue(
  value: OutputValue | undefined,
  publish: (path: string) => Promise<string>,
): Promise<Preview> {
  if (value === undefined) return { kind: 'absent', size: 0, truncated: false };
  if (value.kind === 'artifact') return await previewArtifact(value, publish);
  const text = typeof value.value === 'string' ? value.value : JSON.stringify(value.value, null, 2);
  const kind = typeof value.value === 'object' ? 'json' : 'text';
  return { kind, text, size: text.length, truncated: false };
}

async function describeRun(run: StoredRun): Promise<RunDetail> {
  const { meta, state, irText, folder } = run;
  const documentText = await readFile(folder.documentText, 'utf8').catch(() => undefined);
  return {
    state,
    root: meta.root,
    ...(documentText === undefined ? {} : { documentText }),
    ...(meta.documentPath === undefined ? {} : { documentPath: meta.documentPath }),
    irText,
    parameters: meta.parameters as RunDetail['parameters'],
    secretParameters: meta.secretParameters,
    folder: folder.root,
  };
}
