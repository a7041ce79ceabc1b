import { entryOf, isTreeMap, plainJson, type TreeMap } from '../../catalog/tree.ts';
import type { SettingValue } from '../../model/argument.ts';
import type { KubernetesSettings, Toleration } from '../../model/kubernetes-settings.ts';
import type { EnvironmentVariable, ResourceOptions, RetryOptions, TaskOptions } from '../../model/task-options.ts';
import { type Frame, noteLoss } from './argo-reading.ts';
import { readAffinity } from './read-affinity.ts';
import { hasMarks, jsonOf, refuseMarks, valueOfText } from './read-marks.ts';
import { readVolumes, type VolumeReading } from './read-volumes.ts';
import { mapOf, mapsOf, textOf, wholeOf } from './tree-fields.ts';

/** Fields of a template and of its container that are read here or elsewhere, or that say nothing of their own. */
const KNOWN_FIELDS: ReadonlySet<string> = new Set(
  (
    'name inputs outputs container script dag steps metadata retryStrategy activeDeadlineSeconds nodeSelector ' +
    'tolerations affinity volumes parallelism failFast podSpecPatch'
  ).split(' '),
);
const KNOWN_CONTAINER: ReadonlySet<string> = new Set(
  'name image command args source env resources imagePullPolicy securityContext volumeMounts'.split(' '),
);

/** The settings of a template as those of the task that calls it. What has no like is noted. */
export function readOptions(frame: Frame, task: string, template: TreeMap): TaskOptions {
  const { reading } = frame.names;
  const container = isTreeMap(entryOf(template, 'container'))
    ? mapOf(template, 'container')
    : mapOf(template, 'script');
  const note = (field: string): void => noteLoss(reading, 'argo-field-not-read', { field, task });
  for (const field of Object.keys(template)) if (!KNOWN_FIELDS.has(field)) note(field);
  for (const field of Object.keys(container)) if (!KNOWN_CONTAINER.has(field)) note(`container.${field}`);
  const setting = (text: string | undefined): SettingValue | undefined =>
    text === undefined || !hasMarks(text) ? text : settingOf(frame, task, text);
  const environment = readEnvironment(frame, task, container);
  const kubernetes = { ...readKubernetes(template, container, { note, setting }), ...environment.kubernetes };
  const imageText = textOf(container, 'image') ?? '';
  const image = hasMarks(imageText) ? settingOf(frame, task, imageText) : undefined;
  const retry = readRetry(mapOf(template, 'retryStrategy'), note);
  const resources = readResources(template, container, { note, setting });
  const caching = textOf(mapOf(mapOf(template, 'metadata'), 'labels'), 'pipelines.kubeflow.org/enable_caching');
  return {
    ...(caching === 'false' ? { caching: { enabled: false } } : {}),
    ...(retry === undefined ? {} : { retry }),
    ...(Object.keys(resources).length === 0 ? {} : { resources }),
    ...(image === undefined ? {} : { image }),
    ...(environment.env.length === 0 ? {} : { env: environment.env }),
    ...(Object.keys(kubernetes).length === 0 ? {} : { kubernetes }),
  };
}

type Note = (field: string) => void;

/** A text with marks as a setting. */
function settingOf(frame: Frame, task: string, text: string): SettingValue | undefined {
  const argument = valueOfText(frame, text, task)?.argument;
  if (argument?.kind === 'value') return String(argument.value);
  return argument?.kind === 'template' ? undefined : argument;
}

