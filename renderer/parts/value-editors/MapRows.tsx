import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { emptyLike, freeKey, type MapValue, withEntry, withoutEntry, withRenamedKey } from './collection-edits.ts';
import type { RowsProps } from './rows-props.ts';
import { useFieldDraft } from './use-field-draft.ts';
import classes from './values.module.css';

/** The entries of a dictionary, one in a row. */
export function MapRows({ Item, value, label, readOnly, onChange, onEnd, onRevert }: RowsProps<MapValue>) {
  const { t } = useTranslation();
  const entries = Object.entries(value);
  const step = (next: MapValue): void => {
    onChange(next);
    onEnd();
  };
  return (
    <fieldset className={classes.rows} aria-label={label}>
      {entries.length === 0 && <p className={classes.unset}>{t('values.emptyMap')}</p>}
      {entries.map(([key, item], index) => {
        const name = t('values.entry', { name: label, key });
        return (
          // The key itself changes while it is typed; its place does not.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <div key={index} className={classes.row}>
            <KeyField
              map={value}
              entry={key}
              readOnly={readOnly}
              label={t('values.keyOf', { name: label, number: index + 1 })}
              onChange={step}
            />
            <Item
              value={item}
              label={name}
              readOnly={readOnly}
              onChange={(next) => onChange(withEntry(value, key, next))}
              onEnd={onEnd}
              onRevert={onRevert}
            />
            {!readOnly && (
              <span className={classes.tools}>
                <ActionIcon
                  size={20}
                  aria-label={t('values.remove', { name })}
                  onClick={() => step(withoutEntry(value, key))}
                >
                  <IconX size={13} aria-hidden={true} />
                </ActionIcon>
              </span>
            )}
          </div>
        );
      })}
      {!readOnly && (
        <Button
          className={classes.add ?? ''}
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={13} aria-hidden={true} />}
          onClick={() => step(withEntry(value, freeKey(value), emptyLike(entries.at(-1)?.[1])))}
        >
          {t('values.addEntry')}
        </Button>
      )}
    </fieldset>
  );
}

interface KeyFieldProps {
  readonly map: MapValue;
  readonly entry: string;
  readonly label: string;
  readonly readOnly: boolean;
  readonly onChange: (map: MapValue) => void;
}

/** The name of an entry; counts when the field is left, since every entry has a name of its own. */
function KeyField({ map, entry, label, readOnly, onChange }: KeyFieldProps) {
  const { t } = useTranslation();
  const draft = useFieldDraft<MapValue>({
    stored: map,
    shown: entry,
    read: (text) => {
      const renamed = withRenamedKey(map, entry, text);
      return renamed === undefined
        ? { ok: false, reason: t('values.problem.duplicate-key') }
        : { ok: true, value: renamed };
    },
    write: onChange,
    end: () => undefined,
    when: 'leaving',
  });
  return (
    <TextInput
      className={classes.key ?? ''}
      aria-label={label}
      value={draft.text}
      readOnly={readOnly}
      error={draft.reason}
      spellCheck={false}
      onChange={(event) => draft.type(event.currentTarget.value)}
      {...draft.handlers}
    />
  );
}
