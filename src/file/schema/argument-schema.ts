import { z } from 'zod';

/** Any data. */
export const jsonSchema = z.json();

const port = z
  .union([z.string().regex(/\./), z.strictObject({ node: z.string(), output: z.string() })])
  .describe('task.output, or both apart where the name has a point in it.');

/** A reference: one map whose key tells what it points at. */
export const referenceSchema = z.union([
  z.strictObject({ input: z.string() }).describe('An input of the pipeline.'),
  z.strictObject({ from: port }).describe('An output of a task.'),
  z
    .strictObject({ item: z.string(), field: z.string().optional() })
    .describe('The item of an enclosing loop, or a field of it.'),
  z.strictObject({ collected: port }).describe('The outputs of all iterations of a task inside a loop.'),
  z.strictObject({ oneOf: port }).describe('An output of a branches group.'),
]);

/** Text with references in it. */
export const textSchema = z.strictObject({ text: z.array(z.union([z.string(), referenceSchema])) });

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);

const templateSchema: z.ZodType = z.lazy(() =>
  z.union([
    scalarSchema,
    z.null(),
    z.array(templateSchema),
    z.strictObject({ value: jsonSchema }),
    textSchema,
    z.strictObject({ map: z.record(z.string(), templateSchema) }),
  ]),
);

/** What feeds an input of a task. */
export const argumentSchema = z.union([
  scalarSchema,
  z.array(jsonSchema),
  z.strictObject({ value: jsonSchema }).describe('A constant that is a map or null.'),
  referenceSchema,
  textSchema,
  z.strictObject({ template: templateSchema }).describe('A list or map with text and references inside.'),
]);

/** The reference fields of a pipeline output, beside its own. */
export const sourceFields = {
  input: z.string().optional(),
  from: port.optional(),
  item: z.string().optional(),
  field: z.string().optional(),
  collected: port.optional(),
  oneOf: port.optional(),
};

/** A constant operand of a condition. */
export const operandSchema = z.union([scalarSchema, referenceSchema]);

/** `task.output`. */
export const portSchema = port;
