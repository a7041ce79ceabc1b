import type { PipelineId } from '../../model/ids.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { diagnosticOf } from '../rule.ts';

/** KFP server: `MaxFileLength`, 32 MiB. */
const MOST_BYTES = 33_554_432;

/** Whether the server takes a compiled file of that many bytes. */
export function checkUploadSize(bytes: number, pipeline: PipelineId): readonly Diagnostic[] {
  if (bytes <= MOST_BYTES) return [];
  const mebibytes = Math.ceil(bytes / 1_048_576);
  return [diagnosticOf({ code: 'upload-too-large' }, { pipeline }, { size: mebibytes, limit: MOST_BYTES / 1_048_576 })];
}
