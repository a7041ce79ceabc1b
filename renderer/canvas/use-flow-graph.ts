import { useMemo, useRef } from 'react';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { GroupId, PipelineId } from '../../src/model/ids.ts';
import type { TabId } from '../state/documents-slice.ts';
import { NO_SELECTION } from '../state/selection.ts';
import { useApp } from '../state/store.ts';
import { buildEdges } from './graph/build-edges.ts';
import { buildNodes } from './graph/build-nodes.ts';
import type { FlowEdge, FlowNode } from './graph/flow-types.ts';

/** The nodes and wires of one canvas. What did not change stays the same object. */
export function useFlowGraph(
  tabId: TabId,
  pipelineId: PipelineId,
): { readonly nodes: FlowNode[]; readonly edges: FlowEdge[] } {
  const document = useApp((state) => state.documents.tabs.get(tabId)?.document);
  const selection = useApp((state) => state.view.byTab.get(tabId)?.selection ?? NO_SELECTION);
  const dragged = useApp((state) => (state.session.drag?.tabId === tabId ? state.session.drag.positions : null));
  const before = useRef<{ nodes: Map<string, FlowNode>; edges: Map<string, FlowEdge> }>({
    nodes: new Map(),
    edges: new Map(),
  });
  const pipeline = document?.pipelines.get(pipelineId);

  const nodes = useMemo(() => {
    if (document === undefined || pipeline === undefined) return [];
    const built = buildNodes({ tabId, document, pipeline, selected: selection.nodes, dragged }, before.current.nodes);
    before.current.nodes = new Map(built.map((node) => [node.id, node]));
    return [...built];
  }, [tabId, document, pipeline, selection.nodes, dragged]);

  const wiring = useWiringOf(document);
  const edges = useMemo(() => {
    if (wiring === undefined || pipeline === undefined) return [];
    const built = buildEdges(wiring, pipeline, selection.edges, before.current.edges);
    before.current.edges = new Map(built.map((edge) => [edge.id, edge]));
    return [...built];
  }, [wiring, pipeline, selection.edges]);
  return { nodes, edges };
}

/** The document, but the earlier one while only positions changed: wires do not depend on them. */
function useWiringOf(document: PipelineDocument | undefined): PipelineDocument | undefined {
  const kept = useRef(document);
  if (kept.current === undefined || document === undefined || !sameWiring(kept.current, document))
    kept.current = document;
  return kept.current;
}

function sameWiring(left: PipelineDocument, right: PipelineDocument): boolean {
  return (
    left.tasks === right.tasks &&
    left.groups === right.groups &&
    left.bodies === right.bodies &&
    left.pipelines === right.pipelines &&
    left.components === right.components &&
    sameFolding(left, right)
  );
}

/** What is folded away decides where wires end. */
function sameFolding(left: PipelineDocument, right: PipelineDocument): boolean {
  if (left.layout === right.layout) return true;
  const isFolded = (document: PipelineDocument, group: GroupId) => document.layout.get(group)?.collapsed === true;
  return [...right.groups.keys()].every((group) => isFolded(left, group) === isFolded(right, group));
}
