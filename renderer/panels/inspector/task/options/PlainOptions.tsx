import { useTranslation } from 'react-i18next';
import { NumberField } from '../../fields/NumberField.tsx';
import { Section } from '../../fields/Section.tsx';
import { SwitchField } from '../../fields/SwitchField.tsx';
import { problemsAt, type TaskPartProps } from '../task-part-props.ts';
import { optionOf } from './option-access.ts';
import { SettingField } from './SettingField.tsx';

/** Whether results of earlier runs are taken over, and under which key. */
export function CachingOptions(props: TaskPartProps) {
  const { tabId, task, problems } = props;
  const { t } = useTranslation();
  const enabled = optionOf(tabId, task, 'caching.enabled');
  const isOn = enabled.value !== false;
  return (
    <Section
      id="caching"
      note={task.options.caching === undefined ? undefined : t(isOn ? 'inspector.on' : 'inspector.off')}
    >
      <SwitchField
        tabId={tabId}
        field="options.caching.enabled"
        label={t('inspector.option.caching')}
        hint={t('inspector.optionHint.caching')}
        checked={isOn}
        problems={problemsAt(problems, 'options.caching.enabled')}
        onChange={(checked) => enabled.set(checked ? undefined : false)}
      />
      <SettingField {...props} path="caching.key" layout="line" label={t('inspector.option.cachingKey')} />
    </Section>
  );
}

/** How often a task that failed is tried again. Seconds. */
export function RetryOptions(props: TaskPartProps) {
  const { tabId, task, problems } = props;
  const { t } = useTranslation();
  const { retry } = task.options;
  const count = optionOf(tabId, task, 'retry.maxCount');
  const number = (name: 'backoffSeconds' | 'backoffFactor' | 'backoffMaxSeconds', placeholder: string) => {
    const option = optionOf(tabId, task, `retry.${name}`);
    return (
      <NumberField
        tabId={tabId}
        field={`options.retry.${name}`}
        layout="line"
        label={t(`inspector.option.${name}`)}
        value={retry?.[name]}
        kind={name === 'backoffFactor' ? 'decimal' : 'whole'}
        least={0}
        placeholder={t('values.defaultIs', { value: placeholder })}
        problems={problemsAt(problems, `options.retry.${name}`)}
        onChange={option.change}
        onEnd={option.end}
        onRevert={option.revert}
      />
    );
  };
  return (
    <Section id="retry" note={retry === undefined ? undefined : t('inspector.times', { count: retry.maxCount })}>
      <NumberField
        tabId={tabId}
        field="options.retry.maxCount"
        layout="line"
        label={t('inspector.option.maxCount')}
        value={retry?.maxCount}
        kind="whole"
        least={0}
        placeholder={t('inspector.never')}
        problems={problemsAt(problems, 'options.retry.maxCount')}
        onChange={(value) => (value === undefined ? clearRetry(props) : count.change(value))}
        onEnd={count.end}
        onRevert={count.revert}
      />
      {retry !== undefined && (
        <>
          {number('backoffSeconds', '0')}
          {number('backoffFactor', '2')}
          {number('backoffMaxSeconds', '3600')}
        </>
      )}
    </Section>
  );
}

/** Without a count the other settings mean nothing. */
function clearRetry({ tabId, task }: TaskPartProps): void {
  optionOf(tabId, task, 'retry').change(undefined);
}
