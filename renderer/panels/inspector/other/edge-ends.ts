import type { Reference } from '../../../../src/model/argument.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import { nameOfNode } from '../../../../src/model/document-path.ts';
import type { Edit } from '../../../../src/model/edit.ts';
import { disconnect } from '../../../../src/model/edits/connect.ts';
import { removeAfter } from '../../../../src/model/edits/run-after.ts';
import type { LayoutKey } from '../../../../src/model/ids.ts';
import { pipelineOfNode } from '../../../../src/model/lookups.ts';
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
      if (source === undefined) return undefined;
      const from = {
        key: nodeOfReference(source) ?? (`inputs:${edge.pipeline}` as const),
        text: textOfReference(document, source),
      };
      return { from, to: { key: `outputs:${edge.pipeline}`, text: edge.output } };
    }
    case 'argument': {
      const source = sourceOf(document, edge);
      const pipeline = pipelineOfNode(document, edge.task);
      if (source === undefined || pipeline === undefined) return undefined;
      const from = {
        key: nodeOfReference(source) ?? (`inputs:${pipeline}` as const),
        text: textOfReference(document, source),
      };
      return { from, to: { key: edge.task, text: `${nameOfNode(document, edge.task)}.${edge.port}` } };
    }
  }
}

/** Takes a wire away. */
export function removeEdge(document: PipelineDocument, edge: EdgeKey): Edit {
  switch (edge.kind) {
    case 'after':
      return removeAfter(document, edge.node, edge.upstream);
    case 'output':
      return disconnect(document, { kind: 'output', pipeline: edge.pipeline, output: edge.output });
    case 'argument':
      return disconnect(document, { kind: 'port', task: edge.task, port: edge.port }, sourceOf(document, edge));
  }
}

function sourceOf(document: PipelineDocument, edge: EdgeKey & { readonly kind: 'argument' }): Reference | undefined {
  const argument = document.tasks.get(edge.task)?.arguments[edge.port];
  return argument === undefined ? undefined : referencesOf(argument)[edge.index];
}
