import type { PipelineId } from '../../../src/model/ids.ts';
import {
  artifact,
  INTEGER,
  input,
  LIST,
  loop,
  output,
  type SmallDocument,
  STRING,
} from '../../helpers/small-document.ts';
import { definition, pipeline, status, target } from './builders.ts';

/** Documents with a fault of a pipeline’s own record or of names. */
export const PIPELINE_CASES: { readonly [code: string]: SmallDocument } = {
  'artifact-default': pipeline({ inputs: [{ name: 'data', type: artifact('Dataset'), default: 'x' }] }),
  'artifact-type-invalid': pipeline({
    inputs: [{ name: 'data', type: { ...artifact('Dataset'), schemaTitle: 'acme.Table' } as never }],
  }),
  'default-type': pipeline({ inputs: [{ name: 'count', type: INTEGER, default: 'x' }] }),
  'duplicate-input': pipeline({
    inputs: [
      { name: 'a', type: STRING },
      { name: 'a', type: STRING },
    ],
  }),
  'duplicate-name': { tasks: [{ name: 'same' }, { name: 'same' }] },
  'duration-too-long': pipeline({ platform: { ttlSecondsOnCompletion: 3_000_000_000 } }),
  'duplicate-output': pipeline({
    outputs: [
      { name: 'a', type: STRING },
      { name: 'a', type: STRING },
    ],
  }),
  'final-status-input': pipeline({ inputs: [{ name: 'status', type: status }] }),
  'input-name-invalid': pipeline({ inputs: [{ name: '9 lives', type: STRING }] }),
  'no-tasks': {},
  'output-from-input': pipeline({
    inputs: [{ name: 'a', type: STRING }],
    outputs: [{ name: 'b', type: STRING, source: input('a') }],
  }),
  'output-name-invalid': pipeline({ outputs: [{ name: '9 lives', type: STRING }] }),
  'output-not-top-level': {
    pipeline: { outputs: [{ name: 'b', type: STRING, source: output('t2', 'text_out') }] },
    tasks: [{}, { parent: 'b2' }],
    groups: [loop(2, output('t1', 'items_out'))],
  },
  'output-without-source': pipeline({ outputs: [{ name: 'b', type: STRING }] }),
  'pipeline-missing': target({ kind: 'missing-pipeline', name: 'gone' }),
  'pipeline-name-empty': pipeline({ name: '' }),
  'pipeline-name-invalid': pipeline({ name: 'My Pipeline' }),
  'recursive-pipeline': {
    tasks: [{}, { parent: 'b9', target: { kind: 'pipeline', pipeline: 'p9' as PipelineId } }],
    definitions: [definition('inner', 'p9', 'b9')],
  },
  'task-name-invalid': { tasks: [{ name: 'My_Task' }] },
  'unknown-pipeline-input': { tasks: [{ arguments: { text: input('gone') } }] },
  'unused-input': pipeline({ inputs: [{ name: 'spare', type: LIST }] }),
  'workspace-size-invalid': pipeline({ platform: { workspace: { size: 'big' } } }),
};
