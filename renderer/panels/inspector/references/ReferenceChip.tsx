import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { resolveReference } from '../../../../src/analysis/resolve-reference.ts';
import type { Reference } from '../../../../src/model/argument.ts';
import type { PipelineId } from '../../../../src/model/ids.ts';
import { TypeGlyph } from '../../../parts/value-editors/TypeGlyph.tsx';
import type { TabId } from '../../../state/documents-slice.ts';
import { useCanEdit, useDocument } from '../../../state/hooks.ts';
import { goToSource } from './go-to-source.ts';
import classes from './References.module.css';
import { wordsOfReference } from './reference-words.ts';

interface ReferenceChipProps {
  readonly tabId: TabId;
  readonly pipeline: PipelineId;
  readonly reference: Reference;
  readonly onRemove?: () => void;
}

/** What feeds something: press it to go there. */
export function ReferenceChip({ tabId, pipeline, reference, onRemove }: ReferenceChipProps) {
  const { t } = useTranslation();
  const document = useDocument(tabId);
  const canEdit = useCanEdit(tabId);
  const given = resolveReference(document, pipeline, reference);
  const { owner, name } = wordsOfReference(document, reference);
  const shownOwner = owner ?? t('inspector.inputShort');
  const text = owner === null ? name : `${owner}.${name}`;
  return (
    <span className={classes.chip} data-broken={!given.ok}>
      <button
        type="button"
        className={classes.jump}
        title={t(`inspector.reference.${reference.kind}`)}
        aria-label={t('inspector.goTo', { name: `${shownOwner} ${name}` })}
        onClick={() => goToSource(tabId, pipeline, reference)}
      >
        {given.ok && <TypeGlyph type={given.type} />}
        <span className={owner === null ? classes.kind : classes.owner}>{shownOwner}</span>{' '}
        <span className={classes.port}>{name}</span>
      </button>
      {canEdit && onRemove !== undefined && (
        <ActionIcon size={20} aria-label={t('inspector.disconnect', { name: text })} onClick={onRemove}>
          <IconX size={13} aria-hidden={true} />
        </ActionIcon>
      )}
    </span>
  );
}
