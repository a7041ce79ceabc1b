import { useTranslation } from 'react-i18next';
import type { ConstantValue } from '../../../../../src/model/argument.ts';
import { formatConstant } from '../../../../parts/value-editors/constant-text.ts';
import { FieldProblems } from '../../fields/FieldProblems.tsx';
import { NumberField } from '../../fields/NumberField.tsx';
import { Section } from '../../fields/Section.tsx';
import { SwitchField } from '../../fields/SwitchField.tsx';
import classes from '../Task.module.css';
import { problemsAt, problemsBelow, type TaskPartProps } from '../task-part-props.ts';
import { optionOf } from './option-access.ts';
import { StringMapField } from './StringMapField.tsx';

/** Settings with fields of their own; the others are shown as the file has them. */
const WITH_FIELDS = ['imagePullPolicy', 'timeoutSeconds', 'podLabels', 'podAnnotations', 'nodeSelector'] as const;

/** How the cluster runs the task. */
export function KubernetesOptions(props: TaskPartProps) {
  const { tabId, task, problems } = props;
  const { t } = useTranslation();
  const ignore = optionOf(tabId, task, 'ignoreUpstreamFailure');
  const timeout = optionOf(tabId, task, 'kubernetes.timeoutSeconds');
  const others = Object.entries(task.options.kubernetes ?? {}).filter(
    ([name]) => !WITH_FIELDS.some((known) => known === name),
  );
  const isContainer = task.target.kind === 'component';
  return (
    <Section id="kubernetes">
      <SwitchField
        tabId={tabId}
        field="options.ignoreUpstreamFailure"
        label={t('inspector.option.ignoreUpstreamFailure')}
        hint={t('inspector.optionHint.ignoreUpstreamFailure')}
        checked={ignore.value === true}
        problems={problemsAt(problems, 'options.ignoreUpstreamFailure')}
        onChange={(checked) => ignore.set(checked ? true : undefined)}
      />
      {isContainer && (
        <>
          <NumberField
            tabId={tabId}
            field="options.kubernetes.timeoutSeconds"
            layout="line"
            label={t('inspector.option.timeoutSeconds')}
            value={task.options.kubernetes?.timeoutSeconds}
            kind="whole"
            least={0}
            placeholder={t('inspector.noLimit')}
            problems={problemsAt(problems, 'options.kubernetes.timeoutSeconds')}
            onChange={timeout.change}
            onEnd={timeout.end}
            onRevert={timeout.revert}
          />
          <StringMapField {...props} path="kubernetes.nodeSelector.labels" label={t('inspector.option.nodeSelector')} />
          <StringMapField {...props} path="kubernetes.podLabels" label={t('inspector.option.podLabels')} />
          <StringMapField {...props} path="kubernetes.podAnnotations" label={t('inspector.option.podAnnotations')} />
        </>
      )}
      {others.map(([name, value]) => (
        <div key={name} data-field={`options.kubernetes.${name}`}>
          <p className={classes.quiet}>{name}</p>
          <pre className={classes.raw}>{formatConstant(value as ConstantValue, 2)}</pre>
          <FieldProblems tabId={tabId} problems={problemsBelow(problems, `options.kubernetes.${name}`)} />
        </div>
      ))}
    </Section>
  );
}
