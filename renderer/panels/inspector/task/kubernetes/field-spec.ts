/** One field of a form, or a list of forms: what the settings of a task are made of. */
export type FieldSpec = PlainField | ChoiceSpec | RecordField | RecordList;

interface FieldBase {
  /** Its key in the settings, and the word for it below `inspector.kubernetes`. */
  readonly key: string;
}

/**
 * `setting` may refer to a value; `words` is a list of texts; `map` names with texts; `json` free JSON that may be a
 * reference. A field that must be there is empty rather than absent.
 */
interface PlainField extends FieldBase {
  readonly kind: 'text' | 'setting' | 'settings' | 'whole' | 'switch' | 'words' | 'map' | 'json';
  readonly isNeeded?: boolean;
}

interface ChoiceSpec extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly isNeeded?: boolean;
}

interface RecordField extends FieldBase {
  readonly kind: 'record';
  readonly fields: readonly FieldSpec[];
}

interface RecordList extends FieldBase {
  readonly kind: 'records';
  readonly fields: readonly FieldSpec[];
  /** Has at least one. */
  readonly isNeeded?: boolean;
}

/** What a field starts with when somebody adds it: the least that can be written to a file. */
export function freshValue(spec: FieldSpec): unknown {
  switch (spec.kind) {
    case 'records':
      return [freshRecord(spec.fields)];
    case 'record':
      return freshRecord(spec.fields);
    case 'words':
    case 'settings':
      return spec.isNeeded === true ? [''] : [];
    case 'choice':
      return spec.choices[0];
    case 'switch':
      return true;
    case 'whole':
      return 0;
    case 'map':
    case 'json':
      return {};
    default:
      return '';
  }
}

/** A record with what must be there. */
export function freshRecord(fields: readonly FieldSpec[]): { readonly [key: string]: unknown } {
  return Object.fromEntries(
    fields.flatMap((field) => {
      return field.kind !== 'record' && field.isNeeded === true ? [[field.key, freshValue(field)] as const] : [];
    }),
  );
}
