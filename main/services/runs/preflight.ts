import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import type { RunPreflight } from '../../../src/api/results.ts';
import { checkLocalSources, replaceImagePaths, resolveLocalSources, sourceRootsOf } from './local-sources.ts';
import type { PreparedRun } from './prepare-run.ts';

type Problem = RunPreflight['problems'][number];

/** What the run would do on this machine, and what it misses. Starts nothing. */
export async function describePreflight(
  run: PreparedRun,
  deps: { readonly builtInCatalog: string; readonly environment: NodeJS.ProcessEnv; readonly trusted: boolean },
): Promise<RunPreflight> {
  const commands: { task: string; command: readonly string[] }[] = [];
  const problems: Problem[] = [];
  const roots = sourceRootsOf(run.source.documentPath, deps.builtInCatalog);
  for (const [task, label] of containerTasks(run)) {
    const container = run.source.spec.deploymentSpec.executors?.[label]?.container;
    const sources = resolveLocalSources(run.source.hints[label], roots);
    const command = replaceImagePaths([...(container?.command ?? []), ...(container?.args ?? [])], sources);
    commands.push({ task, command });
    const problem = (await checkLocalSources(sources)) ?? (await checkProgram(command[0], deps.environment));
    if (problem !== undefined) problems.push({ ...problem, task });
  }
  return { engine: 'process', trusted: deps.trusted, trustRoot: run.trustRoot, commands, problems };
}

/** Every executor once, with the name of a task that uses it. */
function containerTasks(run: PreparedRun): readonly (readonly [string, string])[] {
  const { spec } = run.source;
  const found = new Map<string, string>();
  for (const component of [spec.root, ...Object.values(spec.components ?? {})]) {
    for (const [task, { componentRef }] of Object.entries(component.dag?.tasks ?? {})) {
      const label = spec.components?.[componentRef.name]?.executorLabel;
      if (label !== undefined && !found.has(label)) found.set(label, task);
    }
  }
  return [...found].map(([label, task]) => [task, label]);
}

async function checkProgram(program: string | undefined, environment: NodeJS.ProcessEnv): Promise<Problem | undefined> {
  if (program === undefined) return { code: 'command-missing' };
  if (program.includes('{{$')) return undefined;
  return (await isOnPath(program, environment)) ? undefined : { code: 'program-missing', values: { program } };
}

async function isOnPath(program: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const folders = isAbsolute(program) ? [''] : (environment.PATH ?? '').split(delimiter);
  const endings = process.platform === 'win32' ? (environment.PATHEXT ?? '.EXE').split(';').concat('') : [''];
  for (const folder of folders) {
    for (const ending of endings) {
      if (await canExecute(join(folder, program + ending))) return true;
    }
  }
  return false;
}

async function canExecute(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
