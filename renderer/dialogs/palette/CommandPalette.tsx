import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon.tsx';
import classes from './CommandPalette.module.css';
import { matchEntries } from './match-entries.ts';
import { listPaletteEntries, type PaletteEntry } from './palette-entries.ts';

export interface CommandPaletteProps {
  readonly mode: 'commands' | 'tasks';
  readonly onClose: () => void;
}

const OPTION_ID = 'palette-option-';

/** One field to find and do everything: commands, open pipelines and tasks. */
export function CommandPalette({ mode, onClose }: CommandPaletteProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(0);
  const entries = useMemo(() => listPaletteEntries(mode), [mode]);
  const found = useMemo(() => matchEntries(entries, query), [entries, query]);
  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    // After the dialog has given the focus back, so that the command finds the place it was called from.
    requestAnimationFrame(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (event.key === 'Enter') choose(found[current]);
    else if (step === undefined) return;
    else setCurrent(Math.max(0, Math.min(found.length - 1, current + step)));
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      yOffset="12vh"
      centered={false}
      size={560}
      padding={0}
      attributes={{ content: { 'aria-label': t('palette.name') } }}
    >
      <div className={classes.field}>
        <IconSearch size={16} aria-hidden={true} />
        <input
          data-autofocus
          className={classes.input}
          role="combobox"
          aria-expanded={true}
          aria-controls="palette-list"
          aria-label={t('palette.name')}
          {...(found.length === 0 ? {} : { 'aria-activedescendant': OPTION_ID + current })}
          placeholder={t(mode === 'tasks' ? 'palette.findTask' : 'palette.find')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setCurrent(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={classes.list} id="palette-list" role="listbox" aria-label={t('palette.results')}>
        {found.map((entry, index) => (
          <Option
            key={`${entry.kind} ${entry.id}`}
            entry={entry}
            index={index}
            isCurrent={index === current}
            onChoose={() => choose(entry)}
          />
        ))}
      </div>
      {found.length === 0 && <p className={classes.empty}>{t('palette.nothing')}</p>}
    </Modal>
  );
}

interface OptionProps {
  readonly entry: PaletteEntry;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}

function Option({ entry, index, isCurrent, onChoose }: OptionProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <div
      ref={element}
      id={OPTION_ID + index}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className={classes.option}
      onPointerUp={onChoose}
    >
      <span className={classes.icon}>
        <Icon name={entry.icon} size={15} />
      </span>
      <span className={classes.label}>{entry.label}</span>
      {entry.kind !== 'command' && <span className={classes.kind}>{t(`palette.kind.${entry.kind}`)}</span>}
      {entry.hint !== undefined && <kbd className={classes.hint}>{entry.hint}</kbd>}
    </div>
  );
}
