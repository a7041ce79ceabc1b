import { describe, expect, it } from 'vitest';
import { checkForTarget } from '../../../src/analysis/check-for-target.ts';
import { diagnosticEnglish } from '../../../src/words/diagnostic.en.ts';
import { smallPipeline } from './small-pipeline.ts';

const MAKE = 'make: {component: make@000000000001}';
const LOOP = `for-loop-2:
    loop: {items: [a, b], itemNumber: 1}
    tasks: {inner: {component: make@000000000001}}`;

const CASES: { readonly [code: string]: string } = {
  'argo-address': `tasks:
  ${MAKE}
  address: {component: address@000000000005, arguments: {data: {from: make.data}}}`,
  'argo-artifact-input': `inputs: {table: {type: Dataset}}
tasks:
  read: {component: read@000000000003, arguments: {data: {input: table}}}`,
  'argo-artifact-list': `tasks:
  ${LOOP}
  read: {component: lists@000000000007, arguments: {data: {collected: inner.data}}}`,
  'argo-artifact-loop': `inputs: {tables: {type: "List[Dataset]"}}
tasks:
  for-loop-1:
    loop: {items: {input: tables}}
    tasks: {read: {component: read@000000000003, arguments: {data: {item: for-loop-1}}}}`,
  'argo-backoff-factor': `tasks:
  make: {component: make@000000000001, options: {retry: {maxCount: 2, backoffFactor: 1.5}}}`,
  'argo-braces': `tasks:
  say: {component: say@000000000002, arguments: {words: "a {{ b }}"}}`,
  'argo-collected-artifacts': `tasks:
  ${LOOP}
  read: {component: lists@000000000007, arguments: {data: {collected: inner.data}}}`,
  'argo-collected-from-branch': `tasks:
  for-loop-2:
    loop: {items: [a, b], itemNumber: 1}
    tasks:
      condition-3:
        branches:
          - name: condition-3
            if: {left: {item: for-loop-2}, operator: "==", right: a}
            tasks: {inner: {component: make@000000000001}}
  list: {component: list@000000000004, arguments: {items: {collected: inner.text}}}`,
  'argo-compiled-pipeline': `tasks:
  graph: {component: graph@000000000008}`,
  'argo-condition': `tasks:
  condition-1:
    branches:
      - name: condition-1
        if: {raw: "true"}
        tasks: {${MAKE}}`,
  'argo-final-status': `tasks:
  ${MAKE}
  status: {component: status@000000000006, after: [make], options: {ignoreUpstreamFailure: true}}`,
  'argo-ignored-failure': `tasks:
  ${MAKE}
  make-2:
    component: make@000000000001
    arguments: {seed: {from: make.text}}
    options: {ignoreUpstreamFailure: true}`,
  'argo-imported-output': `outputs: {data: {type: Dataset, from: old.artifact}}
tasks:
  ${MAKE}
  old: {importer: {type: Dataset, reimport: false}, arguments: {uri: s3://bucket/old}}`,
  'argo-importer': `tasks:
  ${MAKE}
  old: {importer: {type: Dataset, reimport: false}, arguments: {uri: oci://registry/model}}`,
  'argo-nothing-to-run': `tasks:
  old: {importer: {type: Dataset, reimport: false}, arguments: {uri: s3://bucket/old}}`,
};

const COMPILED = `  lists@000000000007:
    spec:
      pipelineInfo: {name: lists}
      components:
        comp-lists:
          executorLabel: exec-lists
          inputDefinitions:
            artifacts: {data: {artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}, isArtifactList: true}}
      deploymentSpec: {executors: {exec-lists: {container: {image: alpine, command: [ls]}}}}
      root: {dag: {tasks: {}}}
  graph@000000000008:
    spec:
      pipelineInfo: {name: graph}
      components: {comp-a: {executorLabel: exec-a}}
      deploymentSpec: {executors: {exec-a: {container: {image: alpine, command: [ls]}}}}
      root: {dag: {tasks: {a: {componentRef: {name: comp-a}, taskInfo: {name: a}}}}}
`;

describe('what Argo cannot say', () => {
  it.each(Object.entries(CASES))('%s', (code, parts) => {
    const uses = parts.includes('@000000000007') || parts.includes('@000000000008');
    const document = smallPipeline(parts, 'small', uses ? COMPILED : '');
    expect(checkForTarget(document, 'argo').map((found) => found.code)).toContain(code);
  });

  it('a name that is too long for a workflow', () => {
    const codes = (name: string) =>
      checkForTarget(smallPipeline(`tasks: {${MAKE}}`, name), 'argo').map(({ code }) => code);
    expect(codes('a'.repeat(58))).toEqual(['argo-name-too-long']);
    expect(codes('a'.repeat(57))).toEqual([]);
  });

  it('has a case for each of its codes', () => {
    const codes = Object.keys(diagnosticEnglish).filter((key) => key.startsWith('diagnostic.argo-'));
    const tested = [...Object.keys(CASES), 'argo-name-too-long'];
    expect(codes.map((key) => key.replace('diagnostic.', '')).sort()).toEqual(tested.sort());
  });
});
