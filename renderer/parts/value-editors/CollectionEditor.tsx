import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPythonFloat } from '../../../src/yaml/yaml-tree.ts';
import type { ListValue, MapValue } from './collection-edits.ts';
import { ItemEditor } from './ItemEditor.tsx';
import { JsonEditor } from './JsonEditor.tsx';
import { ListRows } from './ListRows.tsx';
import { MapRows } from './MapRows.tsx';
import { useUnsetWords } from './use-unset-words.ts';
import type { ValueEditorProps } from './value-editor-props.ts';
import classes from './values.module.css';

/** A list or dictionary: in rows, or as JSON for those who would rather type it. */
export function CollectionEditor(props: ValueEditorProps) {
  const { value, type, label, readOnly = false, onChange, onEnd, onRevert } = props;
  const { t } = useTranslation();
  const [wantsText, setWantsText] = useState(false);
  if (value === undefined) {
    return <UnsetCollection {...props} />;
  }
  const fits = type === 'LIST' ? isList(value) : isMap(value);
  const asText = wantsText || !fits;
  return (
    <div className={classes.collection}>
      <div className={classes.modes}>
        <SegmentedControl
          size="xs"
          aria-label={t('values.mode', { name: label })}
          value={asText ? 'json' : 'rows'}
          disabled={!fits}
          onChange={(mode) => setWantsText(mode === 'json')}
          data={[
            { value: 'rows', label: t('values.rows') },
            { value: 'json', label: 'JSON' },
          ]}
        />
      </div>
      {asText && <JsonEditor {...props} />}
      {!asText && isList(value) && (
        <ListRows
          Item={ItemEditor}
          value={value}
          label={label}
          readOnly={readOnly}
          onChange={onChange}
          onEnd={onEnd}
          onRevert={onRevert}
        />
      )}
      {!asText && isMap(value) && (
        <MapRows
          Item={ItemEditor}
          value={value}
          label={label}
          readOnly={readOnly}
          onChange={onChange}
          onEnd={onEnd}
          onRevert={onRevert}
        />
      )}
    </div>
  );
}

function UnsetCollection(props: ValueEditorProps) {
  const { type, id, label, standard, readOnly = false, onChange, onEnd } = props;
  const { t } = useTranslation();
  const unsetWords = useUnsetWords(props);
  const set = (): void => {
    onChange(standard ?? (type === 'LIST' ? [] : {}));
    onEnd();
  };
  return (
    <div className={classes.unsetCollection}>
      <span className={classes.unset}>{unsetWords}</span>
      {!readOnly && (
        <Button
          {...(id === undefined ? {} : { id })}
          variant="default"
          size="compact-xs"
          aria-label={t('values.setOf', { name: label })}
          onClick={set}
        >
          {t('values.set')}
        </Button>
      )}
    </div>
  );
}

function isList(value: unknown): value is ListValue {
  return Array.isArray(value);
}

function isMap(value: unknown): value is MapValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isPythonFloat(value);
}
