import type { PipelineDocument } from '../../../src/model/document.ts';
import { documentOfFile } from '../../helpers/document-of-file.ts';

const COMPONENTS = `components:
  make@000000000001:
    spec:
      name: Make
      inputs: [{name: seed, type: String, optional: true}]
      outputs: [{name: text, type: String}, {name: data, type: Dataset}]
      implementation:
        container:
          image: alpine
          command: [make, {outputPath: text}, {outputPath: data}]
          args: [{if: {cond: {isPresent: seed}, then: [--seed, {inputValue: seed}]}}]
  say@000000000002:
    spec:
      name: Say
      inputs: [{name: words, type: String}]
      implementation: {container: {image: alpine, command: [echo, {inputValue: words}]}}
  read@000000000003:
    spec:
      name: Read
      inputs: [{name: data, type: Dataset}]
      implementation: {container: {image: alpine, command: [cat, {inputPath: data}]}}
  list@000000000004:
    spec:
      name: List
      inputs: [{name: items, type: JsonArray}]
      implementation: {container: {image: alpine, command: [echo, {inputValue: items}]}}
  address@000000000005:
    spec:
      name: Address
      inputs: [{name: data, type: Dataset}]
      implementation: {container: {image: alpine, command: [echo, {inputUri: data}]}}
  status@000000000006:
    spec:
      name: Status
      inputs: [{name: status, type: PipelineTaskFinalStatus}]
      implementation: {container: {image: alpine, command: [echo, {inputValue: status}]}}
`;

/** A document of a few components with the tasks, inputs and definitions of a test. */
export function smallPipeline(parts: string, name = 'small', components = ''): PipelineDocument {
  const head = `apiVersion: pipewright.dev/v1\nkind: Pipeline\nmetadata: {name: ${name}}\n`;
  return documentOfFile(`${head}${parts}\n${COMPONENTS}${components}`);
}
