import { IconPackages } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createComponentSearch } from '../../../src/catalog/search.ts';
import { ActionButton } from '../../commands/ActionButton.tsx';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';
import { selectActiveTab } from '../../state/hooks.ts';
import { useApp } from '../../state/store.ts';
import { CatalogFooter } from './CatalogFooter.tsx';
import { CatalogSearch, type TypeFilter } from './CatalogSearch.tsx';
import { CatalogTree } from './CatalogTree.tsx';
import { ComponentDetails } from './ComponentDetails.tsx';
import type { CatalogRow } from './catalog-rows.ts';
import { typeChoicesOf } from './type-choices.ts';
import { useCatalogRows } from './use-catalog-rows.ts';
import { useDetails } from './use-details.ts';

const NO_FILTER: TypeFilter = { takes: '', gives: '' };

/** The components of the opened folders and of the app: find one, read about it, put it into the pipeline. */
export function CatalogPanel() {
  const { t } = useTranslation();
  const catalog = useApp((state) => state.live.catalog);
  if (!catalog.loaded) return <EmptyPlace title={t('catalog.loading')} />;
  if (catalog.entries.size === 0) {
    return (
      <EmptyPlace
        icon={<IconPackages size={26} stroke={1.5} />}
        title={t('catalog.empty')}
        hint={t('catalog.emptyHint')}
      >
        <ActionButton id="file.openFolder" labelled={true} main={true} />
      </EmptyPlace>
    );
  }
  return <FilledCatalog />;
}

function FilledCatalog() {
  const tabId = useApp(selectActiveTab);
  const entries = useApp((state) => state.live.catalog.entries);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState(NO_FILTER);
  const [onlyBroken, setOnlyBroken] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const { hasDetails, openDetails, closeDetails } = useDetails();
  const asked = useDeferredValue(query);
  const search = useMemo(() => createComponentSearch([...entries.values()]), [entries]);
  const types = useMemo(() => typeChoicesOf(entries.values()), [entries]);
  const view = useCatalogRows({ tabId, search, types, query: asked, filter, onlyBroken });
  const row = view.rows.find((candidate) => candidate.id === current);
  const choose = (next: CatalogRow): void => {
    setCurrent(next.id);
    openDetails();
  };
  return (
    <>
      <CatalogSearch
        query={query}
        filter={filter}
        types={types}
        found={view.isFiltered ? view.rows.length : null}
        onQuery={setQuery}
        onFilter={setFilter}
      />
      <CatalogTree
        tabId={tabId}
        view={view}
        current={current}
        hasDetails={hasDetails}
        onCurrent={setCurrent}
        onChoose={choose}
        onClear={() => {
          setQuery('');
          setFilter(NO_FILTER);
          setOnlyBroken(false);
        }}
      />
      <CatalogFooter entries={entries} onlyBroken={onlyBroken} onOnlyBroken={setOnlyBroken} />
      {hasDetails && (row?.kind === 'component' || row?.kind === 'used') && (
        <ComponentDetails
          key={row.id}
          tabId={tabId}
          row={row}
          onClose={closeDetails}
          onShow={(path) => setCurrent(path)}
        />
      )}
    </>
  );
}
