import type { NodeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupRecord } from '../../../src/model/group.ts';
import type { BodyId, GroupId } from '../../../src/model/ids.ts';
import { useApp } from '../../state/store.ts';
import { CONDITION_IN, type Frame, LANE_TITLE_HEIGHT, TITLE_HEIGHT } from '../geometry/group-frame.ts';
import type { FlowNode } from '../graph/flow-types.ts';
import { AfterHandle } from './AfterHandle.tsx';
import { CollapsedRows } from './CollapsedRows.tsx';
import { ConditionHandle } from './ConditionHandle.tsx';
import { GroupColumns } from './GroupColumns.tsx';
import classes from './GroupNode.module.css';
import { GroupTitle } from './GroupTitle.tsx';
import { LaneView } from './LaneView.tsx';
import { useGroupRun, useGroupWords } from './use-group.ts';

const SIZES = {
  '--title-height': `${TITLE_HEIGHT}px`,
  '--lane-title-height': `${LANE_TITLE_HEIGHT}px`,
} as CSSProperties;

/** A loop, a set of branches or an exit handler: a frame around what it holds, or one node that stands for it. */
export const GroupNode = memo(function GroupNode({ data, selected }: NodeProps<FlowNode>) {
  const group = useApp((state) => state.documents.tabs.get(data.tabId)?.document.groups.get(data.key as GroupId));
  if (group === undefined || data.frame === undefined) return null;
  return <Group data={data} group={group} frame={data.frame} selected={selected} />;
});

interface GroupProps {
  readonly data: FlowNode['data'];
  readonly group: GroupRecord;
  readonly frame: Frame;
  readonly selected: boolean;
}

function Group({ data, group, frame, selected }: GroupProps) {
  const { t } = useTranslation();
  const { tabId } = data;
  const run = useGroupRun(tabId, group.name);
  const words = useGroupWords(tabId, group);
  const drop = useDrop(data, group);
  return (
    <article
      className={frame.isCollapsed ? classes.folded : classes.group}
      style={SIZES}
      data-group={group.name}
      data-kind={group.kind}
      data-selected={selected}
      data-drop={drop}
      data-run-state={run?.phase}
      aria-label={t('canvas.group.label', { words, name: group.name })}
    >
      {!frame.isCollapsed && <div className={classes.border} data-frame-title={true} aria-hidden={true} />}
      <GroupTitle tabId={tabId} group={group} words={words} run={run} isCollapsed={frame.isCollapsed} />
      <AfterHandle node={group.id} side="in" />
      <AfterHandle node={group.id} side="out" />
      {frame.isCollapsed ? (
        <CollapsedRows tabId={tabId} group={group} />
      ) : (
        <>
          <GroupColumns tabId={tabId} group={group} />
          {group.kind === 'branches' && frame.lanes.length === 0 && (
            <ConditionHandle handle={`${CONDITION_IN}:0`} top={TITLE_HEIGHT - LANE_TITLE_HEIGHT / 2} />
          )}
          {group.kind === 'branches' &&
            frame.lanes.map((lane, index) => (
              <LaneView key={lane.body} tabId={tabId} group={group} lane={lane} index={index} />
            ))}
        </>
      )}
    </article>
  );
}

/** Whether what is dragged would come to stand in this frame itself. Branches with frames say it for themselves. */
function useDrop(data: FlowNode['data'], group: GroupRecord): 'into' | 'refused' | undefined {
  const body: BodyId | undefined = group.kind === 'branches' ? group.branches[0]?.body : group.body;
  const hasLanes = group.kind === 'branches' && group.branches.length > 1;
  return useApp(({ session: { drag } }) => {
    if (hasLanes || drag?.tabId !== data.tabId || drag.over === undefined || drag.over.body !== body) return undefined;
    return drag.over.problem === null ? 'into' : 'refused';
  });
}
