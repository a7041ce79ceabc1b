import type { GroupId } from '../../../src/model/ids.ts';
import { input, loop, output, type SmallDocument, STRING } from '../../helpers/small-document.ts';
import {
  argument,
  collected,
  compiled,
  importer,
  kubernetes,
  limited,
  oneOf,
  options,
  text,
  value,
} from './builders.ts';

/** Documents with a fault of a task’s settings. */
export const TASK_CASES: { readonly [code: string]: SmallDocument } = {
  'accelerator-count-syntax': options({ resources: { acceleratorType: 'gpu', acceleratorCount: 'two' } }),
  'accelerator-without-type': options({ resources: { acceleratorCount: '1' } }),
  'artifact-in-setting': { tasks: [{}, { options: { image: output('t1', 'data_out') } }] },
  'collected-in-setting': {
    tasks: [{}, { parent: 'b2' }, { options: { image: collected('t2', 'text_out') } }],
    groups: [loop(2, output('t1', 'items_out'))],
  },
  'cpu-syntax': options({ resources: { cpuLimit: '1 core' } }),
  'duration-invalid': options({ retry: { maxCount: 1, backoffSeconds: -1 } }),
  'env-name-duplicate': options({
    env: [
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
    ],
  }),
  'env-name-invalid': options({ env: [{ name: '1 A', value: '' }] }),
  'image-empty': { tasks: [{ component: 'imageless' }] },
  'image-syntax': options({ image: 'Not An Image' }),
  'memory-syntax': options({ resources: { memoryLimit: '1.5Gi' } }),
  'one-of-in-setting': {
    tasks: [
      {},
      { parent: 'b2' },
      { parent: 'b3' },
      { options: { image: { kind: 'one-of', group: 'g2' as GroupId, output: 'best' } } },
    ],
    groups: [oneOf(['t2.text_out', 't3.text_out'], [output('t1', 'text_out'), text('b')], undefined)],
  },
  'request-above-limit': options({ resources: { cpuRequest: '2', cpuLimit: '1500m' } }),
  'retry-count-invalid': options({ retry: { maxCount: 1.5 } }),
  'retry-factor-invalid': options({ retry: { maxCount: 1, backoffFactor: 0 } }),
  'setting-needs-container': {
    tasks: [{ target: importer(false), arguments: { uri: value('gs://x' as never) }, options: { image: 'alpine' } }],
  },
  'setting-not-passed-through': {
    tasks: [{ component: 'compiled', options: { env: [{ name: 'A', value: '1' }] } }],
    components: { compiled },
  },
  'setting-takes-input': {
    pipeline: { inputs: [{ name: 'cpu', type: STRING, default: '1' }] },
    tasks: [{ component: 'limited', options: { resources: { cpuLimit: input('cpu') } } }],
    components: { limited },
  },
  'text-in-setting': kubernetes({ imagePullSecrets: [{ kind: 'text', parts: ['a', input('x')] }] }),
  'workspace-not-set': argument('text', '{{$.workspace_path}}/x'),
};
