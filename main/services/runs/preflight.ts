import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import type { EngineName, RunPreflight } from '../../../src/api/results.ts';
import { readPythonBootstrap } from '../../../src/run/command/python-bootstrap.ts';
import { describeRunNotes, readExecutorPlatforms, tasksByExecutor } from '../../../src/run/platform/run-notes.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import { checkLocalSources, replaceImagePaths, resolveLocalSources, sourceRootsOf } from './local-sources.ts';
import type { PreparedRun } from './prepare-run.ts';
import { needsPython, type PythonEnvironments } from './python-environment.ts';

type Problem = RunPreflight['problems'][number];

export interface PreflightDeps {
  readonly builtInCatalog: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly trusted: boolean;
  readonly engine: EngineName;
  readonly environments: Pick<PythonEnvironments, 'checkPython'>;
}

/** What the run would do on this machine, and what it misses. Starts none of its programs. */
export async function describePreflight(run: PreparedRun, deps: PreflightDeps): Promise<RunPreflight> {
  const { spec, platform } = run.source;
  const commands: { task: string; command: readonly string[] }[] = [];
  const problems: Problem[] = findMissingValues(run);
  for (const [label, task] of tasksByExecutor(spec)) {
    const container = spec.deploymentSpec.executors?.[label]?.container;
    const full = [...(container?.command ?? []), ...(container?.args ?? [])];
    if (deps.engine !== 'process') {
      commands.push({ task, command: [container?.image ?? '', ...full] });
      continue;
    }
    if (container === undefined) continue;
    const { command, problem } = await describeProcess(run, label, full, deps);
    commands.push({ task, command });
    if (problem !== undefined) problems.push({ ...problem, task });
  }
  const notes = describeRunNotes(spec, platform, deps.engine);
  return { engine: deps.engine, trusted: deps.trusted, trustRoot: run.trustRoot, commands, problems, notes };
}

/** The command as it would be started, and the first thing that is missing for it. */
async function describeProcess(
  run: PreparedRun,
  label: string,
  full: readonly string[],
  deps: PreflightDeps,
): Promise<{ readonly command: readonly string[]; readonly problem: RunReason | undefined }> {
  const roots = sourceRootsOf(run.source.documentPath, deps.builtInCatalog);
  const sources = resolveLocalSources(run.source.hints[label], roots);
  const command = replaceImagePaths(full, sources);
  const missing = await checkLocalSources(sources);
  const installs = readPythonBootstrap(full)?.installs ?? [];
  const { requirements } = sources;
  const needs = { installs, ...(requirements === undefined ? {} : { requirements }) };
  const python = needsPython(needs) ? await deps.environments.checkPython() : undefined;
  return { command, problem: missing ?? python ?? (await checkProgram(command[0], deps.environment)) };
}

/** Secrets and config maps that tasks cannot do without and no local file has. */
function findMissingValues({ source, local }: PreparedRun): Problem[] {
  const problems: Problem[] = [];
  for (const { task, platform } of readExecutorPlatforms(source.spec, source.platform)) {
    for (const wanted of [...platform.env, ...platform.volumes]) {
      if ((wanted.kind !== 'secret' && wanted.kind !== 'config-map') || wanted.optional || wanted.name === '') continue;
      const values = (wanted.kind === 'secret' ? local.secrets : local.configMaps)[wanted.name];
      const key = 'key' in wanted ? wanted.key : undefined;
      if (values !== undefined && (key === undefined || values[key] !== undefined)) continue;
      problems.push({ code: `${wanted.kind}-missing`, values: { name: wanted.name, key: key ?? '*' }, task });
    }
  }
  return problems;
}

async function checkProgram(program: string | undefined, environment: NodeJS.ProcessEnv): Promise<Problem | undefined> {
  if (program === undefined) return { code: 'command-missing' };
  if (program.includes('{{$') || program.startsWith('{"')) return undefined;
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
