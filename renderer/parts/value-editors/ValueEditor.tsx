import { CollectionEditor } from './CollectionEditor.tsx';
import { SwitchEditor } from './SwitchEditor.tsx';
import { TextEditor } from './TextEditor.tsx';
import type { ValueEditorProps } from './value-editor-props.ts';

/** A control that fits the type: a text, a number, a switch, or a list or dictionary in rows or as JSON. */
export function ValueEditor(props: ValueEditorProps) {
  const { type, value } = props;
  switch (type) {
    case 'BOOLEAN':
      return typeof value === 'boolean' || value === undefined ? (
        <SwitchEditor {...props} />
      ) : (
        <TextEditor {...props} />
      );
    case 'LIST':
    case 'STRUCT':
      return <CollectionEditor {...props} />;
    default:
      return <TextEditor {...props} />;
  }
}
