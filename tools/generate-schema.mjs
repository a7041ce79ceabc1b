// Writes assets/schemas/pipeline.schema.json from the schema in src/file. Run it when the file format changes.
import { writeFileSync } from 'node:fs';
import { pipelineJsonSchema } from '../src/file/schema/pipeline-schema.ts';

const target = new URL('../assets/schemas/pipeline.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(pipelineJsonSchema(), null, 2)}\n`);
console.log('Wrote assets/schemas/pipeline.schema.json');
