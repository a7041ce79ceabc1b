import { Handle, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { GroupRecord } from '../../../src/model/group.ts';
import { bodiesOfGroup, isTask, nodesBelow } from '../../../src/model/lookups.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { useApp } from '../../state/store.ts';
import { INNER_IN, INNER_OUT } from '../geometry/group-frame.ts';
import { ResultRow } from './GroupColumns.tsx';
import classes from './GroupNode.module.css';

/** What a folded group holds, and its outputs. */
export function CollapsedRows({ tabId, group }: { readonly tabId: TabId; readonly group: GroupRecord }) {
  const { t } = useTranslation();
  const counts = useApp((state) => {
    const document = state.documents.tabs.get(tabId)?.document;
    const nodes = document === undefined ? [] : bodiesOfGroup(group).flatMap((body) => nodesBelow(document, body));
    const tasks = nodes.filter(isTask).length;
    return `${tasks} ${nodes.length - tasks}`;
  });
  const [tasks = 0, groups = 0] = counts.split(' ').map(Number);
  const words = [
    t('canvas.group.tasks', { count: tasks }),
    ...(groups === 0 ? [] : [t('canvas.group.groups', { count: groups })]),
  ];
  return (
    <div className={classes.foldedRows}>
      <div className={classes.row} data-row={true}>
        <Handle
          id={INNER_IN}
          type="target"
          position={Position.Left}
          className={classes.inner ?? ''}
          isConnectable={false}
        />
        <span className={classes.counts}>{words.join(', ')}</span>
        <Handle
          id={INNER_OUT}
          type="source"
          position={Position.Right}
          className={classes.inner ?? ''}
          isConnectable={false}
        />
      </div>
      {group.kind === 'branches' &&
        group.outputs.map(({ name }) => (
          <ResultRow key={name} tabId={tabId} group={group} name={name} isInside={false} />
        ))}
    </div>
  );
}
