import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import type { PipelineDocument, TaskRecord } from '../../model/document.ts';

/** Every text of a task that is written into a workflow as it is. References and component keys are none. */
export function argoTextsOf(document: PipelineDocument, task: TaskRecord): readonly string[] {
  const record = task.target.kind === 'component' ? document.components.get(task.target.component) : undefined;
  const implementation = record && describeComponentRecord(record)?.implementation;
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  if (implementation?.kind === 'container') {
    const { image, command, args, env } = implementation;
    // Conditions and joined texts are JSON, whose own braces can stand side by side.
    collect([
      image,
      env,
      [...command, ...args].map((element) => element.replace(/^\{"(?:Concat|IfPresent)": .*$/s, '')),
    ]);
  }
  collect(Object.values(task.arguments));
  collect(task.options);
  return texts;
}
