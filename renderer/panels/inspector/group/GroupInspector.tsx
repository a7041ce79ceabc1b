import { IconDoorExit, IconGitBranch, IconRepeat } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { setDisplayName } from '../../../../src/model/edits/rename-task.ts';
import type { GroupId } from '../../../../src/model/ids.ts';
import { bodiesOfGroup, nodesBelow, pipelineOfBody } from '../../../../src/model/lookups.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useDocument, useNodeDiagnostics } from '../../../state/hooks.ts';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { Section } from '../fields/Section.tsx';
import { SubjectHeader } from '../fields/SubjectHeader.tsx';
import { TextField } from '../fields/TextField.tsx';
import { goToNode } from '../references/go-to-source.ts';
import classes from '../task/Task.module.css';
import { BranchForms } from './BranchForms.tsx';
import { ExitTaskField } from './ExitTaskField.tsx';
import type { GroupPartProps } from './group-part-props.ts';
import { LoopForm } from './LoopForm.tsx';
import { OneOfForms } from './OneOfForms.tsx';

const DRAWINGS = { branches: IconGitBranch, loop: IconRepeat, 'exit-handler': IconDoorExit } as const;
/** Fields that show their problems themselves. */
const WITH_PROBLEMS = /^(?:parallelism|items|exitTask|branches|outputs)(?:\.|$)/;

/** A group: what kind it is, what decides about it, and what it holds. */
export function GroupInspector({ tabId, groupId }: { readonly tabId: TabId; readonly groupId: GroupId }) {
  const { t } = useTranslation();
  const document = useDocument(tabId);
  const problems = useNodeDiagnostics(tabId, groupId);
  const group = document.groups.get(groupId);
  const general = useMemo(() => problems.filter(({ place }) => !WITH_PROBLEMS.test(place.field ?? '')), [problems]);
  if (group === undefined) return null;
  const part = { tabId, document, pipeline: pipelineOfBody(document, group.parent), problems };
  return (
    <>
      <SubjectHeader
        icon={DRAWINGS[group.kind]}
        title={group.displayName ?? t(`inspector.groupKind.${group.kind}`)}
        subtitle={group.name}
      />
      {general.length > 0 && (
        <div className="inspector-problems">
          <FieldProblems tabId={tabId} problems={general} />
        </div>
      )}
      <Section id="general">
        <DisplayName {...part} group={group} />
        {group.kind === 'loop' && <LoopForm {...part} group={group} />}
        {group.kind === 'exit-handler' && <ExitTaskField {...part} group={group} />}
        <Contents {...part} group={group} />
      </Section>
      {group.kind === 'branches' && <BranchForms {...part} group={group} />}
      {group.kind === 'branches' && group.branches.length > 1 && <OneOfForms {...part} group={group} />}
    </>
  );
}

function DisplayName({ tabId, group }: GroupPartProps) {
  const { t } = useTranslation();
  const gesture = gestureOf(tabId, `group ${group.id}`);
  return (
    <TextField
      tabId={tabId}
      field="displayName"
      layout="line"
      label={t('inspector.displayName')}
      value={group.displayName}
      placeholder={group.name}
      onChange={(name) => gesture.edit((next) => setDisplayName(next, group.id, name ?? ''))}
      onEnd={gesture.end}
      onRevert={gesture.revert}
    />
  );
}

function Contents({ tabId, document, group }: GroupPartProps) {
  const { t } = useTranslation();
  const contents = bodiesOfGroup(group).flatMap((body) => nodesBelow(document, body));
  return (
    <dl className={classes.facts}>
      <dt>{t('inspector.holds')}</dt>
      <dd>
        {contents.map((node) => (
          <button key={node.id} type="button" className={classes.heldNode} onClick={() => goToNode(tabId, node.id)}>
            {node.displayName ?? node.name}
          </button>
        ))}
      </dd>
    </dl>
  );
}
