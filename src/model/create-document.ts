import type { BodyRecord, PipelineDocument, PipelineRecord } from './document.ts';
import { newBodyId, newPipelineId } from './new-ids.ts';

/** What a new pipeline starts with. `name` must already be a valid pipeline name. */
export interface NewDocument {
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
}

/** An empty document: a root pipeline with an empty body. */
export function createDocument(settings: NewDocument): PipelineDocument {
  const counter = { counter: 1 };
  const root = newPipelineId(counter);
  const body = newBodyId(counter);
  const pipeline: PipelineRecord = { id: root, ...settings, inputs: [], outputs: [], body, groupCounter: 1 };
  const bodyRecord: BodyRecord = { id: body, owner: { kind: 'pipeline', pipeline: root }, children: [] };
  return {
    counter: counter.counter,
    root,
    pipelines: new Map([[root, pipeline]]),
    bodies: new Map([[body, bodyRecord]]),
    tasks: new Map(),
    groups: new Map(),
    components: new Map(),
    notes: new Map(),
    layout: new Map(),
    missing: new Map(),
  };
}
