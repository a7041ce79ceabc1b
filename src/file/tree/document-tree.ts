import type { ComponentRecord, PipelineDocument } from '../../model/document.ts';
import { definitionsOf, rootPipeline } from '../../model/lookups.ts';
import { type FileMap, type FileNode, fields, orderedMap, scalar, treeNode } from '../file-node.ts';
import { API_VERSION, type FileKind } from '../format-version.ts';
import { PLATFORM_SETTINGS } from '../option-shapes.ts';
import { layoutTree, notesTree } from './layout-tree.ts';
import { namesOfPipeline } from './names.ts';
import { annotationsTree, definitionTree, pipelineEntries } from './pipeline-tree.ts';
import { settingsTree } from './settings-tree.ts';
import { textOf, unknownEntries } from './task-tree.ts';

/** The whole file of a document. A fragment of one (the clipboard) is written the same way. */
export function documentTree(document: PipelineDocument, kind: FileKind = 'Pipeline'): FileMap {
  const root = rootPipeline(document);
  const names = namesOfPipeline(document, root.id);
  const platform = root.platform === undefined ? undefined : settingsTree(root.platform, PLATFORM_SETTINGS, names);
  const definitions = definitionsOf(document).map(
    (pipeline) => [pipeline.name, definitionTree(document, pipeline)] as const,
  );
  return fields('block', [
    ['apiVersion', scalar(API_VERSION)],
    ['kind', scalar(kind)],
    ['metadata', metadataTree(document)],
    ['pipelineRoot', textOf(root.defaultPipelineRoot)],
    ['platform', platform],
    ...pipelineEntries(document, root),
    ['pipelines', definitions.length === 0 ? undefined : fields('block', definitions)],
    ['notes', notesTree(document, root)],
    ...unknownEntries(document.unknown),
    ['components', componentsTree(document)],
    ['layout', layoutTree(document)],
  ]);
}

function metadataTree(document: PipelineDocument): FileNode {
  const root = rootPipeline(document);
  return fields('block', [
    ['name', scalar(root.name)],
    ['displayName', textOf(root.displayName)],
    ['description', textOf(root.description)],
    ['annotations', annotationsTree(root)],
    ...unknownEntries(root.unknown),
  ]);
}

/** The embedded components, sorted by key, so that two people adding components seldom touch the same lines. */
function componentsTree(document: PipelineDocument): FileNode | undefined {
  if (document.components.size === 0) return undefined;
  const components = [...document.components.values()].sort((left, right) => (left.key < right.key ? -1 : 1));
  return fields(
    'block',
    components.map((component) => [component.key, componentTree(component)] as const),
  );
}

function componentTree(component: ComponentRecord): FileNode {
  const { origin } = component;
  const originTree =
    origin === undefined
      ? undefined
      : fields(origin.text === undefined ? 'flow' : 'block', [
          ['path', textOf(origin.path)],
          ['url', textOf(origin.url)],
          ['text', textOf(origin.text)],
        ]);
  return orderedMap('block', [
    ...(originTree === undefined ? [] : [['origin', originTree] as const]),
    ['spec', treeNode(component.spec, 'block')],
  ]);
}
