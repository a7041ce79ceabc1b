import type { Reference } from '../../model/argument.ts';
import type { PipelineDocument } from '../../model/document.ts';
import type { ArgoMap } from './argo-tree.ts';

/**
 * Where the artifact of an importer lies, as Argo says it: Argo fetches it when a task takes it, so an importer is no
 * task here. Undefined for what no importer gives, and for addresses that Argo has no way to fetch.
 */
export function importerLocation(document: PipelineDocument, reference: Reference): ArgoMap | undefined {
  if (reference.kind !== 'task-output') return undefined;
  const task = document.tasks.get(reference.task);
  const uri = task?.target.kind === 'importer' ? task.arguments.uri : undefined;
  return uri?.kind === 'value' && typeof uri.value === 'string' ? locationOf(uri.value) : undefined;
}

/** Argo: `ArtifactLocation`. Buckets are reached with the credentials of the artifact repository. */
export function locationOf(uri: string): ArgoMap | undefined {
  if (/^https?:\/\//.test(uri)) return { http: { url: uri } };
  const [, scheme, bucket = '', key = ''] = /^(gs|s3|minio):\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  if (scheme === undefined) return undefined;
  return scheme === 'gs' ? { gcs: { bucket, key } } : { s3: { bucket, key } };
}
