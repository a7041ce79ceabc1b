import { useTranslation } from 'react-i18next';
import { setPipelineSettings } from '../../../../src/model/edits/pipeline-settings.ts';
import { isValidPipelineName } from '../../../../src/model/sanitise-names.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { gestureOf } from '../fields/gesture.ts';
import { Section } from '../fields/Section.tsx';
import { TextField } from '../fields/TextField.tsx';
import { problemsAt } from '../task/task-part-props.ts';
import { tidyTaskName } from '../task/tidy-name.ts';
import type { PipelinePartProps } from './pipeline-part-props.ts';

/** What the pipeline is called and what it is for. */
export function PipelineSettings({ tabId, pipeline, problems }: PipelinePartProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const text = (name: 'displayName' | 'description', lines: number) => {
    const gesture = gestureOf(tabId, `pipeline ${pipeline.id} ${name}`);
    return (
      <TextField
        tabId={tabId}
        field={name}
        layout={lines === 1 ? 'line' : 'stack'}
        label={t(`inspector.${name}`)}
        value={pipeline[name]}
        lines={lines}
        placeholder={name === 'displayName' ? pipeline.name : ''}
        problems={problemsAt(problems, name)}
        onChange={(value) => gesture.edit((next) => setPipelineSettings(next, pipeline.id, { [name]: value }))}
        onEnd={gesture.end}
        onRevert={gesture.revert}
      />
    );
  };
  const name = gestureOf(tabId, `pipeline ${pipeline.id} name`);
  return (
    <Section id="pipeline">
      <TextField
        tabId={tabId}
        field="name"
        layout="line"
        label={t('inspector.name')}
        value={pipeline.name}
        tidy={tidyTaskName}
        problemWith={(value) =>
          isValidPipelineName(value) ? undefined : say('diagnostic.pipeline-name-invalid', { name: value })
        }
        problems={problemsAt(problems, 'name')}
        when="leaving"
        isCode={true}
        onChange={(value) =>
          value !== undefined && name.edit((next) => setPipelineSettings(next, pipeline.id, { name: value }))
        }
        onEnd={name.end}
        onRevert={name.revert}
      />
      {text('displayName', 1)}
      {text('description', 2)}
    </Section>
  );
}
