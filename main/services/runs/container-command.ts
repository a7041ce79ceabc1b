import { createHash } from 'node:crypto';
import { quantityNumber } from '../../../src/analysis/rules/quantity.ts';
import type { EngineRequest, Mount } from './engine.ts';

/** On which container user the files of a run become those of the user here. */
export interface ContainerUser {
  /** `1000:1000`, or undefined to leave the image's user. */
  readonly user: string | undefined;
}

/** The label that finds the containers of a run again. */
export const RUN_LABEL = 'pipewright.run';

/** A name of a try's container: letters, digits and `-`, different for each. */
export function containerName({ runId, taskKey, attempt }: EngineRequest): string {
  const digest = createHash('sha256').update(`${taskKey} ${attempt}`).digest('hex').slice(0, 12);
  return `pipewright-${runId}-${digest}`;
}

/**
 * The arguments of `docker run` or `podman run`. As on Kubernetes, the component's command takes the place of the
 * image's entrypoint. Values of secrets are named only; the client takes them from its own environment.
 */
export function buildRunArguments(request: EngineRequest, { user }: ContainerUser): readonly string[] {
  const { command, entrypointLength, limits } = request;
  const [entrypoint] = entrypointLength > 0 ? command : [];
  const cores = limits.cpu === undefined ? undefined : quantityOf(limits.cpu);
  const bytes = limits.memory === undefined ? undefined : quantityOf(limits.memory);
  const shownUser = request.user ?? user;
  return [
    'run',
    '--rm',
    ...option('--name', containerName(request)),
    ...option('--label', `${RUN_LABEL}=${request.runId}`),
    ...option('--label', `pipewright.task=${request.taskKey}`),
    ...option('--pull', pullPolicy(request.pullPolicy)),
    ...(shownUser === undefined ? [] : option('--user', shownUser)),
    ...(cores === undefined ? [] : option('--cpus', String(cores))),
    ...(bytes === undefined ? [] : option('--memory', String(Math.round(bytes)))),
    ...request.mounts.flatMap(mountArguments),
    ...option('--workdir', request.folder),
    ...Object.entries({ HOME: request.folder, PYTHONUNBUFFERED: '1', ...request.env }).flatMap(([name, value]) =>
      option('--env', `${name}=${value}`),
    ),
    ...Object.keys(request.secretEnv).flatMap((name) => option('--env', name)),
    ...request.engineArguments,
    ...(entrypoint === undefined ? [] : option('--entrypoint', entrypoint)),
    request.image,
    ...(entrypoint === undefined ? command : command.slice(1)),
  ];
}

function option(name: string, value: string): readonly string[] {
  return [name, value];
}

/** Kubernetes pulls images without a version each time; here an image that is there is good enough. */
function pullPolicy(policy: string | undefined): string {
  return policy === 'Always' ? 'always' : policy === 'Never' ? 'never' : 'missing';
}

/** `--volume` cannot hold a colon in a path, `--mount` no comma. */
function mountArguments({ source, target, readOnly }: Mount): readonly string[] {
  if (!source.includes(':') && !target.includes(':')) {
    return option('--volume', `${source}:${target}${readOnly ? ':ro' : ''}`);
  }
  return option('--mount', `type=bind,source=${source},target=${target}${readOnly ? ',readonly' : ''}`);
}

/** What engines are told; signs, exponents and units below `m` are Kubernetes' own. */
const PLAIN_QUANTITY = /^(\d+(?:\.\d+)?|\.\d+)(m|[kKMGTPE]|[KMGTPE]i)?$/;

/** A Kubernetes quantity (`500m`, `2Gi`) as a number; undefined when it is none. */
export function quantityOf(text: string): number | undefined {
  const quantity = text.trim();
  return PLAIN_QUANTITY.test(quantity) ? quantityNumber(quantity) : undefined;
}
