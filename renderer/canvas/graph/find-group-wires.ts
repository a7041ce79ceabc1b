import type { PipelineDocument } from '../../../src/model/document.ts';
import type { BranchesGroup, GroupRecord } from '../../../src/model/group.ts';
import type { PipelineId } from '../../../src/model/ids.ts';
import { referencesOfCondition } from '../../../src/model/record-references.ts';
import { CONDITION_IN, ITEMS_IN, ONE_OF_IN } from '../geometry/group-frame.ts';
import { createWire, type Wire } from './create-wire.ts';
import { lookOfReference } from './port-look.ts';
import type { WireEnds } from './wire-ends.ts';

/** Where wires are looked for. */
export interface Wiring {
  readonly document: PipelineDocument;
  readonly pipeline: PipelineId;
  readonly ends: WireEnds;
}

/** The wires that end at the frame of a group: what it goes over, what it asks, what feeds its outputs. */
export function findGroupWires(wiring: Wiring, group: GroupRecord): readonly (Wire | undefined)[] {
  const { document, ends } = wiring;
  switch (group.kind) {
    case 'loop': {
      if (group.items.kind !== 'reference') return [];
      const { reference } = group.items;
      const target = ends.target(group.id, ITEMS_IN);
      return [createWire({ kind: 'items', group: group.id }, ends.source(reference), target, 'list', reference)];
    }
    case 'exit-handler': {
      if (group.exitTask === undefined || !document.tasks.has(group.exitTask)) return [];
      const target = ends.after(group.exitTask, 'in');
      return [createWire({ kind: 'exit', group: group.id }, ends.after(group.id, 'out'), target, 'exit')];
    }
    case 'branches':
      return [...conditionWires(wiring, group), ...oneOfWires(wiring, group)];
  }
}

function conditionWires({ document, pipeline, ends }: Wiring, group: BranchesGroup): readonly (Wire | undefined)[] {
  return group.branches.flatMap((branch, number) =>
    referencesOfCondition(branch.condition).map((reference, index) => {
      const key = { kind: 'condition', group: group.id, branch: number, index } as const;
      const target = ends.target(group.id, `${CONDITION_IN}:${number}`);
      return createWire(key, ends.source(reference), target, lookOfReference(document, pipeline, reference), reference);
    }),
  );
}

function oneOfWires({ document, pipeline, ends }: Wiring, group: BranchesGroup): readonly (Wire | undefined)[] {
  return group.outputs.flatMap((output) =>
    output.sources.map((reference, index) => {
      const key = { kind: 'one-of', group: group.id, output: output.name, index } as const;
      const target = ends.target(group.id, `${ONE_OF_IN}:${output.name}`);
      return createWire(key, ends.source(reference), target, lookOfReference(document, pipeline, reference));
    }),
  );
}