function readRetry(strategy: TreeMap, note: Note): RetryOptions | undefined {
  const maxCount = wholeOf(strategy, 'limit');
  for (const field of Object.keys(strategy)) {
    if (field !== 'limit' && field !== 'backoff') note(`retryStrategy.${field}`);
  }
  if (maxCount === undefined) return undefined;
  const backoff = mapOf(strategy, 'backoff');
  const backoffSeconds = secondsOf(textOf(backoff, 'duration'));
  const backoffMaxSeconds = secondsOf(textOf(backoff, 'maxDuration'));
  const factor = Number(textOf(backoff, 'factor') ?? Number.NaN);
  return {
    maxCount,
    ...(backoffSeconds === undefined ? {} : { backoffSeconds }),
    ...(Number.isFinite(factor) ? { backoffFactor: factor } : {}),
    ...(backoffMaxSeconds === undefined ? {} : { backoffMaxSeconds }),
  };
}

/** Argo: a duration is a number of seconds, or numbers with units as Go writes them. */
function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const units: { readonly [unit: string]: number } = { h: 3600, m: 60, s: 1, d: 86_400 };
  const parts = [...text.matchAll(/(\d+)([dhms])/g)];
  if (parts.map(([whole]) => whole).join('') !== text) return undefined;
  return parts.reduce((total, [, count, unit]) => total + Number(count) * (units[unit ?? ''] ?? 0), 0);
}

type Setting = VolumeReading['setting'];

/** Amounts of the container, and those that a patch of its pod has because only a run knows them. */
function readResources(template: TreeMap, container: TreeMap, { note, setting }: VolumeReading): ResourceOptions {
  const read: { -readonly [Name in keyof ResourceOptions]: ResourceOptions[Name] } = {};
  const patch = jsonOf(textOf(template, 'podSpecPatch') ?? '');
  const [patched] = mapsOf(patch, 'containers');
  const isPlain =
    isTreeMap(patch) && Object.keys(patch).join() === 'containers' && mapsOf(patch, 'containers').length === 1;
  const isAmounts = isPlain && Object.keys(patched ?? {}).every((field) => field === 'name' || field === 'resources');
  if (entryOf(template, 'podSpecPatch') !== undefined && !isAmounts) note('podSpecPatch');
  for (const resources of [mapOf(container, 'resources'), isAmounts ? mapOf(patched, 'resources') : {}]) {
    readRequests(read, mapOf(resources, 'requests'), setting, note);
    readLimits(read, mapOf(resources, 'limits'), setting, note);
  }
  return read;
}

type Amounts = { -readonly [Name in keyof ResourceOptions]: ResourceOptions[Name] };

function readRequests(read: Amounts, requests: TreeMap, setting: Setting, note: Note): void {
  for (const name of Object.keys(requests)) {
    const amount = setting(textOf(requests, name)) ?? '';
    if (name === 'cpu') read.cpuRequest = amount;
    else if (name === 'memory') read.memoryRequest = kilo(amount);
    else note(`resources.requests.${name}`);
  }
}

function readLimits(read: Amounts, limits: TreeMap, setting: Setting, note: Note): void {
  for (const name of Object.keys(limits)) {
    const amount = setting(textOf(limits, name)) ?? '';
    if (name === 'cpu') read.cpuLimit = amount;
    else if (name === 'memory') read.memoryLimit = kilo(amount);
    else if (name.includes('/') && read.acceleratorType === undefined) {
      read.acceleratorType = name;
      read.acceleratorCount = amount;
    } else note(`resources.limits.${name}`);
  }
}

/** Kubernetes writes a thousand as `k`, KFP as `K`. */
function kilo(amount: SettingValue): SettingValue {
  return typeof amount === 'string' ? amount.replace(/^([\d.]+)k$/, '$1K') : amount;
}

interface Environment {
  readonly env: readonly EnvironmentVariable[];
  readonly kubernetes: KubernetesSettings;
}

