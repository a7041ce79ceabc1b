import { ActionIcon, NativeSelect, Popover, TextInput } from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Catalog.module.css';
import type { TypeChoices } from './type-choices.ts';

/** Labels of the types that inputs should take and outputs should give; '' for any. */
export interface TypeFilter {
  readonly takes: string;
  readonly gives: string;
}

interface CatalogSearchProps {
  readonly query: string;
  readonly filter: TypeFilter;
  readonly types: TypeChoices;
  /** How many were found; null while nothing is searched for. */
  readonly found: number | null;
  readonly onQuery: (query: string) => void;
  readonly onFilter: (filter: TypeFilter) => void;
}

/** The field to search in, and the filter by types. */
export function CatalogSearch(props: CatalogSearchProps) {
  const { query, found, onQuery } = props;
  const { t } = useTranslation();
  return (
    <search className={classes.search}>
      <TextInput
        className={classes.query ?? ''}
        type="search"
        value={query}
        aria-label={t('catalog.search')}
        placeholder={t('catalog.search')}
        leftSection={<IconSearch size={14} aria-hidden={true} />}
        rightSection={
          query !== '' && (
            <ActionIcon size={20} aria-label={t('catalog.clear')} onClick={() => onQuery('')}>
              <IconX size={13} aria-hidden={true} />
            </ActionIcon>
          )
        }
        spellCheck={false}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query !== '') {
            event.stopPropagation();
            onQuery('');
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            const panel = event.currentTarget.closest('[data-panel]');
            panel?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
          }
        }}
      />
      <FilterButton {...props} />
      <span className={classes.hidden} role="status">
        {found !== null && t('catalog.results', { count: found })}
      </span>
    </search>
  );
}

function FilterButton({ filter, types, onFilter }: CatalogSearchProps) {
  const { t } = useTranslation();
  const isOn = filter.takes !== '' || filter.gives !== '';
  const choices = (known: ReadonlyMap<string, unknown>) => [
    { value: '', label: t('catalog.anyType') },
    ...known.keys(),
  ];
  return (
    <Popover position="bottom-end" trapFocus={true} width={220}>
      <Popover.Target>
        <ActionIcon size={26} aria-label={t('catalog.filter')} data-checked={isOn} aria-pressed={isOn}>
          <IconFilter size={16} stroke={1.7} aria-hidden={true} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.filter ?? ''}>
        <NativeSelect
          label={t('catalog.takes')}
          value={filter.takes}
          data={choices(types.inputs)}
          onChange={(event) => onFilter({ ...filter, takes: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('catalog.gives')}
          value={filter.gives}
          data={choices(types.outputs)}
          onChange={(event) => onFilter({ ...filter, gives: event.currentTarget.value })}
        />
        {isOn && (
          <button type="button" className={classes.link} onClick={() => onFilter({ takes: '', gives: '' })}>
            {t('catalog.clearFilter')}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
