import { z } from 'zod';
import { API_VERSION } from '../format-version.ts';
import { PLATFORM_SETTINGS, TASK_OPTIONS } from '../option-shapes.ts';
import {
  argumentSchema,
  jsonSchema,
  operandSchema,
  portSchema,
  referenceSchema,
  sourceFields,
} from './argument-schema.ts';
import { settingSchema } from './setting-schema.ts';

const described = { displayName: z.string().optional(), description: z.string().optional() };
const annotations = z.record(z.string(), z.string()).optional();
const type = z
  .string()
  .describe('String, Integer, Float, Boolean, List, Dict, an artifact type, or List[artifact type].');

const inputSchema = z.looseObject({
  type: type.optional(),
  default: jsonSchema.optional(),
  optional: z.boolean().optional(),
  description: z.string().optional(),
  secret: z.boolean().optional().describe('Masked in forms, logs and events.'),
});

const outputSchema = z.looseObject({ type: type.optional(), description: z.string().optional(), ...sourceFields });

const conditionSchema = z.union([
  z.looseObject({ left: operandSchema, operator: z.enum(['==', '!=', '<', '<=', '>', '>=']), right: operandSchema }),
  z.looseObject({ raw: z.string(), references: z.record(z.string(), referenceSchema).optional() }),
]);

const tasksSchema: z.ZodType = z.lazy(() =>
  z.record(z.string(), z.union([loopSchema, branchesSchema, exitHandlerSchema, taskSchema])),
);

const taskSchema = z.looseObject({
  component: z.string().optional().describe('A key of components.'),
  pipeline: z.string().optional().describe('A key of pipelines.'),
  importer: z
    .looseObject({
      type: z.string().optional(),
      reimport: z.boolean().optional(),
      metadata: argumentSchema.optional(),
      downloadToWorkspace: z.boolean().optional(),
    })
    .optional(),
  displayName: z.string().optional(),
  arguments: z.record(z.string(), argumentSchema).optional(),
  after: z.array(z.string()).optional(),
  options: settingSchema(TASK_OPTIONS).optional(),
});

const groupFields = { displayName: z.string().optional(), after: z.array(z.string()).optional() };

const loopSchema = z.looseObject({
  ...groupFields,
  loop: z.looseObject({
    items: z.union([z.array(jsonSchema), referenceSchema]),
    itemNumber: z.number().int().optional(),
    itemType: z.string().optional().describe('Parameter type of the item, where it does not follow from the items.'),
    fieldType: z.string().optional().describe('Parameter type of its fields, likewise.'),
    parallelism: z.number().int().min(0).optional(),
  }),
  tasks: tasksSchema.optional(),
});

const branchesSchema = z.looseObject({
  ...groupFields,
  branches: z.array(
    z.looseObject({
      name: z.string(),
      displayName: z.string().optional(),
      if: conditionSchema.optional().describe('Absent in the last branch: Else.'),
      tasks: tasksSchema.optional(),
    }),
  ),
  outputs: z.record(z.string(), z.array(portSchema)).optional(),
});

const exitHandlerSchema = z.looseObject({
  ...groupFields,
  exitHandler: z.looseObject({ exitTask: z.string().optional() }),
  tasks: tasksSchema.optional(),
});

const placeSchema = z.union([
  z.tuple([z.number(), z.number()]),
  z.looseObject({
    x: z.number(),
    y: z.number(),
    width: z.number().optional(),
    height: z.number().optional(),
    collapsed: z.boolean().optional(),
  }),
]);

const contents = {
  inputs: z.record(z.string(), z.union([z.string(), inputSchema])).optional(),
  outputs: z.record(z.string(), outputSchema).optional(),
  groupCounter: z.number().int().optional(),
  tasks: tasksSchema.optional(),
  notes: z.array(z.looseObject({ text: z.string(), at: placeSchema.optional() })).optional(),
};

/** The format of `*.pipeline.yaml`. Fields it does not name are kept by the program. */
export const pipelineFileSchema = z
  .looseObject({
    apiVersion: z.literal(API_VERSION),
    kind: z.literal('Pipeline'),
    metadata: z.looseObject({ name: z.string(), ...described, annotations }),
    pipelineRoot: z.string().optional(),
    platform: settingSchema(PLATFORM_SETTINGS).optional(),
    ...contents,
    pipelines: z.record(z.string(), z.looseObject({ ...described, annotations, ...contents })).optional(),
    components: z
      .record(
        z.string(),
        z.looseObject({
          origin: z
            .looseObject({ path: z.string().optional(), url: z.string().optional(), text: z.string().optional() })
            .optional(),
          spec: z.record(z.string(), jsonSchema),
        }),
      )
      .optional(),
    layout: z.record(z.string(), placeSchema).optional(),
  })
  .describe('A Pipewright pipeline (NAME.pipeline.yaml).');

/** The published JSON Schema. */
export function pipelineJsonSchema(): object {
  const schema = z.toJSONSchema(pipelineFileSchema, { target: 'draft-2020-12', reused: 'ref' });
  return { ...schema, title: 'Pipewright pipeline file' };
}
