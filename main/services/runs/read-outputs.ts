import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { ArtifactTypeSchema, ComponentSpec } from '../../../src/compile/kfp/ir.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import { failure, type Result, success } from '../../../src/model/result.ts';
import { readOutputValue } from '../../../src/run/command/read-output-value.ts';
import type { TaskPlaces } from '../../../src/run/command/task-places.ts';
import type { RuntimeArtifact, TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import { errnoOf } from '../support/node-errors.ts';

const executorOutput = z.object({
  parameterValues: z.record(z.string(), z.json()).optional(),
  artifacts: z
    .record(
      z.string(),
      z.object({
        artifacts: z.array(
          z.object({
            name: z.string().optional(),
            uri: z.string().optional(),
            custom_path: z.string().optional(),
            metadata: z.record(z.string(), z.json()).optional(),
          }),
        ),
      }),
    )
    .optional(),
});
type ExecutorOutput = z.output<typeof executorOutput>;

const PARAMETER_LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * What a program that ended well has written. A declared artifact that is not there fails the task, as does a
 * parameter, since nothing after it could work.
 * KFP SDK: `kfp.local` reads `executor_output.json`, then the parameter files.
 */
export async function readOutputs(
  component: ComponentSpec,
  places: TaskPlaces,
): Promise<Result<TaskOutputs, RunReason>> {
  const message = await readExecutorOutput(places.executorOutputFile);
  const parameters = await readParameters(component, places, message);
  if (!parameters.ok) return parameters;
  const artifacts = await readArtifacts(component, places, message);
  if (!artifacts.ok) return artifacts;
  return success({ parameters: parameters.value, artifacts: artifacts.value });
}

async function readExecutorOutput(path: string): Promise<ExecutorOutput> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  try {
    return executorOutput.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

async function readParameters(
  component: ComponentSpec,
  places: TaskPlaces,
  message: ExecutorOutput,
): Promise<Result<Record<string, JsonValue>, RunReason>> {
  const values: Record<string, JsonValue> = {};
  for (const [name, { parameterType }] of Object.entries(component.outputDefinitions?.parameters ?? {})) {
    const given = message.parameterValues?.[name];
    if (given !== undefined) values[name] = given as JsonValue;
    const text = await readParameterFile(name, places.outputPath(name));
    if (!text.ok) return text;
    if (text.value === undefined) {
      if (given === undefined) return failure({ code: 'output-missing', values: { output: name } });
      continue;
    }
    const value = readOutputValue(name, text.value, parameterType);
    if (!value.ok) return value;
    values[name] = value.value;
  }
  return success(values);
}

async function readParameterFile(output: string, path: string): Promise<Result<string | undefined, RunReason>> {
  try {
    const { size } = await stat(path);
    if (size > PARAMETER_LIMIT_BYTES)
      return failure({ code: 'output-unreadable', values: { output, detail: `${size} B` } });
    return success(await readFile(path, 'utf8'));
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT') return success(undefined);
    return failure({ code: 'output-unreadable', values: { output, detail: code ?? 'unknown' } });
  }
}

async function readArtifacts(
  component: ComponentSpec,
  places: TaskPlaces,
  message: ExecutorOutput,
): Promise<Result<Record<string, readonly RuntimeArtifact[]>, RunReason>> {
  const artifacts: Record<string, readonly RuntimeArtifact[]> = {};
  for (const [name, definition] of Object.entries(component.outputDefinitions?.artifacts ?? {})) {
    const said = message.artifacts?.[name]?.artifacts;
    const shown = definition.isArtifactList === true ? said : said?.slice(0, 1);
    const list: RuntimeArtifact[] = [];
    for (const one of shown ?? [undefined]) {
      const artifact = await describeArtifact(name, definition.artifactType, one, places);
      if (artifact === undefined) return failure({ code: 'output-missing', values: { output: name } });
      list.push(artifact);
    }
    artifacts[name] = list;
  }
  return success(artifacts);
}

type SaidArtifact = NonNullable<ExecutorOutput['artifacts']>[string]['artifacts'][number];

/** Undefined when the program neither wrote nor spoke of it. */
async function describeArtifact(
  output: string,
  { schemaTitle = 'system.Artifact', schemaVersion = '0.0.1' }: ArtifactTypeSchema,
  said: SaidArtifact | undefined,
  places: TaskPlaces,
): Promise<RuntimeArtifact | undefined> {
  const uri = said?.uri ?? places.outputPath(output);
  const path = said?.custom_path ?? '';
  const found = await stat(path === '' ? uri : path).catch(() => undefined);
  if (found === undefined && said === undefined) return undefined;
  return {
    name: output,
    uri,
    schemaTitle,
    schemaVersion,
    metadata: (said?.metadata ?? {}) as RuntimeArtifact['metadata'],
    ...(path === '' ? {} : { path }),
    ...(found?.isFile() ? { size: found.size } : {}),
    ...(found === undefined ? { empty: true as const } : {}),
  };
}
