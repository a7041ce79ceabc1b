import { ActionIcon, Menu } from '@mantine/core';
import { IconAbc, IconBraces, IconBrackets, IconCircleOff, IconNumbers, IconToggleLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConstantValue } from '../../../src/model/argument.ts';
import {
  convertItem,
  ITEM_KINDS,
  type ItemKind,
  kindOfItem,
  type ListValue,
  type MapValue,
} from './collection-edits.ts';
import { ListRows } from './ListRows.tsx';
import { MapRows } from './MapRows.tsx';
import type { ItemProps } from './rows-props.ts';
import { SwitchEditor } from './SwitchEditor.tsx';
import { TextEditor } from './TextEditor.tsx';
import classes from './values.module.css';

const DRAWINGS = {
  text: IconAbc,
  number: IconNumbers,
  truth: IconToggleLeft,
  list: IconBrackets,
  map: IconBraces,
  null: IconCircleOff,
} as const;

/** One item of a list or dictionary: what kind it is, and its value. Lists and dictionaries hold others. */
export function ItemEditor(props: ItemProps<ConstantValue>) {
  const { value, label, readOnly, onChange, onEnd } = props;
  const kind = kindOfItem(value);
  const convert = (next: ItemKind): void => {
    onChange(convertItem(value, next));
    onEnd();
  };
  return (
    <div className={classes.item} data-kind={kind}>
      <KindMenu kind={kind} label={label} readOnly={readOnly} onChoose={convert} />
      <ItemValue {...props} />
    </div>
  );
}

function ItemValue({ value, label, readOnly, onChange, onEnd, onRevert }: ItemProps<ConstantValue>) {
  const { t } = useTranslation();
  // An item is never unset: what is emptied becomes the empty value of its kind.
  const keep = (next: ConstantValue | undefined): void => onChange(next ?? 0);
  const common = { value, label, readOnly, onChange: keep, onEnd, onRevert };
  switch (kindOfItem(value)) {
    case 'text':
      return <TextEditor {...common} type="STRING" />;
    case 'number':
      return <TextEditor {...common} type="NUMBER_DOUBLE" />;
    case 'truth':
      return <SwitchEditor {...common} type="BOOLEAN" />;
    case 'null':
      return <span className={classes.unset}>{t('values.kind.null')}</span>;
    case 'list':
      return (
        <ListRows
          Item={ItemEditor}
          value={value as ListValue}
          label={label}
          readOnly={readOnly}
          onChange={onChange}
          onEnd={onEnd}
          onRevert={onRevert}
        />
      );
    case 'map':
      return (
        <MapRows
          Item={ItemEditor}
          value={value as MapValue}
          label={label}
          readOnly={readOnly}
          onChange={onChange}
          onEnd={onEnd}
          onRevert={onRevert}
        />
      );
  }
}

interface KindMenuProps {
  readonly kind: ItemKind;
  readonly label: string;
  readonly readOnly: boolean;
  readonly onChoose: (kind: ItemKind) => void;
}

function KindMenu({ kind, label, readOnly, onChoose }: KindMenuProps) {
  const { t } = useTranslation();
  const Drawing = DRAWINGS[kind];
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon
          size={22}
          className={classes.kind ?? ''}
          disabled={readOnly}
          aria-label={t('values.kindOf', { name: label, kind: t(`values.kind.${kind}`) })}
        >
          <Drawing size={15} stroke={1.6} aria-hidden={true} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ITEM_KINDS.map((choice) => {
          const Choice = DRAWINGS[choice];
          return (
            <Menu.Item
              key={choice}
              leftSection={<Choice size={15} stroke={1.6} aria-hidden={true} />}
              onClick={() => onChoose(choice)}
            >
              {t(`values.kind.${choice}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
