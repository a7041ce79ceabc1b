import { join } from 'node:path';

/** The files of one run. Everything a run knows is below its folder. */
export interface RunFolder {
  readonly root: string;
  readonly meta: string;
  readonly events: string;
  readonly documentText: string;
  readonly irText: string;
  readonly sourceMap: string;
  readonly hints: string;
}

/** Names the files of a run's folder. */
export function describeRunFolder(runsFolder: string, runId: string): RunFolder {
  const root = join(runsFolder, runId);
  return {
    root,
    meta: join(root, 'run.json'),
    events: join(root, 'events.jsonl'),
    documentText: join(root, 'document.pipeline.yaml'),
    irText: join(root, 'pipeline.yaml'),
    sourceMap: join(root, 'map.json'),
    hints: join(root, 'hints.json'),
  };
}

/** A task key as a path below the run's folder: `for-loop-2[0]/train` becomes `tasks/for-loop-2.0/train`. */
export function taskFolder(folder: RunFolder, key: string): string {
  const parts = key.split('/').map((part) => part.replace(/\[(\d+)\]$/, '.$1').replace(/[^A-Za-z0-9._-]/g, '_'));
  return join(folder.root, 'tasks', ...parts.map((part) => (/^\.+$/.test(part) ? '_' : part)));
}

/** Where one try of a task keeps its log and its outputs. A later try never sees an earlier one's files. */
export function attemptFolder(folder: RunFolder, key: string, attempt: number): string {
  return join(taskFolder(folder, key), `try-${attempt}`);
}

/** The log of one try. */
export function logPath(folder: RunFolder, key: string, attempt: number): string {
  return join(attemptFolder(folder, key, attempt), 'log.txt');
}
