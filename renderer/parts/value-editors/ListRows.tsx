import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { emptyLike, type ListValue, withItem, withMovedItem, withoutItem } from './collection-edits.ts';
import type { RowsProps } from './rows-props.ts';
import classes from './values.module.css';

/** The items of a list, one in a row. */
export function ListRows({ Item, value, label, readOnly, onChange, onEnd, onRevert }: RowsProps<ListValue>) {
  const { t } = useTranslation();
  const step = (next: ListValue): void => {
    onChange(next);
    onEnd();
  };
  return (
    <fieldset className={classes.rows} aria-label={label}>
      {value.length === 0 && <p className={classes.unset}>{t('values.emptyList')}</p>}
      {value.map((item, index) => {
        const name = t('values.item', { name: label, number: index + 1 });
        return (
          // Items of a list are told apart by their place alone.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <div key={index} className={classes.row}>
            <span className={classes.index} aria-hidden={true}>
              {index + 1}
            </span>
            <Item
              value={item}
              label={name}
              readOnly={readOnly}
              onChange={(next) => onChange(withItem(value, index, next))}
              onEnd={onEnd}
              onRevert={onRevert}
            />
            {!readOnly && (
              <span className={classes.tools}>
                <ActionIcon
                  size={20}
                  aria-label={t('values.up', { name })}
                  disabled={index === 0}
                  onClick={() => step(withMovedItem(value, index, -1))}
                >
                  <IconArrowUp size={13} aria-hidden={true} />
                </ActionIcon>
                <ActionIcon
                  size={20}
                  aria-label={t('values.down', { name })}
                  disabled={index === value.length - 1}
                  onClick={() => step(withMovedItem(value, index, 1))}
                >
                  <IconArrowDown size={13} aria-hidden={true} />
                </ActionIcon>
                <ActionIcon
                  size={20}
                  aria-label={t('values.remove', { name })}
                  onClick={() => step(withoutItem(value, index))}
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
          onClick={() => step([...value, emptyLike(value.at(-1))])}
        >
          {t('values.addItem')}
        </Button>
      )}
    </fieldset>
  );
}
