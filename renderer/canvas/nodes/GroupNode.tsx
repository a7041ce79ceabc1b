import { IconArrowsSplit2, IconDoorExit, IconRepeat } from '@tabler/icons-react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupId } from '../../../src/model/ids.ts';
import { useApp } from '../../state/store.ts';
import type { FlowNode } from '../graph/flow-types.ts';
import classes from './GroupNode.module.css';

const DRAWINGS = { branches: IconArrowsSplit2, loop: IconRepeat, 'exit-handler': IconDoorExit } as const;

/** A loop, a set of branches or an exit handler: a frame around what it holds. */
export const GroupNode = memo(function GroupNode({ data, selected }: NodeProps<FlowNode>) {
  const { t } = useTranslation();
  const group = useApp((state) => state.documents.tabs.get(data.tabId)?.document.groups.get(data.key as GroupId));
  if (group === undefined) return null;
  const Drawing = DRAWINGS[group.kind];
  const kind = t(`canvas.group.${group.kind}`);
  return (
    <article
      className={classes.group}
      data-selected={selected}
      data-kind={group.kind}
      aria-label={`${kind}: ${group.name}`}
    >
      <div className={classes.title}>
        <Drawing size={15} stroke={1.7} aria-hidden={true} />
        <span>{group.displayName ?? group.name}</span>
        <span className={classes.kind}>{kind}</span>
      </div>
    </article>
  );
});
