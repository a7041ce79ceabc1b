import type { Edge, Node } from '@xyflow/react';
import type { LayoutKey, PipelineId } from '../../../src/model/ids.ts';
import type { TabId } from '../../state/documents-slice.ts';
import type { Frame } from '../geometry/group-frame.ts';
import type { WireLook } from './port-look.ts';

/** What a node on the canvas knows; everything else it reads from the store by its key. */
export interface FlowNodeData extends Record<string, unknown> {
  readonly tabId: TabId;
  readonly key: LayoutKey;
  readonly pipeline: PipelineId;
  /** Of groups. */
  readonly frame?: Frame;
}

export type FlowNode = Node<FlowNodeData, 'task' | 'inputs' | 'outputs' | 'note' | 'group'>;

export interface FlowEdgeData extends Record<string, unknown> {
  readonly look: WireLook;
  /** All iterations' outputs as a list. */
  readonly isCollected: boolean;
}

export type FlowEdge = Edge<FlowEdgeData, 'wire'>;
