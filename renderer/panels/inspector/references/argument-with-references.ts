import type { Argument } from '../../../../src/model/argument.ts';
import type { PortType } from '../../../../src/model/port-type.ts';
import { isReference } from '../../../../src/model/references.ts';

/**
 * What an argument becomes so that references can be put into it: text for a text port, JSON for a list or dictionary.
 * Undefined where a port takes neither, or the argument is that already.
 */
export function argumentWithReferences(argument: Argument | undefined, type: PortType): Argument | undefined {
  if (type.kind === 'artifact' || argument?.kind === 'text' || argument?.kind === 'template') return undefined;
  switch (type.parameterType) {
    case 'STRING':
      return { kind: 'text', parts: textParts(argument) };
    case 'LIST':
    case 'STRUCT': {
      const empty = type.parameterType === 'LIST' ? [] : {};
      return {
        kind: 'template',
        value: { kind: 'constant', value: argument?.kind === 'value' ? argument.value : empty },
      };
    }
    default:
      return undefined;
  }
}

function textParts(argument: Argument | undefined): Extract<Argument, { readonly kind: 'text' }>['parts'] {
  if (argument === undefined) return [];
  if (isReference(argument)) return [argument];
  return argument.kind === 'value' && typeof argument.value === 'string' && argument.value !== ''
    ? [argument.value]
    : [];
}
