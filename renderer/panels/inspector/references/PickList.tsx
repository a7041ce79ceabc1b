import { Combobox, type ComboboxStore, useCombobox } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './References.module.css';

/** More would be too many to look through; typing a few letters finds the rest. */
const SHOWN = 200;

/** One line of a list to pick from. */
export interface PickItem {
  /** Unlike that of every other item. */
  readonly id: string;
  /** What is searched in. */
  readonly text: string;
  readonly line: ReactNode;
  /** Shown only while nothing is searched for. */
  readonly isOffer?: boolean;
  readonly onPick: () => void;
}

interface PickListProps {
  readonly label: string;
  /** What the search field says. */
  readonly searchLabel: string;
  /** Asked when the list opens: looking for what fits can take a moment in a large pipeline. */
  readonly findItems: () => readonly PickItem[];
  /** The button that opens it. */
  readonly renderTarget: (list: { readonly isOpen: boolean; readonly toggle: () => void }) => ReactNode;
  /** Whether the button has the focus again after a choice; otherwise the choice puts it where it belongs. */
  readonly returnsFocus?: boolean;
}

/** A button that opens a list to search and pick from. */
export function PickList({ label, searchLabel, findItems, renderTarget, returnsFocus = true }: PickListProps) {
  const [items, setItems] = useState<readonly PickItem[]>([]);
  const hasPicked = useRef(false);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      if (returnsFocus || !hasPicked.current) combobox.focusTarget();
      hasPicked.current = false;
    },
    onDropdownOpen: () => {
      setItems(findItems());
      combobox.focusSearchInput();
    },
  });
  const submit = (id: string): void => {
    hasPicked.current = true;
    combobox.closeDropdown();
    items.find((item) => item.id === id)?.onPick();
  };
  const target = { isOpen: combobox.dropdownOpened, toggle: () => combobox.toggleDropdown() };
  return (
    <Combobox store={combobox} width={280} position="bottom-end" onOptionSubmit={submit}>
      <Combobox.Target withAriaAttributes={false}>{renderTarget(target)}</Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown ?? ''}>
        {combobox.dropdownOpened && <Items items={items} label={label} searchLabel={searchLabel} combobox={combobox} />}
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface ItemsProps {
  readonly items: readonly PickItem[];
  readonly label: string;
  readonly searchLabel: string;
  readonly combobox: ComboboxStore;
}

function Items({ items, label, searchLabel, combobox }: ItemsProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const words = query.toLowerCase().split(/\s+/);
  const fitting = items.filter(({ text, isOffer = false }) =>
    isOffer ? query === '' : words.every((word) => text.toLowerCase().includes(word)),
  );
  const more = fitting.length - SHOWN;
  return (
    <>
      <Combobox.Search
        value={query}
        aria-label={searchLabel}
        placeholder={searchLabel}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          combobox.updateSelectedOptionIndex();
        }}
      />
      <Combobox.Options className={classes.options ?? ''} aria-label={label}>
        {fitting.slice(0, SHOWN).map(({ id, line }) => (
          <Combobox.Option key={id} value={id}>
            {line}
          </Combobox.Option>
        ))}
        {fitting.length === 0 && <Combobox.Empty>{t('inspector.noSource')}</Combobox.Empty>}
      </Combobox.Options>
      {more > 0 && <p className={classes.more}>{t('inspector.moreSources', { count: more })}</p>}
    </>
  );
}
