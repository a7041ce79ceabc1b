import { useCallback, useMemo, useState } from 'react';
import type { ComponentFilter, ComponentSearch } from '../../../src/catalog/search.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { useApp } from '../../state/store.ts';
import type { TypeFilter } from './CatalogSearch.tsx';
import { type CatalogRow, folderRows, resultRows } from './catalog-rows.ts';
import type { TypeChoices } from './type-choices.ts';
import { usedComponents } from './used-components.ts';

/** What is asked of the catalog. */
export interface CatalogQuestion {
  readonly tabId: TabId | null;
  readonly search: ComponentSearch;
  readonly types: TypeChoices;
  readonly query: string;
  readonly filter: TypeFilter;
  readonly onlyBroken: boolean;
}

/** What the tree shows. */
export interface CatalogView {
  readonly rows: readonly CatalogRow[];
  /** A list of what was found, in place of the folders. */
  readonly isFiltered: boolean;
  readonly toggle: (id: string) => void;
}

/** What one may put in comes first; what is in already is for those who look for it. */
const FOLDED_AT_FIRST: ReadonlySet<string> = new Set(['used']);

/** The rows for a question: folders, or what was found. */
export function useCatalogRows(question: CatalogQuestion): CatalogView {
  const { tabId, search, types, query, filter, onlyBroken } = question;
  const entries = useApp((state) => state.live.catalog.entries);
  const document = useApp((state) => (tabId === null ? undefined : state.documents.tabs.get(tabId)?.document));
  const path = useApp((state) => (tabId === null ? null : (state.documents.tabs.get(tabId)?.file?.path ?? null)));
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(FOLDED_AT_FIRST);
  const tasks = document?.tasks;
  const components = document?.components;
  // Positions and notes change nothing here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these two parts of the document are read
  const used = useMemo(
    () => (document === undefined ? [] : usedComponents(document, path, entries)),
    [tasks, components, path, entries],
  );
  const isFiltered = query.trim() !== '' || filter.takes !== '' || filter.gives !== '' || onlyBroken;
  const rows = useMemo(() => {
    const matches = search.search(query, filterOf(filter, types));
    if (!isFiltered)
      return folderRows(
        matches.map((match) => match.entry),
        used,
        collapsed,
      );
    return resultRows(onlyBroken ? matches.filter(({ entry }) => entry.status === 'broken') : matches);
  }, [search, query, filter, types, isFiltered, onlyBroken, used, collapsed]);
  const toggle = useCallback((id: string) => {
    setCollapsed((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  return { rows, isFiltered, toggle };
}

function filterOf({ takes, gives }: TypeFilter, types: TypeChoices): ComponentFilter {
  const inputType = types.inputs.get(takes);
  const outputType = types.outputs.get(gives);
  return {
    ...(inputType === undefined ? {} : { inputType }),
    ...(outputType === undefined ? {} : { outputType }),
  };
}
