import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanEdit } from '../../../state/hooks.ts';
import { getState } from '../../../state/store.ts';
import { ReferencePicker } from './ReferencePicker.tsx';
import classes from './References.module.css';
import { textOfReference } from './reference-words.ts';
import type { TextPartsProps } from './text-parts-props.ts';
import { createTextPartsView, type TextPartsView } from './text-parts-view.ts';

/** The editor of a text with references, with a list to insert more from. */
export function TextPartsEditor(props: TextPartsProps) {
  const { tabId, pipeline, task, parts, label } = props;
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<TextPartsView | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (place.current === null) return undefined;
    const created = createTextPartsView({
      parent: place.current,
      label,
      readOnly: !canEdit,
      wordsOf: (reference) => {
        const document = getState().documents.tabs.get(tabId)?.document;
        return document === undefined ? '' : textOfReference(document, reference);
      },
      onChange: (next) => latest.current.onChange(next),
      onEnd: () => latest.current.onEnd(),
    });
    view.current = created;
    return () => {
      view.current = null;
      created.destroy();
      latest.current.onEnd();
    };
  }, [tabId, label, canEdit]);
  useEffect(() => view.current?.setParts(parts));
  return (
    <div className={classes.textParts}>
      <div ref={place} />
      {canEdit && (
        <ReferencePicker
          tabId={tabId}
          pipeline={pipeline}
          place={{ kind: 'text', task }}
          label={t('inspector.insertReference', { name: label })}
          isLabelled={true}
          returnsFocus={false}
          onPick={(reference) => view.current?.insert(reference)}
        />
      )}
    </div>
  );
}
