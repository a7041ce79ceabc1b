import { ActionIcon, Button, Combobox, Tooltip, useCombobox } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reference } from '../../../../src/model/argument.ts';
import type { PipelineId } from '../../../../src/model/ids.ts';
import { typeLabel } from '../../../../src/model/type-label.ts';
import { TypeGlyph } from '../../../parts/value-editors/TypeGlyph.tsx';
import type { TabId } from '../../../state/documents-slice.ts';
import { getState } from '../../../state/store.ts';
import { findReferences, type ReferenceChoice, type ReferencePlace } from './find-references.ts';
import classes from './References.module.css';

/** More would be too many to look through; typing a few letters finds the rest. */
const SHOWN = 200;

interface ReferencePickerProps {
  readonly tabId: TabId;
  readonly pipeline: PipelineId;
  readonly place: ReferencePlace;
  readonly label: string;
  /** With words beside the icon, where nothing else fills the place. */
  readonly isLabelled?: boolean;
  readonly onPick: (reference: Reference) => void;
  /** Whether the button has the focus again afterwards; otherwise `onPick` puts it where it belongs. */
  readonly returnsFocus?: boolean;
  /** Offers a new pipeline input of this name at the top. */
  readonly newInput?: { readonly name: string; readonly onPick: () => void } | undefined;
}

/** Lists everything that can feed a place; what does not fit is left out. */
export function ReferencePicker(props: ReferencePickerProps) {
  const { tabId, pipeline, place, label, isLabelled = false, onPick, returnsFocus = true, newInput } = props;
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [choices, setChoices] = useState<readonly ReferenceChoice[]>([]);
  const hasPicked = useRef(false);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      if (returnsFocus || !hasPicked.current) combobox.focusTarget();
      hasPicked.current = false;
      setQuery('');
    },
    onDropdownOpen: () => {
      const document = getState().documents.tabs.get(tabId)?.document;
      setChoices(document === undefined ? [] : findReferences(document, pipeline, place));
      combobox.focusSearchInput();
    },
  });
  const words = query.toLowerCase().split(/\s+/);
  const fitting = choices.filter((choice) => words.every((word) => textOf(choice).includes(word)));
  const submit = (value: string): void => {
    hasPicked.current = true;
    combobox.closeDropdown();
    if (value === NEW) newInput?.onPick();
    const chosen = value === NEW ? undefined : choices[Number(value)];
    if (chosen !== undefined) onPick(chosen.reference);
  };
  return (
    <Combobox store={combobox} width={280} position="bottom-end" onOptionSubmit={submit}>
      <Combobox.Target withAriaAttributes={false}>
        {isLabelled ? (
          <Button
            variant="default"
            size="compact-xs"
            aria-haspopup="listbox"
            aria-expanded={combobox.dropdownOpened}
            aria-label={label}
            leftSection={<IconPlugConnected size={14} aria-hidden={true} />}
            onClick={() => combobox.toggleDropdown()}
          >
            {t('inspector.connect')}
          </Button>
        ) : (
          <Tooltip label={label}>
            <ActionIcon
              size={22}
              aria-haspopup="listbox"
              aria-expanded={combobox.dropdownOpened}
              aria-label={label}
              onClick={() => combobox.toggleDropdown()}
            >
              <IconPlugConnected size={15} stroke={1.7} aria-hidden={true} />
            </ActionIcon>
          </Tooltip>
        )}
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown ?? ''}>
        <Combobox.Search
          value={query}
          aria-label={t('inspector.findSource')}
          placeholder={t('inspector.findSource')}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
        />
        <Combobox.Options className={classes.options ?? ''} aria-label={label}>
          {newInput !== undefined && query === '' && (
            <Combobox.Option value={NEW} className={classes.newInput ?? ''}>
              {t('inspector.newInput', { name: newInput.name })}
            </Combobox.Option>
          )}
          {fitting.slice(0, SHOWN).map((choice) => (
            <Combobox.Option key={textOf(choice)} value={String(choices.indexOf(choice))}>
              <ChoiceLine choice={choice} />
            </Combobox.Option>
          ))}
          {fitting.length === 0 && <Combobox.Empty>{t('inspector.noSource')}</Combobox.Empty>}
        </Combobox.Options>
        {fitting.length > SHOWN && (
          <p className={classes.more}>{t('inspector.moreSources', { count: fitting.length - SHOWN })}</p>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

const NEW = 'new';

function ChoiceLine({ choice }: { readonly choice: ReferenceChoice }) {
  const { t } = useTranslation();
  return (
    <span className={classes.choice}>
      <TypeGlyph type={choice.type} />
      {choice.owner === null ? (
        <span className={classes.kind}>{t('inspector.inputShort')}</span>
      ) : (
        <span className={classes.owner}>{choice.owner}</span>
      )}
      <span className={classes.port}>{choice.name}</span>
      <span className={classes.type}>{typeLabel(choice.type)}</span>
    </span>
  );
}

function textOf({ owner, name, type, reference }: ReferenceChoice): string {
  return `${reference.kind} ${owner ?? ''} ${name} ${typeLabel(type)}`.toLowerCase();
}
