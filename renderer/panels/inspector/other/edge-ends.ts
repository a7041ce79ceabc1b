import type { Reference } from '../../../../src/model/argument.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import { nameOfNode } from '../../../../src/model/document-path.ts';
import type { LayoutKey, PipelineId } from '../../../../src/model/ids.ts';
import { pipelineOfNode } from '../../../../src/model/lookups.ts';
import { referencesOfCondition } from '../../../../src/model/record-references.ts';
import { nodeOfReference, referencesOf } from '../../../../src/model/references.ts';
import type { EdgeKey } from '../../../canvas/graph/edge-id.ts';
import { textOfReference } from '../references/reference-words.ts';

/** An end of a wire: what to call it and where to go. */
export interface EdgeEnd {
  readonly key: LayoutKey;
  readonly text: string;
}

/** Both ends of a wire; nothing when the wire is gone. */
export function endsOfEdge(
  document: PipelineDocument,
  edge: EdgeKey,
): { readonly from: EdgeEnd; readonly to: EdgeEnd } | undefined {
  switch (edge.kind) {
    case 'after':
      return {
        from: { key: edge.upstream, text: nameOfNode(document, edge.upstream) },
        to: { key: edge.node, text: nameOfNode(document, edge.node) },
      };
    case 'output': {
      const source = document.pipelines.get(edge.pipeline)?.outputs.find(({ name }) => name === edge.output)?.source;
      const from = sourceEnd(document, edge.pipeline, source);
      if (from === undefined) return undefined;
      return { from, to: { key: `outputs:${edge.pipeline}`, text: edge.output } };
    }
    case 'argument': {
      const from = sourceEnd(document, pipelineOfNode(document, edge.task), sourceOf(document, edge));
      if (from === undefined) return undefined;
      return { from, to: { key: edge.task, text: `${nameOfNode(document, edge.task)}.${edge.port}` } };
    }
    case 'exit': {
      const group = document.groups.get(edge.group);
      if (group?.kind !== 'exit-handler' || group.exitTask === undefined) return undefined;
      const to = { key: group.exitTask, text: nameOfNode(document, group.exitTask) };
      return { from: { key: group.id, text: group.name }, to };
    }
    case 'items':
    case 'condition':
    case 'one-of': {
      const from = sourceEnd(document, pipelineOfNode(document, edge.group), sourceInGroup(document, edge));
      if (from === undefined) return undefined;
      const name = nameOfNode(document, edge.group);
      return { from, to: { key: edge.group, text: edge.kind === 'one-of' ? `${name}.${edge.output}` : name } };
    }
  }
}

function sourceEnd(
  document: PipelineDocument,
  pipeline: PipelineId | undefined,
  source: Reference | undefined,
): EdgeEnd | undefined {
  if (source === undefined || pipeline === undefined) return undefined;
  return {
    key: nodeOfReference(source) ?? (`inputs:${pipeline}` as const),
    text: textOfReference(document, source),
  };
}

function sourceInGroup(
  document: PipelineDocument,
  edge: EdgeKey & { readonly kind: 'items' | 'condition' | 'one-of' },
): Reference | undefined {
  const group = document.groups.get(edge.group);
  if (edge.kind === 'items') {
    return group?.kind === 'loop' && group.items.kind === 'reference' ? group.items.reference : undefined;
  }
  if (group?.kind !== 'branches') return undefined;
  if (edge.kind === 'condition') return referencesOfCondition(group.branches[edge.branch]?.condition)[edge.index];
  return group.outputs.find((output) => output.name === edge.output)?.sources[edge.index];
}

function sourceOf(document: PipelineDocument, edge: EdgeKey & { readonly kind: 'argument' }): Reference | undefined {
  const argument = document.tasks.get(edge.task)?.arguments[edge.port];
  return argument === undefined ? undefined : referencesOf(argument)[edge.index];
}
