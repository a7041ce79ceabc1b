import type { Reference } from '../../model/argument.ts';
import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import type { LoopGroup } from '../../model/group.ts';
import type { BodyId, NodeId, PipelineId } from '../../model/ids.ts';
import { uniqueName } from '../../model/sanitise-names.ts';
import type { ArgoMap, ArgoTemplate } from './argo-tree.ts';
import type { FlowNames } from './names.ts';
import type { Surfaced } from './surfaced-outputs.ts';

/** A workflow while it is written. */
export interface Emission {
  readonly document: PipelineDocument;
  readonly templates: ArgoTemplate[];
  readonly templateNames: Set<string>;
  /** Templates of sub-pipelines, each made once. */
  readonly definitions: Map<PipelineId, DefinitionTemplate>;
  readonly imagePullSecrets: Set<string>;
  /** The template that runs when everything has ended. */
  onExit?: string;
}

/** A sub-pipeline as a template that tasks call. */
export interface DefinitionTemplate {
  readonly template: string;
  /** The inputs it takes; those that nothing inside uses are left out. */
  readonly inputs: readonly Flow[];
}

/** Something that flows into a template. */
export interface Flow {
  readonly name: string;
  readonly kind: 'parameter' | 'artifact';
  readonly reference: Reference;
}

/** One pipeline of the document while its templates are written. */
export interface PipelineScope {
  readonly emission: Emission;
  readonly pipeline: PipelineRecord;
  readonly names: FlowNames;
  readonly surfaced: Surfaced;
}

/** One DAG template while its tasks are written. */
export interface Frame {
  readonly scope: PipelineScope;
  /** The bodies whose tasks stand in it: a pipeline's or a group's own, or none for the template around branches. */
  readonly body?: BodyId;
  /** The loop whose item is an input of the template. */
  readonly loop?: LoopGroup;
  /** Inputs of the template, by their key. */
  readonly needs: Map<string, Flow>;
  /** Tasks of the template by the node they stand for. */
  readonly tasks: Map<NodeId, ArgoMap>;
}

/** A name for a template that no other has. */
export function takeTemplateName(emission: Emission, wanted: string): string {
  const name = uniqueName(wanted, (candidate) => emission.templateNames.has(candidate));
  emission.templateNames.add(name);
  return name;
}
