import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConstantValue } from '../../../../../src/model/argument.ts';
import { formatConstant } from '../../../../parts/value-editors/constant-text.ts';
import { useCanEdit } from '../../../../state/hooks.ts';
import { Section } from '../../fields/Section.tsx';
import { SwitchField } from '../../fields/SwitchField.tsx';
import formClasses from '../kubernetes/Form.module.css';
import { FormField } from '../kubernetes/FormField.tsx';
import { freshValue } from '../kubernetes/field-spec.ts';
import { labelOf } from '../kubernetes/form-props.ts';
import { KUBERNETES_FIELDS } from '../kubernetes/kubernetes-fields.ts';
import classes from '../Task.module.css';
import { problemsAt, type TaskPartProps } from '../task-part-props.ts';
import { optionOf } from './option-access.ts';

/** How the cluster runs the task: what is set, each in a form, and a menu of everything that can be. */
export function KubernetesOptions(props: TaskPartProps) {
  const { tabId, task, problems } = props;
  const { t } = useTranslation();
  const ignore = optionOf(tabId, task, 'ignoreUpstreamFailure');
  const settings = task.options.kubernetes ?? {};
  const set = KUBERNETES_FIELDS.filter(({ key }) => settings[key] !== undefined);
  const isContainer = task.target.kind === 'component';
  return (
    <Section id="kubernetes" note={set.length === 0 ? undefined : String(set.length)}>
      <SwitchField
        tabId={tabId}
        field="options.ignoreUpstreamFailure"
        label={t('inspector.option.ignoreUpstreamFailure')}
        hint={t('inspector.optionHint.ignoreUpstreamFailure')}
        checked={ignore.value === true}
        problems={problemsAt(problems, 'options.ignoreUpstreamFailure')}
        onChange={(checked) => ignore.set(checked ? true : undefined)}
      />
      {set.map((spec) => (
        <RemovableField key={spec.key} {...props} spec={spec} />
      ))}
      {settings.unknown !== undefined && (
        <div data-field="options.kubernetes.unknown">
          <p className={classes.quiet}>{t('inspector.unknownSettings')}</p>
          <pre className={classes.raw}>{formatConstant(settings.unknown as ConstantValue, 2)}</pre>
        </div>
      )}
      {isContainer && <AddSetting {...props} />}
    </Section>
  );
}

type Spec = (typeof KUBERNETES_FIELDS)[number];

function RemovableField({ spec, ...props }: TaskPartProps & { readonly spec: Spec }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(props.tabId);
  const path = `kubernetes.${spec.key}`;
  const words = t('inspector.removeSetting', { name: labelOf(t, spec) });
  return (
    <div className={formClasses.setting}>
      <FormField {...props} spec={spec} path={path} />
      {canEdit && (
        <Tooltip label={words}>
          <ActionIcon
            size={22}
            aria-label={words}
            onClick={() => optionOf(props.tabId, props.task, path).set(undefined)}
          >
            <IconTrash size={14} stroke={1.7} aria-hidden={true} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

function AddSetting({ tabId, task }: TaskPartProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const unset = KUBERNETES_FIELDS.filter(({ key }) => task.options.kubernetes?.[key] === undefined);
  if (!canEdit || unset.length === 0) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          className={formClasses.add ?? ''}
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={13} aria-hidden={true} />}
        >
          {t('inspector.addSetting')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {unset.map((spec) => (
          <Menu.Item
            key={spec.key}
            onClick={() => optionOf(tabId, task, `kubernetes.${spec.key}`).set(freshValue(spec))}
          >
            {labelOf(t, spec)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
