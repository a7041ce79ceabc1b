import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reference } from '../../../../src/model/argument.ts';
import type { PipelineId } from '../../../../src/model/ids.ts';
import { typeLabel } from '../../../../src/model/type-label.ts';
import { TypeGlyph } from '../../../parts/value-editors/TypeGlyph.tsx';
import type { TabId } from '../../../state/documents-slice.ts';
import { getState } from '../../../state/store.ts';
import { findReferences, type ReferenceChoice, type ReferencePlace } from './find-references.ts';
import { type PickItem, PickList } from './PickList.tsx';
import classes from './References.module.css';

interface ReferencePickerProps {
  readonly tabId: TabId;
  readonly pipeline: PipelineId;
  readonly place: ReferencePlace;
  readonly label: string;
  /** With words beside the icon, where nothing else fills the place. */
  readonly isLabelled?: boolean;
  readonly onPick: (reference: Reference) => void;
  /** As in `PickList`. */
  readonly returnsFocus?: boolean;
  /** Offers a new pipeline input of this name at the top. */
  readonly newInput?: { readonly name: string; readonly onPick: () => void } | undefined;
}

/** Lists everything that can feed a place; what does not fit is left out. */
export function ReferencePicker(props: ReferencePickerProps) {
  const { tabId, pipeline, place, label, isLabelled = false, onPick, returnsFocus = true, newInput } = props;
  const { t } = useTranslation();
  const findItems = (): readonly PickItem[] => {
    const document = getState().documents.tabs.get(tabId)?.document;
    const choices = document === undefined ? [] : findReferences(document, pipeline, place);
    const items = choices.map((choice) => itemOf(choice, () => onPick(choice.reference)));
    if (newInput === undefined) return items;
    const words = <span className={classes.newInput}>{t('inspector.newInput', { name: newInput.name })}</span>;
    return [{ id: 'new', text: '', line: words, isOffer: true, onPick: newInput.onPick }, ...items];
  };
  return (
    <PickList
      label={label}
      searchLabel={t('inspector.findSource')}
      findItems={findItems}
      returnsFocus={returnsFocus}
      renderTarget={({ isOpen, toggle }) => {
        const common = {
          'aria-haspopup': 'listbox',
          'aria-expanded': isOpen,
          'aria-label': label,
          onClick: toggle,
        } as const;
        const icon = <IconPlugConnected size={isLabelled ? 14 : 15} stroke={1.7} aria-hidden={true} />;
        if (!isLabelled) {
          return (
            <Tooltip label={label}>
              <ActionIcon size={22} {...common}>
                {icon}
              </ActionIcon>
            </Tooltip>
          );
        }
        return (
          <Button variant="default" size="compact-xs" leftSection={icon} {...common}>
            {t('inspector.connect')}
          </Button>
        );
      }}
    />
  );
}

function itemOf(choice: ReferenceChoice, onPick: () => void): PickItem {
  const { owner, name, type, reference } = choice;
  const text = `${reference.kind} ${owner ?? ''} ${name} ${typeLabel(type)}`;
  return { id: JSON.stringify(reference), text, line: <ChoiceLine choice={choice} />, onPick };
}

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
