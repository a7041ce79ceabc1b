import { z } from 'zod';
import type { Shape } from '../setting-shape.ts';
import { jsonSchema, referenceSchema, textSchema } from './argument-schema.ts';

/** The schema of a setting, from the table it is also read and written by. */
export function settingSchema(shape: Shape): z.ZodType {
  switch (shape.kind) {
    case 'text':
      return z.union([z.string(), z.number(), z.boolean()]);
    case 'number':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'seconds':
      return z.union([z.number(), z.string().regex(/^\d+(?:\.\d+)?\s*[smhdw]$/)]);
    case 'setting':
      return z.union([z.string(), z.number(), z.boolean(), referenceSchema, textSchema]);
    case 'json':
      return z.union([
        z.string(),
        z.number(),
        z.boolean(),
        z.array(jsonSchema),
        wrapped(),
        referenceSchema,
        textSchema,
      ]);
    case 'data':
      return z.record(z.string(), jsonSchema);
    case 'text-map':
      return textMap();
    case 'named-values':
      return z.union([textMap(), z.array(z.looseObject({ name: z.string(), value: z.string() }))]);
    case 'choice':
      return z.enum(shape.choices as [string, ...string[]]);
    case 'list':
      return z.array(settingSchema(shape.item));
    case 'record':
      return recordSchema(shape);
  }
}

function recordSchema(shape: Shape & { readonly kind: 'record' }): z.ZodType {
  const entries = shape.fields.map(({ key, shape: inner, required }) => {
    const schema = settingSchema(inner);
    return [key, required ? schema : schema.optional()] as const;
  });
  return z.looseObject(Object.fromEntries(entries));
}

function textMap(): z.ZodType {
  return z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
}

function wrapped(): z.ZodType {
  return z.strictObject({ value: jsonSchema });
}
