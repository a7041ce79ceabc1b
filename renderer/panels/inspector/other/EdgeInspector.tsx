import { Button } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { unchanged } from '../../../../src/model/draft.ts';
import { planRemoveWire } from '../../../canvas/acts/remove-selected.ts';
import type { EdgeKey } from '../../../canvas/graph/edge-id.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useCanEdit, useDocument } from '../../../state/hooks.ts';
import { clearSelection } from '../../../state/selection.ts';
import { gestureOf } from '../fields/gesture.ts';
import { SubjectHeader } from '../fields/SubjectHeader.tsx';
import { goToNode } from '../references/go-to-source.ts';
import { endsOfEdge } from './edge-ends.ts';
import classes from './Other.module.css';

/** A wire: where it comes from and where it goes. */
export function EdgeInspector({ tabId, edge }: { readonly tabId: TabId; readonly edge: EdgeKey }) {
  const { t } = useTranslation();
  const document = useDocument(tabId);
  const canEdit = useCanEdit(tabId);
  const ends = endsOfEdge(document, edge);
  if (ends === undefined) return null;
  const remove = (): void => {
    gestureOf(tabId, 'edge').step((next) => planRemoveWire(next, edge) ?? unchanged(next, { key: 'edit.disconnect' }));
    clearSelection(tabId);
  };
  return (
    <>
      <SubjectHeader
        icon={IconArrowRight}
        title={`${ends.from.text} → ${ends.to.text}`}
        subtitle={t(`inspector.edge.${edge.kind}`)}
      />
      <div className={classes.body}>
        <dl className={classes.ends}>
          {(['from', 'to'] as const).map((side) => (
            <div key={side} style={{ display: 'contents' }}>
              <dt>{t(`inspector.edge.${side}`)}</dt>
              <dd>
                <button type="button" className={classes.link} onClick={() => goToNode(tabId, ends[side].key)}>
                  {ends[side].text}
                </button>
              </dd>
            </div>
          ))}
        </dl>
        {canEdit && planRemoveWire(document, edge) !== undefined && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconTrash size={14} aria-hidden={true} />}
            onClick={remove}
          >
            {t('inspector.edge.delete')}
          </Button>
        )}
      </div>
    </>
  );
}
