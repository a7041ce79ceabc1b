import type { PipelineId } from '../../../src/model/ids.ts';
import { artifact, output, type SmallDocument } from '../../helpers/small-document.ts';
import { argument, compiled, definition, feed, ids, value, wire } from './builders.ts';

/** Documents with a fault of what feeds an input. */
export const WIRE_CASES: { readonly [code: string]: SmallDocument } = {
  'artifact-for-parameter': wire('text', 'data_out'),
  'artifact-in-text': {
    tasks: [{}, { arguments: { text: { kind: 'text', parts: ['a ', output('t1', 'data_out')] } } }],
  },
  'artifact-types-differ': wire('model', 'data_out'),
  'artifact-versions-differ': feed({ ...artifact('Model'), schemaVersion: '1.0.0' } as never, 'model'),
  'component-missing': { tasks: [{ component: 'nowhere' }] },
  'component-problem': { tasks: [{ component: 'untyped' }] },
  'component-unreadable': { tasks: [{ component: 'broken' }] },
  'constant-for-artifact': argument('data', 'x'),
  'constant-not-allowed': {
    tasks: [{ component: 'compiled', arguments: { mode: value('medium') } }],
    components: { compiled },
  },
  'constant-not-boolean': argument('flag', 'x'),
  'constant-not-finite': argument('rate', Number.POSITIVE_INFINITY),
  'constant-not-integer': argument('count', 1.5),
  'constant-not-list': argument('items', {}),
  'constant-not-map': argument('options', []),
  'constant-not-number': argument('rate', 'x'),
  'constant-not-text': argument('text', 1),
  'constant-null': argument('text', null),
  cycle: { tasks: [{ after: ids('t2') }, { arguments: { text: output('t1', 'text_out') } }] },
  'input-set-by-kfp': { tasks: [{}, { component: 'status', arguments: { status: output('t1', 'text_out') } }] },
  'list-for-single-artifact': feed(artifact('Dataset', true), 'data'),
  'missing-argument': { tasks: [{ component: 'strict' }] },
  'other-pipeline': {
    tasks: [{ arguments: { text: output('t2', 'text_out') } }, { parent: 'b9' }],
    definitions: [definition('inner', 'p9', 'b9')],
  },
  'parameter-for-artifact': wire('data', 'text_out'),
  'parameter-types-differ': wire('rate', 'count_out'),
  'secret-in-file': argument('secret_key', 'hunter2'),
  'single-artifact-for-list': {
    tasks: [
      { target: { kind: 'pipeline', pipeline: 'p9' as PipelineId }, arguments: { many: output('t2', 'data_out') } },
      {},
      { parent: 'b9' },
    ],
    definitions: [{ ...definition('inner', 'p9', 'b9'), inputs: [{ name: 'many', type: artifact('Dataset', true) }] }],
  },
  'unknown-argument': argument('nothing_like_it', 'x'),
  'unknown-output': wire('text', 'nothing_like_it'),
  'unknown-task': { tasks: [{ after: ids('t9') }], missing: { t9: 'gone' } },
};
