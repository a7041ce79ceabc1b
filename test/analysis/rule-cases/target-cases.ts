import type { CheckTarget } from '../../../src/analysis/targets/rules-of-targets.ts';
import type { PipelineId } from '../../../src/model/ids.ts';
import { artifact, input, loop, type SmallDocument, type SmallTask } from '../../helpers/small-document.ts';
import { definition, pipeline } from './builders.ts';

const LEVELS = Array.from({ length: 40 }, (_item, index) => index + 1);

/** Each level runs the next one twice, so the last one would run 2^40 times. */
function twice(level: number): readonly SmallTask[] {
  const target = { kind: 'pipeline', pipeline: `p${level + 1}` as PipelineId } as const;
  return [
    { parent: `b${level}`, target },
    { parent: `b${level}`, target },
  ];
}

/** Documents that are sound but not for a target. */
export const TARGET_CASES: { readonly [code: string]: SmallDocument & { readonly target: CheckTarget } } = {
  'artifact-input-at-run': {
    ...{ target: 'kfp', pipeline: { inputs: [{ name: 'table', type: artifact('Dataset') }] } },
    tasks: [{ arguments: { data: input('table') } }],
  },
  'artifact-loop': {
    ...{ target: 'kfp-backend', pipeline: { inputs: [{ name: 'tables', type: artifact('Dataset', true) }] } },
    tasks: [{ parent: 'b2' }],
    groups: [loop(2, input('tables'))],
  },
  'too-many-tasks': {
    target: 'kfp',
    tasks: [...LEVELS.flatMap(twice), { parent: 'b41' }],
    definitions: LEVELS.map((level) => definition(`level-${level}`, `p${level + 1}`, `b${level + 1}`)),
  },
  'workspace-patch-unknown': {
    ...pipeline({ platform: { workspace: { size: '1Gi', pvcSpecPatch: { storageClass: 'fast' } } } }),
    target: 'kfp-backend',
  },
};
