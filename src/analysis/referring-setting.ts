import type { Reference, SettingValue, TextArgument } from '../model/argument.ts';
import type { JsonValue } from '../model/json.ts';
import { isReference, isTextArgument } from '../model/references.ts';

/** Tells a setting's reference or text from its constant. */
export function isReferringSetting(setting: SettingValue<JsonValue> | undefined): setting is Reference | TextArgument {
  return isReference(setting) || isTextArgument(setting);
}
