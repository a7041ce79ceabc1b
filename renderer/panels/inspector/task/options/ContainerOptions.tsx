import { useTranslation } from 'react-i18next';
import { isImageReference } from '../../../../../src/analysis/rules/image.ts';
import { describeComponentRecord } from '../../../../../src/catalog/describe-component-record.ts';
import type { KubernetesSettings } from '../../../../../src/model/kubernetes-settings.ts';
import { useSentence } from '../../../../i18n/use-sentence.ts';
import { ChoiceField } from '../../fields/ChoiceField.tsx';
import { Section } from '../../fields/Section.tsx';
import { problemsAt, type TaskPartProps } from '../task-part-props.ts';
import { EnvironmentTable } from './EnvironmentTable.tsx';
import { optionOf } from './option-access.ts';
import { SettingField } from './SettingField.tsx';

type PullPolicy = NonNullable<KubernetesSettings['imagePullPolicy']>;
export const PULL_POLICIES: readonly PullPolicy[] = ['Always', 'IfNotPresent', 'Never'];

/** The image, when it is fetched, and the environment. */
export function ContainerOptions(props: TaskPartProps) {
  const { tabId, document, task, problems } = props;
  const { t } = useTranslation();
  const say = useSentence();
  const policy = optionOf(tabId, task, 'kubernetes.imagePullPolicy');
  const { image, env, kubernetes } = task.options;
  const own = imageOf(document, task);
  const set = [image, env, kubernetes?.imagePullPolicy].filter((value) => value !== undefined).length;
  return (
    <Section id="container" note={set === 0 ? undefined : String(set)}>
      <SettingField
        {...props}
        path="image"
        label={t('inspector.option.image')}
        placeholder={own === undefined ? t('values.notSet') : t('values.defaultIs', { value: own })}
        problemWith={(text) => (isImageReference(text) ? undefined : say('diagnostic.image-syntax', { image: text }))}
      />
      <ChoiceField<PullPolicy>
        tabId={tabId}
        field="options.kubernetes.imagePullPolicy"
        label={t('inspector.option.imagePullPolicy')}
        value={(policy.value as PullPolicy | undefined) ?? ''}
        choices={[{ value: '', label: t('values.notSet') }, ...PULL_POLICIES.map((value) => ({ value, label: value }))]}
        problems={problemsAt(problems, 'options.kubernetes.imagePullPolicy')}
        onChange={(value) => policy.set(value === '' ? undefined : value)}
      />
      <EnvironmentTable {...props} />
    </Section>
  );
}

function imageOf(document: TaskPartProps['document'], task: TaskPartProps['task']): string | undefined {
  const record = task.target.kind === 'component' ? document.components.get(task.target.component) : undefined;
  const implementation = record === undefined ? undefined : describeComponentRecord(record)?.implementation;
  return implementation?.kind === 'container' ? implementation.image : undefined;
}
