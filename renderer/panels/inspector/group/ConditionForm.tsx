import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setCondition } from '../../../../src/model/edits/branches.ts';
import type { Branch, BranchesGroup, Comparison, Condition } from '../../../../src/model/group.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { gestureOf } from '../fields/gesture.ts';
import classes from '../task/Task.module.css';
import { problemsBelow } from '../task/task-part-props.ts';
import type { GroupPartProps } from './group-part-props.ts';
import { OperandField } from './OperandField.tsx';

const OPERATORS = ['==', '!=', '<', '<=', '>', '>='] as const satisfies readonly Comparison['operator'][];

interface ConditionFormProps extends GroupPartProps<BranchesGroup> {
  readonly branch: Branch;
  readonly condition: Condition;
  /** Where its problems are. */
  readonly field: string;
}

/** When a branch runs: two sides and how they compare. */
export function ConditionForm(props: ConditionFormProps) {
  const { condition } = props;
  return condition.kind === 'raw' ? (
    <RawCondition {...props} text={condition.text} />
  ) : (
    <ComparisonForm {...props} comparison={condition} />
  );
}

function ComparisonForm(props: ConditionFormProps & { readonly comparison: Comparison }) {
  const { tabId, group, branch, comparison, field, problems } = props;
  const { t } = useTranslation();
  const gesture = gestureOf(tabId, `condition ${group.id} ${branch.body}`);
  const change = (patch: Partial<Comparison>): void =>
    gesture.edit((document) => setCondition(document, group.id, branch.body, { ...comparison, ...patch }));
  return (
    <>
      <OperandField
        {...props}
        field={`${field}.left`}
        label={t('inspector.conditionLeft')}
        operand={comparison.left}
        other={comparison.right}
        gesture={gesture}
        onChange={(left) => change({ left })}
      />
      <ChoiceField
        tabId={tabId}
        field={`${field}.operator`}
        label={t('inspector.conditionOperator')}
        value={comparison.operator}
        problems={problemsBelow(problems, field)}
        choices={OPERATORS.map((value) => ({ value, label: t(`inspector.operators.${value}`) }))}
        onChange={(operator) => {
          gesture.end();
          if (operator !== '') change({ operator });
          gesture.end();
        }}
      />
      <OperandField
        {...props}
        field={`${field}.right`}
        label={t('inspector.conditionRight')}
        operand={comparison.right}
        other={comparison.left}
        gesture={gesture}
        onChange={(right) => change({ right })}
      />
    </>
  );
}

/** A condition that was written by hand elsewhere is kept as it is until somebody replaces it. */
function RawCondition(props: ConditionFormProps & { readonly text: string }) {
  const { tabId, group, branch, condition, text, field, problems } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const gesture = gestureOf(tabId, `condition ${group.id} ${branch.body}`);
  const [first] = condition.kind === 'raw' ? condition.references : [];
  const replace = (): void => {
    const left = first?.[1] ?? ({ kind: 'value', value: '' } as const);
    const comparison: Comparison = { kind: 'comparison', left, operator: '==', right: { kind: 'value', value: '' } };
    gesture.step((document) => setCondition(document, group.id, branch.body, comparison));
  };
  return (
    <div data-field={field}>
      <p className={classes.quiet}>{t('inspector.rawCondition')}</p>
      <pre className={classes.raw}>{text}</pre>
      <FieldProblems tabId={tabId} problems={problemsBelow(problems, field)} />
      {canEdit && (
        <Button variant="default" size="compact-xs" onClick={replace}>
          {t('inspector.replaceCondition')}
        </Button>
      )}
    </div>
  );
}
