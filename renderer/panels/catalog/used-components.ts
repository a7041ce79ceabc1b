import type { CatalogEntry, UsableEntry } from '../../../src/catalog/component-description.ts';
import { describeComponentRecord } from '../../../src/catalog/describe-component-record.ts';
import { nameOfComponentKey } from '../../../src/model/component-key.ts';
import type { ComponentRecord, PipelineDocument } from '../../../src/model/document.ts';
import type { ComponentKey, TaskId } from '../../../src/model/ids.ts';
import { changedEntryOf } from '../../state/changed-components.ts';
import { pathOfOrigin } from '../../state/component-origin.ts';

/** A component that tasks of a document run. */
export interface UsedComponent {
  readonly key: ComponentKey;
  readonly title: string;
  readonly record: ComponentRecord;
  readonly tasks: readonly TaskId[];
  /** Its file, where that is in the catalog. */
  readonly entry?: CatalogEntry;
  /** The same file with another text by now. */
  readonly changed?: UsableEntry;
}

/** The components of a document with their tasks, by title. Linear in tasks. */
export function usedComponents(
  document: PipelineDocument,
  documentPath: string | null,
  entries: ReadonlyMap<string, CatalogEntry>,
): readonly UsedComponent[] {
  const users = new Map<ComponentKey, TaskId[]>();
  for (const task of document.tasks.values()) {
    if (task.target.kind !== 'component') continue;
    const list = users.get(task.target.component);
    if (list === undefined) users.set(task.target.component, [task.id]);
    else list.push(task.id);
  }
  const used = [...users].flatMap(([key, tasks]) => {
    const record = document.components.get(key);
    return record === undefined ? [] : [describe(record, tasks, documentPath, entries)];
  });
  return used.sort((left, right) => (left.title.toLowerCase() < right.title.toLowerCase() ? -1 : 1));
}

function describe(
  record: ComponentRecord,
  tasks: readonly TaskId[],
  documentPath: string | null,
  entries: ReadonlyMap<string, CatalogEntry>,
): UsedComponent {
  const origin = record.origin?.path;
  const entry = origin === undefined ? undefined : entries.get(pathOfOrigin(origin, documentPath));
  const changed = changedEntryOf(record, documentPath, entries);
  const title = describeComponentRecord(record)?.title ?? nameOfComponentKey(record.key);
  return {
    key: record.key,
    title,
    record,
    tasks,
    ...(entry === undefined ? {} : { entry }),
    ...(changed === undefined ? {} : { changed }),
  };
}
