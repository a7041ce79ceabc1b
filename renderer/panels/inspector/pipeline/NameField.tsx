import { useTranslation } from 'react-i18next';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import type { Edit } from '../../../../src/model/edit.ts';
import { sanitisePortName } from '../../../../src/model/sanitise-names.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { gestureOf } from '../fields/gesture.ts';
import { TextField } from '../fields/TextField.tsx';
import { tidyPortName } from '../task/tidy-name.ts';

interface NameFieldProps {
  readonly tabId: TabId;
  readonly side: 'input' | 'output';
  readonly name: string;
  /** Names of the others of the same side. */
  readonly taken: readonly string[];
  readonly rename: (document: PipelineDocument, to: string) => Edit;
}

/** The name of an input or output; everything that refers to it follows. */
export function NameField({ tabId, side, name, taken, rename }: NameFieldProps) {
  const { t } = useTranslation();
  const gesture = gestureOf(tabId, `${side} name`);
  const problemWith = (text: string): string | undefined => {
    const wanted = sanitisePortName(text);
    if (!/^[a-z]/.test(wanted)) return t('inspector.portNameInvalid');
    return wanted !== name && taken.includes(wanted) ? t('inspector.portNameTaken', { name: wanted }) : undefined;
  };
  return (
    <TextField
      tabId={tabId}
      field={`${side}Name:${name}`}
      layout="line"
      label={t('inspector.name')}
      value={name}
      tidy={tidyPortName}
      problemWith={problemWith}
      when="leaving"
      isCode={true}
      onChange={(to) => to !== undefined && gesture.edit((document) => rename(document, to))}
      onEnd={gesture.end}
      onRevert={gesture.revert}
    />
  );
}
