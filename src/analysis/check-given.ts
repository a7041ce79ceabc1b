import { checkTypes, type TypeMismatchCode } from '../catalog/port-compatibility.ts';
import type { PortType } from '../model/port-type.ts';
import type { ResolvedReference } from './resolve-reference.ts';

/** What a reference gives, once it is known to point at something. */
export type Given = Extract<ResolvedReference, { readonly ok: true }>;

/** Why what a reference gives cannot feed a port of a type; nothing when it can. */
export function checkGiven(given: Given, expected: PortType): TypeMismatchCode | undefined {
  if (given.freedom === 'anything') return undefined;
  if (isFinalStatus(given.type) && isFinalStatus(expected)) return undefined;
  const code = checkTypes(given.type, expected);
  const passes = given.freedom === 'any-parameter' && expected.kind === 'parameter';
  return passes && code !== 'input-set-by-kfp' ? undefined : code;
}

/** Only the input of a component compiled alone gives a final status. */
function isFinalStatus(type: PortType): boolean {
  return type.kind === 'parameter' && type.parameterType === 'TASK_FINAL_STATUS';
}
