import { useTranslation } from 'react-i18next';
import type { ConstantValue } from '../../../../src/model/argument.ts';
import { formatConstant } from '../../../parts/value-editors/constant-text.ts';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { Section } from '../fields/Section.tsx';
import classes from '../task/Task.module.css';
import { problemsBelow } from '../task/task-part-props.ts';
import type { PipelinePartProps } from './pipeline-part-props.ts';

/** Settings for the cluster as the file has them. */
export function PlatformSettings({ tabId, pipeline, problems }: PipelinePartProps) {
  const { t } = useTranslation();
  const facts: readonly (readonly [string, unknown])[] = [
    ...(pipeline.defaultPipelineRoot === undefined ? [] : [['pipelineRoot', pipeline.defaultPipelineRoot] as const]),
    ...Object.entries(pipeline.platform ?? {}),
    ...Object.entries(pipeline.annotations ?? {}),
  ];
  if (facts.length === 0) return null;
  return (
    <Section id="platform" note={String(facts.length)}>
      <dl className={classes.facts} data-field="platform" aria-label={t('inspector.section.platform')}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>
              <code>{typeof value === 'string' ? value : formatConstant(value as ConstantValue)}</code>
            </dd>
          </div>
        ))}
      </dl>
      <FieldProblems tabId={tabId} problems={problemsBelow(problems, 'platform')} />
    </Section>
  );
}
