import { useTranslation } from 'react-i18next';
import { resourceProblem } from '../../../../../src/analysis/rules/resources.ts';
import { useSentence } from '../../../../i18n/use-sentence.ts';
import { Section } from '../../fields/Section.tsx';
import type { TaskPartProps } from '../task-part-props.ts';
import { SettingField } from './SettingField.tsx';

const EXAMPLES = {
  cpuRequest: '500m',
  cpuLimit: '2',
  memoryRequest: '512Mi',
  memoryLimit: '2Gi',
  acceleratorType: 'nvidia.com/gpu',
  acceleratorCount: '1',
} as const;
const NAMES = Object.keys(EXAMPLES) as readonly (keyof typeof EXAMPLES)[];

/** Processor, memory and accelerators. */
export function ResourceOptions(props: TaskPartProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { resources } = props.task.options;
  const set = NAMES.filter((name) => resources?.[name] !== undefined).length;
  return (
    <Section id="resources" note={set === 0 ? undefined : String(set)}>
      {NAMES.map((name) => (
        <SettingField
          key={name}
          {...props}
          path={`resources.${name}`}
          label={t(`inspector.option.${name}`)}
          layout="line"
          placeholder={t('inspector.example', { value: EXAMPLES[name] })}
          problemWith={(text) => {
            const code = resourceProblem(name, text);
            return code === undefined ? undefined : say(`diagnostic.${code}`, { value: text });
          }}
        />
      ))}
    </Section>
  );
}
