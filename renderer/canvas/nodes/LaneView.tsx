import { useTranslation } from 'react-i18next';
import type { BranchesGroup } from '../../../src/model/group.ts';
import { PhaseIcon } from '../../parts/PhaseIcon.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { useApp } from '../../state/store.ts';
import { CONDITION_IN, LANE_TITLE_HEIGHT, type Lane } from '../geometry/group-frame.ts';
import { ConditionHandle } from './ConditionHandle.tsx';
import classes from './GroupNode.module.css';
import { sentenceOfBranch } from './group-words.ts';
import { useGroupRun } from './use-group.ts';

interface LaneProps {
  readonly tabId: TabId;
  readonly group: BranchesGroup;
  readonly lane: Lane;
  readonly index: number;
}

/** The frame of one branch. */
export function LaneView({ tabId, group, lane, index }: LaneProps) {
  const { t } = useTranslation();
  const branch = group.branches[index];
  const run = useGroupRun(tabId, branch?.name ?? '');
  const words = useApp((state) => {
    const document = state.documents.tabs.get(tabId)?.document;
    return document === undefined ? '' : sentenceOfBranch(document, group, index, t);
  });
  const drop = useApp(({ session: { drag } }) => {
    if (drag?.tabId !== tabId || drag.over?.body !== lane.body) return undefined;
    return drag.over.problem === null ? 'into' : 'refused';
  });
  const isEmpty = useApp(
    (state) => state.documents.tabs.get(tabId)?.document.bodies.get(lane.body)?.children.length === 0,
  );
  if (branch === undefined) return null;
  const { x, y, width, height } = lane;
  return (
    <section
      className={classes.lane}
      style={{ left: x, top: y, width, height }}
      data-branch={branch.name}
      data-drop={drop}
      data-run-state={run?.phase}
      aria-label={t('canvas.group.label', { words, name: branch.name })}
    >
      <div className={classes.laneTitle} data-frame-title={true} title={words}>
        <span className={classes.laneWords} data-lane-words={true}>
          {branch.displayName ?? words}
        </span>
        <span className={classes.laneName} data-frame-detail={true}>
          {branch.displayName === undefined ? branch.name : words}
        </span>
        {run !== undefined && <PhaseIcon phase={run.phase} size={14} />}
      </div>
      {branch.condition !== undefined && (
        <ConditionHandle handle={`${CONDITION_IN}:${index}`} top={LANE_TITLE_HEIGHT / 2} />
      )}
      {isEmpty && <p className={classes.empty}>{t('canvas.group.empty')}</p>}
    </section>
  );
}
