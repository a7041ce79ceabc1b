import { z } from 'zod';

const path = z.string().min(1).max(4096);
const shortText = z.string().max(1024);
const documentText = z.string().max(64 * 1024 * 1024);
const runId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);
const taskKey = z.string().min(1).max(2048);
const nothing = z.strictObject({});

const runSource = z.discriminatedUnion('kind', [
  /** A native file's text. */
  z.strictObject({ kind: z.literal('document'), text: documentText, path: path.optional() }),
  /** KFP v2 IR, one or two YAML documents. */
  z.strictObject({ kind: z.literal('ir'), text: documentText, path: path.optional() }),
]);

/** `auto`: containers where an engine answers, else processes in a trusted folder. */
const engineChoice = z.enum(['auto', 'process', 'docker', 'podman']);

const runRequest = z.strictObject({
  source: runSource,
  /** The opened folder the run belongs to; absent: the folder of `source.path`, or none. */
  root: path.optional(),
  name: shortText.optional(),
  parameters: z.record(z.string(), z.json()),
  engine: engineChoice,
  /** Default true. */
  caching: z.boolean().optional(),
  /** Tasks at one time; absent: by cores. */
  parallelism: z.int().min(1).max(256).optional(),
  /** Run from here: outputs of an earlier run stand in for every task that these tasks do not lead to. */
  reuse: z.strictObject({ runId, from: z.array(taskKey).min(1) }).optional(),
});

/** Every method of the host with the schema of its params. Each payload is validated where it enters. */
export const METHOD_PARAMS = {
  'host.info': nothing,
  'host.ready': nothing,
  'host.openExternal': z.strictObject({ url: z.url({ protocol: /^(https?|mailto)$/ }) }),
  'host.revealPath': z.strictObject({ path }),
  'host.diagnostics': nothing,
  'host.log': z.strictObject({ limit: z.int().min(1).max(10_000) }),
  'menu.setState': z.strictObject({ enabled: z.array(z.string()), checked: z.array(z.string()) }),
  'window.setDocument': z.strictObject({ path: path.nullable(), title: shortText, dirty: z.boolean() }),

  'settings.read': nothing,
  'settings.write': z.strictObject({ changes: z.record(z.string(), z.json()) }),
  'session.read': z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9.-]{0,63}$/) }),
  'session.write': z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9.-]{0,63}$/), value: z.json() }),

  'dialog.pick': z.strictObject({
    kind: z.enum(['open-file', 'open-folder', 'save-file']),
    suggested: path.optional(),
  }),
  'dialog.browse': z.strictObject({ path: path.optional() }),
  'dialog.choose': z.strictObject({ path, kind: z.enum(['open-file', 'open-folder', 'save-file']) }),
  'dialog.createFolder': z.strictObject({ parent: path, name: z.string().min(1).max(255) }),

  'workspace.open': z.strictObject({ path }),
  'workspace.close': z.strictObject({ root: path }),
  'workspace.list': nothing,
  'workspace.pipelines': z.strictObject({ root: path }),

  'files.read': z.strictObject({ path }),
  'files.write': z.strictObject({ path, text: documentText, expectedStamp: z.string().nullable() }),
  'files.rename': z.strictObject({ path, newPath: path }),
  'files.watch': z.strictObject({ path }),
  'files.unwatch': z.strictObject({ path }),
  'files.claim': z.strictObject({ path }),
  'files.release': z.strictObject({ path }),

  'recovery.write': z.strictObject({
    key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
    path: path.nullable(),
    title: shortText,
    text: documentText,
    baseStamp: z.string().nullable(),
  }),
  'recovery.list': nothing,
  'recovery.read': z.strictObject({ key: z.string().max(128) }),
  'recovery.discard': z.strictObject({ key: z.string().max(128) }),

  'recent.list': nothing,
  'recent.add': z.strictObject({ path, kind: z.enum(['file', 'folder']) }),
  'recent.remove': z.strictObject({ path }),

  'examples.list': nothing,
  'examples.open': z.strictObject({ id: z.string().max(128) }),

  'catalog.list': nothing,
  'catalog.retype': z.strictObject({
    path,
    inputs: z.array(z.strictObject({ name: z.string(), type: z.string() })).min(1),
  }),

  'import.read': z.union([z.strictObject({ path }), z.strictObject({ text: documentText })]),

  'runs.preflight': runRequest,
  'runs.trust': z.strictObject({ root: path }),
  'runs.start': runRequest,
  'runs.list': z.strictObject({ root: path.optional() }),
  'runs.get': z.strictObject({ runId }),
  'runs.stop': z.strictObject({ runId }),
  /** Goes on with a run that ended before it was done. Secret parameters are not kept and must be given again. */
  'runs.resume': z.strictObject({ runId, parameters: z.record(z.string(), z.json()).optional() }),
  'runs.delete': z.strictObject({ runId }),
  'runs.log': z.strictObject({
    runId,
    taskKey,
    attempt: z.int().min(1).optional(),
    /** In bytes. Negative: that many bytes before the end. */
    offset: z.int(),
    limit: z
      .int()
      .min(1)
      .max(4 * 1024 * 1024),
  }),
  'runs.searchLog': z.strictObject({
    runId,
    taskKey,
    attempt: z.int().min(1).optional(),
    query: z.string().min(1).max(1024),
    regularExpression: z.boolean(),
    limit: z.int().min(1).max(10_000),
  }),
  /** Ends the searches of this client in the logs of a run. */
  'runs.endSearch': z.strictObject({ runId }),
  'runs.preview': z.strictObject({ runId, taskKey, port: z.string().max(256), side: z.enum(['input', 'output']) }),
  'runs.space': nothing,
  'runs.cleanUp': z.strictObject({
    olderThanDays: z.number().min(0).optional(),
    keepBytes: z.number().min(0).optional(),
  }),
} as const;

export type MethodName = keyof typeof METHOD_PARAMS;

/** The run-time list of methods. */
export const METHOD_NAMES = Object.keys(METHOD_PARAMS) as readonly MethodName[];

/** What a caller passes to a method. */
export type MethodParams<Name extends MethodName> = z.input<(typeof METHOD_PARAMS)[Name]>;

export type RunRequest = z.input<typeof runRequest>;
export type RunSource = z.input<typeof runSource>;
