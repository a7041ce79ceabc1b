import { checkDocument } from '../../analysis/check-document.ts';
import { checkForTarget } from '../../analysis/check-for-target.ts';
import type { Diagnostic } from '../../analysis/diagnostic.ts';
import { diagnosticOf } from '../../analysis/rule.ts';
import { severityForTarget } from '../../analysis/targets/severity-for-target.ts';
import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import type { PipelineDocument } from '../../model/document.ts';
import { failure, type Result, success } from '../../model/result.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { holdsCel } from './write-condition.ts';
import { createGraphWriter, graphComponentText } from './write-graph-component.ts';

/** The text of a document as a v1 component with a graph; the errors where the format cannot say it. */
export function compileGraphComponent(document: PipelineDocument): Result<string, readonly Diagnostic[]> {
  const found = [
    ...checkDocument(document).diagnostics.map((diagnostic) => severityForTarget(diagnostic, 'graph-component')),
    ...checkForTarget(document, 'graph-component'),
  ];
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return failure(errors);
  const component = createGraphWriter(document).component(document.root);
  const name = findUnsaid(component);
  if (name === undefined) return success(graphComponentText(component));
  return failure([diagnosticOf({ code: 'graph-condition' }, { pipeline: document.root }, { name })]);
}

/** The first task whose condition was edited away from its original and cannot be said otherwise. */
function findUnsaid(component: YamlTree | undefined): string | undefined {
  const tasks = entryOf(entryOf(entryOf(component, 'implementation'), 'graph'), 'tasks');
  for (const [name, task] of Object.entries(isTreeMap(tasks) ? tasks : {})) {
    if (holdsCel(entryOf(task, 'isEnabled'))) return name;
    const inner = findUnsaid(entryOf(entryOf(task, 'componentRef'), 'spec'));
    if (inner !== undefined) return inner;
  }
  return undefined;
}
