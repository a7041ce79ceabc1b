import { resolveReference } from '../../../src/analysis/resolve-reference.ts';
import { interfaceOfTask } from '../../../src/analysis/task-interface.ts';
import type { CatalogEntry, UsableEntry } from '../../../src/catalog/component-description.ts';
import { checkTypes } from '../../../src/catalog/port-compatibility.ts';
import { createComponentSearch } from '../../../src/catalog/search.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { PipelineId } from '../../../src/model/ids.ts';
import type { PortType } from '../../../src/model/port-type.ts';
import { type CanvasPort, sourceOfPort } from '../connect/canvas-port.ts';

/** A component that may be added, and the port a dropped wire would go to. */
export interface QuickAddItem {
  readonly entry: UsableEntry;
  readonly port: string | null;
}

const MOST = 50;
const searches = new WeakMap<ReadonlyMap<string, CatalogEntry>, ReturnType<typeof createComponentSearch>>();

/** Components for a query, the best first; with a wire only those that fit it. Without a query, in the order of names. */
export function findComponents(
  entries: ReadonlyMap<string, CatalogEntry>,
  query: string,
  wire: { readonly type: PortType; readonly side: 'in' | 'out' } | null,
): readonly QuickAddItem[] {
  const found = query.trim() === '' ? sortedByName(entries) : searchFor(entries, query);
  const items = found.flatMap((entry) => itemFor(entry, wire) ?? []);
  return items.slice(0, MOST);
}

function searchFor(entries: ReadonlyMap<string, CatalogEntry>, query: string): readonly UsableEntry[] {
  let search = searches.get(entries);
  if (search === undefined) {
    search = createComponentSearch([...entries.values()]);
    searches.set(entries, search);
  }
  return search.search(query, {}).flatMap(({ entry }) => (isUsable(entry) ? [entry] : []));
}

function sortedByName(entries: ReadonlyMap<string, CatalogEntry>): readonly UsableEntry[] {
  const usable = [...entries.values()].filter(isUsable);
  return usable.sort((left, right) => left.description.title.localeCompare(right.description.title));
}

function isUsable(entry: CatalogEntry): entry is UsableEntry {
  return entry.status === 'ok' && entry.description.problems.length === 0;
}

/** `side` is that of the port the wire comes from: from an output, an input of the component must fit. */
function itemFor(
  entry: UsableEntry,
  wire: { readonly type: PortType; readonly side: 'in' | 'out' } | null,
): QuickAddItem | undefined {
  if (wire === null) return { entry, port: null };
  const { inputs, outputs } = entry.description;
  const port =
    wire.side === 'out'
      ? inputs.find((input) => checkTypes(wire.type, input.type) === undefined)
      : outputs.find((output) => checkTypes(output.type, wire.type) === undefined);
  return port === undefined ? undefined : { entry, port: port.id };
}

/** The type at a port of the canvas; null for ports without one. */
export function typeOfPort(
  document: PipelineDocument,
  pipeline: PipelineId,
  port: CanvasPort,
): { readonly type: PortType; readonly side: 'in' | 'out' } | null {
  const record = document.pipelines.get(pipeline);
  const find = (): { type: PortType; side: 'in' | 'out' } | undefined => {
    switch (port.kind) {
      case 'task-input':
        return asWire(interfaceOfTask(document, port.task).inputs.find(({ id }) => id === port.port)?.type, 'in');
      case 'pipeline-output':
        return asWire(record?.outputs.find(({ name }) => name === port.name)?.type, 'in');
      default: {
        const source = sourceOfPort(port, pipeline);
        const given = source === undefined ? undefined : resolveReference(document, pipeline, source.reference);
        return given?.ok === true ? asWire(given.type, 'out') : undefined;
      }
    }
  };
  return find() ?? null;
}

function asWire(type: PortType | undefined, side: 'in' | 'out'): { type: PortType; side: 'in' | 'out' } | undefined {
  return type === undefined ? undefined : { type, side };
}
