import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateValue } from '../../../../src/model/argument.ts';
import { setArgument } from '../../../../src/model/edits/set-argument.ts';
import { useProblemWords } from '../../../parts/value-editors/use-value-draft.ts';
import { gestureOf } from '../fields/gesture.ts';
import { type ReadTemplate, readTemplate } from '../references/read-template.ts';
import { TextParts } from '../references/TextParts.tsx';
import { partsOfTemplate } from '../references/template-parts.ts';
import type { TextPart } from '../references/text-parts.ts';
import type { InputFieldProps } from './input-field-props.ts';
import classes from './Task.module.css';

/** A list or dictionary with references in it, as JSON. What cannot be read stays to be mended and is not stored. */
export function TemplateControl(props: InputFieldProps & { readonly value: TemplateValue }) {
  const { tabId, pipeline, task, port, value } = props;
  const [draft, setDraft] = useState<readonly TextPart[] | null>(null);
  const type = port.type.kind === 'parameter' ? port.type.parameterType : 'STRUCT';
  const sayProblem = useTemplateProblem();
  const gesture = gestureOf(tabId, `argument ${task.id} ${port.id}`);
  const outcome = draft === null ? undefined : readTemplate(draft, type);
  const change = (parts: readonly TextPart[]): void => {
    setDraft(parts);
    const read = readTemplate(parts, type);
    if (read.ok) gesture.edit((next) => setArgument(next, task.id, port.id, { kind: 'template', value: read.value }));
  };
  const end = (): void => {
    if (outcome?.ok !== false) setDraft(null);
    gesture.end();
  };
  return (
    <>
      <TextParts
        tabId={tabId}
        pipeline={pipeline}
        task={task.id}
        parts={draft ?? partsOfTemplate(value)}
        label={port.name}
        onChange={change}
        onEnd={end}
      />
      {outcome?.ok === false && <p className={classes.reason}>{sayProblem(outcome)}</p>}
    </>
  );
}

function useTemplateProblem(): (read: ReadTemplate & { readonly ok: false }) => string {
  const { t } = useTranslation();
  const sayValueProblem = useProblemWords();
  return (read) => (read.problem === 'reference-in-key' ? t('inspector.referenceInKey') : sayValueProblem(read));
}
