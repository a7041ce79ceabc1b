import type { PipelineDocument, PipelineInput, PipelineOutput, PipelineRecord } from '../../model/document.ts';
import { type FileEntry, type FileNode, fields, orderedMap, scalar, treeNode } from '../file-node.ts';
import { derivedGroupCounter } from '../group-counter.ts';
import { referenceEntries } from './argument-tree.ts';
import { notesTree } from './layout-tree.ts';
import { type Names, namesOfPipeline } from './names.ts';
import { bodyTree, textOf, unknownEntries } from './task-tree.ts';
import { typeText } from './type-text.ts';

/** What a pipeline holds, the root and definitions alike: ports and tasks. */
export function pipelineEntries(
  document: PipelineDocument,
  pipeline: PipelineRecord,
): readonly (readonly [string, FileNode | undefined])[] {
  const names = namesOfPipeline(document, pipeline.id);
  const counter = pipeline.groupCounter;
  return [
    ['inputs', portsTree(pipeline.inputs.map((input) => [input.name, inputTree(input)] as const))],
    ['outputs', portsTree(pipeline.outputs.map((output) => [output.name, outputTree(output, names)] as const))],
    ['groupCounter', counter === derivedGroupCounter(document, pipeline.id) ? undefined : scalar(counter)],
    ['tasks', bodyTree(pipeline.body, names)],
  ];
}

/** A sub-pipeline definition. */
export function definitionTree(document: PipelineDocument, pipeline: PipelineRecord): FileNode {
  return fields('block', [
    ['displayName', textOf(pipeline.displayName)],
    ['description', textOf(pipeline.description)],
    ['annotations', annotationsTree(pipeline)],
    ...pipelineEntries(document, pipeline),
    ['notes', notesTree(document, pipeline)],
    ...unknownEntries(pipeline.unknown),
  ]);
}

/** The annotations of a pipeline. */
export function annotationsTree(pipeline: PipelineRecord): FileNode | undefined {
  return pipeline.annotations === undefined ? undefined : treeNode(pipeline.annotations, 'block');
}

function portsTree(entries: readonly FileEntry[]): FileNode | undefined {
  return entries.length === 0 ? undefined : orderedMap('block', entries);
}

/** One input on one line. */
function inputTree(input: PipelineInput): FileNode {
  return fields('flow', [
    ['type', scalar(typeText(input.type))],
    ['default', input.default === undefined ? undefined : treeNode(input.default, 'flow')],
    ['optional', input.optional === undefined ? undefined : scalar(input.optional)],
    ['description', textOf(input.description)],
    ['secret', input.secret === undefined ? undefined : scalar(input.secret)],
    ...unknownEntries(input.unknown),
  ]);
}

/** One output on one line. */
function outputTree(output: PipelineOutput, names: Names): FileNode {
  return fields('flow', [
    ['type', scalar(typeText(output.type))],
    ...(output.source === undefined ? [] : referenceEntries(output.source, names)),
    ['description', textOf(output.description)],
    ...unknownEntries(output.unknown),
  ]);
}
