import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { BodyId, GroupId, LayoutKey, TaskId } from '../../../src/model/ids.ts';
import { groupsOfPipeline, tasksOfPipeline } from '../../../src/model/lookups.ts';

const STEP = `
      name: Step
      inputs:
        - {name: value, type: String, optional: true}
        - {name: values, type: JsonArray, optional: true}
      outputs:
        - {name: out, type: String}
        - {name: list, type: JsonArray}
      implementation:
        container:
          image: python:3.12
          command: [python3, -c, print(1)]
          args: [{inputValue: value}, {outputPath: out}, {outputPath: list}]
`;

/** A pipeline with every kind of group, a sub-pipeline used twice, and a place for everything. */
export const GROUP_TEXT = `apiVersion: pipewright.dev/v1
kind: Pipeline
metadata:
  name: groups
tasks:
  start:
    component: step@000000000000
  for-loop-1:
    loop:
      items: {from: start.list}
      parallelism: 4
    tasks:
      work:
        component: step@000000000000
        arguments:
          value: {item: for-loop-1}
  gather:
    component: step@000000000000
    arguments:
      values: {collected: work.out}
  condition-branches-2:
    branches:
      - name: condition-3
        if: {left: {from: start.out}, operator: ==, right: good}
        tasks:
          yes:
            component: step@000000000000
      - name: condition-4
        tasks:
          no:
            component: step@000000000000
    outputs:
      result: [yes.out, no.out]
  exit-handler-5:
    exitHandler: {exitTask: tidy}
    tasks:
      use:
        component: step@000000000000
        arguments:
          value: {oneOf: condition-branches-2.result}
      first-sub:
        pipeline: inner
  tidy:
    component: step@000000000000
  second-sub:
    pipeline: inner
pipelines:
  inner:
    tasks:
      deep:
        component: step@000000000000
components:
  step@000000000000:
    spec:${STEP}
layout:
  start: [0, 0]
  for-loop-1: [400, 0]
  work: [200, 60]
  gather: [1000, 0]
  condition-branches-2: [400, 400]
  yes: [40, 100]
  no: [40, 400]
  exit-handler-5: [1200, 400]
  use: [20, 64]
  first-sub: [20, 264]
  tidy: [1600, 400]
  second-sub: [1600, 700]
  inner/deep: [0, 0]
`;

/** The document of that text. */
export function groupDocument(): PipelineDocument {
  const outcome = parsePipelineFile(GROUP_TEXT);
  if (!outcome.ok || outcome.value.diagnostics.length > 0) throw new Error(JSON.stringify(outcome));
  return outcome.value.document;
}

/** The id of a task by its name. */
export function taskNamed(document: PipelineDocument, name: string): TaskId {
  for (const pipeline of document.pipelines.keys()) {
    const found = tasksOfPipeline(document, pipeline).find((task) => task.name === name);
    if (found !== undefined) return found.id;
  }
  throw new Error(`No task ${name}`);
}

/** The id of a group by its name. */
export function groupNamed(document: PipelineDocument, name: string): GroupId {
  const found = groupsOfPipeline(document, document.root).find((group) => group.name === name);
  if (found === undefined) throw new Error(`No group ${name}`);
  return found.id;
}

/** The body of a loop or exit handler. */
export function bodyNamed(document: PipelineDocument, name: string): BodyId {
  const group = document.groups.get(groupNamed(document, name));
  if (group === undefined || group.kind === 'branches') throw new Error(`No single body in ${name}`);
  return group.body;
}

/** A stored place. */
export function storedPlace(document: PipelineDocument, key: LayoutKey): readonly [number, number] | undefined {
  const layout = document.layout.get(key);
  return layout === undefined ? undefined : [layout.x, layout.y];
}
