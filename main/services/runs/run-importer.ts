import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImporterExecutor } from '../../../src/compile/kfp/ir.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { failure, type Result, success } from '../../../src/model/result.ts';
import { resolveValue } from '../../../src/run/command/resolve-command.ts';
import type { TaskPlaces } from '../../../src/run/command/task-places.ts';
import type { RuntimeArtifact, TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import type { TaskJob } from '../../../src/run/schedule/run-action.ts';
import { fetchContent } from './fetch-content.ts';
import type { LocalFile } from './local-file.ts';

/**
 * Makes an artifact of something that is there already. What is not on this machine is fetched, so that the tasks
 * after it can open it; into the workspace it is copied in any case. KFP backend: the importer's launcher.
 */
export async function runImporter(
  job: TaskJob,
  importer: ImporterExecutor,
  places: TaskPlaces,
  local: LocalFile,
  signal: AbortSignal,
): Promise<Result<TaskOutputs, RunReason>> {
  const { artifactUri, typeSchema, downloadToWorkspace } = importer;
  const uri = artifactUri.constant ?? job.inputs.parameters[artifactUri.runtimeParameter ?? 'uri'];
  if (typeof uri !== 'string' || uri === '') return failure({ code: 'input-value-missing', values: { input: 'uri' } });
  const content = await fetchContent(uri, places.outputPath('fetched'), local, signal);
  if (!content.ok) return content;
  const path = downloadToWorkspace ? await copyToWorkspace(content.value, job, places) : content.value;
  const { schemaTitle = 'system.Artifact', schemaVersion = '0.0.1' } = typeSchema;
  const metadata = resolveValue((importer.metadata ?? {}) as JsonObject, job, places) as RuntimeArtifact['metadata'];
  const names = Object.keys(job.component.outputDefinitions?.artifacts ?? { artifact: {} });
  const place = path === uri ? {} : { path };
  return success({
    parameters: {},
    artifacts: Object.fromEntries(
      names.map((name) => [name, [{ name, uri, ...place, schemaTitle, schemaVersion, metadata }]]),
    ),
  });
}

async function copyToWorkspace(path: string, job: TaskJob, places: TaskPlaces): Promise<string> {
  const folder = join(places.workspacePath, '.artifacts', 'importer', job.key.replace(/[^A-Za-z0-9._-]/g, '_'));
  const target = join(folder, basename(path));
  await mkdir(folder, { recursive: true });
  await cp(path, target, { recursive: true });
  return target;
}
