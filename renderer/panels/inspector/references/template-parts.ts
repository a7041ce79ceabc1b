import type { Reference, TemplateValue } from '../../../../src/model/argument.ts';
import { formatConstant } from '../../../parts/value-editors/constant-text.ts';

/** A template as a line of JSON in which references stand where their values will. */
export function partsOfTemplate(value: TemplateValue): readonly (string | Reference)[] {
  const parts: (string | Reference)[] = [];
  const add = (part: string | Reference): void => {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  };
  const visit = (node: TemplateValue): void => {
    if (node.kind === 'constant') add(formatConstant(node.value));
    else if (node.kind === 'text') {
      add('"');
      for (const part of node.parts) add(typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part);
      add('"');
    } else if (node.kind === 'list') {
      add('[');
      for (const [index, item] of node.items.entries()) {
        if (index > 0) add(', ');
        visit(item);
      }
      add(']');
    } else {
      add('{');
      for (const [index, [key, item]] of node.entries.entries()) {
        add(`${index > 0 ? ', ' : ''}${JSON.stringify(key)}: `);
        visit(item);
      }
      add('}');
    }
  };
  visit(value);
  return parts;
}