function readEnvironment({ names: { reading } }: Frame, task: string, container: TreeMap): Environment {
  const env: EnvironmentVariable[] = [];
  const secrets: NonNullable<KubernetesSettings['secretsAsEnv']>[number][] = [];
  const configMaps: NonNullable<KubernetesSettings['configMapsAsEnv']>[number][] = [];
  const fields: NonNullable<KubernetesSettings['fieldPathsAsEnv']>[number][] = [];
  for (const variable of mapsOf(container, 'env')) {
    const name = textOf(variable, 'name') ?? '';
    const from = mapOf(variable, 'valueFrom');
    const value = textOf(variable, 'value');
    const fieldPath = textOf(mapOf(from, 'fieldRef'), 'fieldPath');
    if (value !== undefined && !refuseMarks(reading, value, task)) env.push({ name, value });
    else if (entryOf(from, 'secretKeyRef') !== undefined) secrets.push(keyedBy(mapOf(from, 'secretKeyRef'), name));
    else if (entryOf(from, 'configMapKeyRef') !== undefined)
      configMaps.push(keyedBy(mapOf(from, 'configMapKeyRef'), name));
    else if (fieldPath !== undefined) fields.push({ name, fieldPath });
    else if (value === undefined) noteLoss(reading, 'argo-field-not-read', { field: `env.${name}`, task });
  }
  return {
    env,
    kubernetes: {
      ...(secrets.length === 0 ? {} : { secretsAsEnv: secrets }),
      ...(configMaps.length === 0 ? {} : { configMapsAsEnv: configMaps }),
      ...(fields.length === 0 ? {} : { fieldPathsAsEnv: fields }),
    },
  };
}

function keyedBy(reference: TreeMap, variable: string) {
  const keys = [{ key: textOf(reference, 'key') ?? '', variable }];
  return {
    name: textOf(reference, 'name') ?? '',
    keys,
    ...(entryOf(reference, 'optional') === true ? { optional: true } : {}),
  };
}

function readKubernetes(template: TreeMap, container: TreeMap, reading: VolumeReading): KubernetesSettings {
  const { note } = reading;
  const policy = textOf(container, 'imagePullPolicy');
  const timeoutSeconds = wholeOf(template, 'activeDeadlineSeconds');
  const selector = plainTexts(mapOf(template, 'nodeSelector'));
  const tolerations = mapsOf(template, 'tolerations').map((toleration) => plainJson(toleration) as Toleration);
  const security = mapOf(container, 'securityContext');
  const { runAsUser, runAsGroup, runAsNonRoot, ...others } = plainJson(security) as {
    readonly [field: string]: unknown;
  };
  for (const field of Object.keys(others)) note(`container.securityContext.${field}`);
  const metadata = mapOf(template, 'metadata');
  const podLabels = ownTexts(mapOf(metadata, 'labels'));
  const podAnnotations = ownTexts(mapOf(metadata, 'annotations'));
  const securityContext = {
    ...(typeof runAsUser === 'number' ? { runAsUser } : {}),
    ...(typeof runAsGroup === 'number' ? { runAsGroup } : {}),
    ...(typeof runAsNonRoot === 'boolean' ? { runAsNonRoot } : {}),
  };
  return {
    ...readVolumes(template, container, reading),
    ...readAffinity(mapOf(template, 'affinity'), note),
    ...(policy === 'Always' || policy === 'IfNotPresent' || policy === 'Never' ? { imagePullPolicy: policy } : {}),
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    ...(Object.keys(selector).length === 0 ? {} : { nodeSelector: { labels: selector } }),
    ...(tolerations.length === 0 ? {} : { tolerations }),
    ...(Object.keys(securityContext).length === 0 ? {} : { securityContext }),
    ...(Object.keys(podLabels).length === 0 ? {} : { podLabels }),
    ...(Object.keys(podAnnotations).length === 0 ? {} : { podAnnotations }),
  };
}

function plainTexts(map: TreeMap): { readonly [key: string]: string } {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, String(value)]));
}

/** What the KFP v1 compiler writes for its own backend is no setting of the task. */
function ownTexts(map: TreeMap): { readonly [key: string]: string } {
  const own = Object.entries(plainTexts(map)).filter(([key]) => !key.startsWith('pipelines.kubeflow.org/'));
  return Object.fromEntries(own);
}
