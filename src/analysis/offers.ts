import type { Reference } from '../model/argument.ts';
import type { PipelineDocument } from '../model/document.ts';
import type { ReferencePlace } from '../model/edits/replace-reference.ts';
import type { OneOfOutput } from '../model/group.ts';
import type { GroupId, NodeId, PipelineId } from '../model/ids.ts';
import { nodeRecord } from '../model/lookups.ts';
import { sameData } from '../model/records.ts';
import type { Given } from './check-given.ts';
import { checkOutputScope } from './check-output-scope.ts';
import { checkScope } from './check-scope.ts';
import type { ConnectionOffer } from './connection.ts';
import type { OfferKind } from './diagnostic.ts';
import { oneOfFor } from './one-of-for.ts';
import { resolveReference } from './resolve-reference.ts';
import { fix } from './rule.ts';
import { groupsAround } from './scopes.ts';
import { producerOf } from './upstream.ts';

/** A place that cannot be fed as was meant, and what it could take. */
export interface OfferRequest {
  readonly place: ReferencePlace;
  /** The node that uses the reference; absent for a pipeline output. */
  readonly consumer?: NodeId;
  /** Whether the place takes something of that type. */
  readonly takes: (given: Given, reference: Reference) => boolean;
  /** The reference stands in the place already, perhaps among others, and only it is to be changed. */
  readonly standsThere?: boolean;
}

/** What KFP has instead of a reference that cannot be used at a place: only what is allowed there and fits. */
export function offersFor(
  document: PipelineDocument,
  pipeline: PipelineId,
  reference: Reference,
  request: OfferRequest,
): readonly ConnectionOffer[] {
  const { place, consumer } = request;
  return candidatesFor(document, pipeline, reference, consumer)
    .filter((candidate) => isUsable(document, pipeline, candidate, request))
    .map(({ kind, reference: other, oneOf }) => {
      const change = {
        kind,
        place,
        reference: other,
        ...(request.standsThere === true ? { instead: reference } : {}),
        ...(oneOf === undefined ? {} : { oneOf }),
      };
      return { change, values: fix(change, namesOf(document, reference, other)).values };
    });
}

interface Candidate {
  readonly kind: OfferKind;
  readonly reference: Reference;
  /** What it gives, where it is not there yet to be asked. */
  readonly like?: Reference;
  readonly oneOf?: OneOfOutput;
}

function candidatesFor(
  document: PipelineDocument,
  pipeline: PipelineId,
  reference: Reference,
  consumer: NodeId | undefined,
): readonly Candidate[] {
  const around = consumer === undefined ? [] : groupsAround(document, consumer);
  const items = around.flatMap((group): readonly Candidate[] => {
    if (group.kind !== 'loop' || group.items.kind !== 'reference') return [];
    if (!sameData(group.items.reference, reference)) return [];
    return [{ kind: 'use-loop-item', reference: { kind: 'loop-item', loop: group.id } }];
  });
  switch (reference.kind) {
    case 'task-output': {
      const collected = { ...reference, kind: 'collected' } as const;
      const oneOf = oneOfCandidates(
        document,
        pipeline,
        reference,
        around.map(({ id }) => id),
      );
      return [...oneOf, { kind: 'collect-results', reference: collected }, ...items];
    }
    case 'collected':
      return [{ kind: 'use-plain-output', reference: { ...reference, kind: 'task-output' } }];
    case 'loop-item': {
      const loop = document.groups.get(reference.loop);
      if (loop?.kind !== 'loop' || loop.items.kind !== 'reference' || reference.field !== undefined) return items;
      return [...items, { kind: 'use-loop-list', reference: loop.items.reference }];
    }
    default:
      return items;
  }
}

function oneOfCandidates(
  document: PipelineDocument,
  pipeline: PipelineId,
  reference: Reference & { readonly kind: 'task-output' },
  around: readonly GroupId[],
): readonly Candidate[] {
  const found = oneOfFor(document, pipeline, reference);
  if (found === undefined || around.includes(found.group.id)) return [];
  const { group, output, isComplete } = found;
  return [
    {
      kind: isComplete ? 'surface-one-of' : 'begin-one-of',
      reference: { kind: 'one-of', group: group.id, output: output.name },
      like: reference,
      oneOf: output,
    },
  ];
}

function isUsable(
  document: PipelineDocument,
  pipeline: PipelineId,
  { reference, like }: Candidate,
  { consumer, takes }: OfferRequest,
): boolean {
  const given = resolveReference(document, pipeline, like ?? reference);
  if (!given.ok || !takes(given, reference)) return false;
  const problem =
    consumer === undefined
      ? checkOutputScope(document, pipeline, reference)
      : checkScope(document, consumer, reference);
  return problem === undefined;
}

function namesOf(
  document: PipelineDocument,
  old: Reference,
  reference: Reference,
): { readonly [name: string]: string } {
  const producer = producerOf(old);
  const group = reference.kind === 'one-of' ? reference.group : undefined;
  const loop = reference.kind === 'loop-item' ? reference.loop : old.kind === 'loop-item' ? old.loop : undefined;
  const nameOf = (node: NodeId | undefined): string =>
    node === undefined ? '' : (nodeRecord(document, node)?.name ?? '');
  return { task: nameOf(producer), group: nameOf(group), loop: nameOf(loop) };
}
