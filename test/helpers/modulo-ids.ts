import type { PipelineDocument } from '../../src/model/document.ts';
import { definitionsOf, nodesOfPipeline, notesOfPipeline, rootPipeline } from '../../src/model/lookups.ts';

/**
 * A document as plain data in which every id is replaced by where its record stands. Two documents that differ in
 * their ids only give equal data. The counter and unused missing names are no part of it.
 */
export function moduloIds(document: PipelineDocument): unknown {
  const labels = labelsOf(document);
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return replaceText(labels, value);
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
  };
  const table = (map: ReadonlyMap<string, unknown>): [string, unknown][] =>
    [...map].map(([key, value]): [string, unknown] => [replaceText(labels, key), replace(value)]).sort(byKey);
  const { pipelines, bodies, tasks, groups, components, notes, layout, missing, unknown } = document;
  const used = JSON.stringify([[...tasks.values()], [...groups.values()], [...pipelines.values()]]);
  const usedMissing = new Map([...missing].filter(([id]) => used.includes(`"${id}"`)));
  return {
    root: replaceText(labels, document.root),
    ...{ pipelines: table(pipelines), bodies: table(bodies), tasks: table(tasks), groups: table(groups) },
    ...{ components: table(components), notes: table(notes), layout: table(layout) },
    missing: [...usedMissing.values()].sort(),
    unknown: unknown ?? {},
  };
}

function labelsOf(document: PipelineDocument): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const pipeline of [rootPipeline(document), ...definitionsOf(document)]) {
    const own = pipeline.id === document.root ? '<root>' : `<${pipeline.name}>`;
    labels.set(pipeline.id, own);
    labels.set(pipeline.body, `${own} body`);
    nodesOfPipeline(document, pipeline.id).forEach((node, index) => {
      labels.set(node.id, `${own} node ${index}`);
      if (!('kind' in node)) return;
      const bodies = node.kind === 'branches' ? node.branches.map((branch) => branch.body) : [node.body];
      for (const [place, body] of bodies.entries()) labels.set(body, `${own} node ${index} body ${place}`);
    });
    for (const [index, note] of notesOfPipeline(document, pipeline.id).entries()) {
      labels.set(note.id, `${own} note ${index}`);
    }
  }
  for (const [id, name] of document.missing) labels.set(id, `<missing ${id[0]} ${name}>`);
  return labels;
}

function replaceText(labels: ReadonlyMap<string, string>, text: string): string {
  const terminal = /^(inputs|outputs):(.*)$/.exec(text);
  const label = terminal === null ? labels.get(text) : labels.get(terminal[2] ?? '');
  if (label === undefined) return text;
  return terminal === null ? label : `${terminal[1]}:${label}`;
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
