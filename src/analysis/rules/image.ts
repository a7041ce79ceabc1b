import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import { isReferringSetting } from '../referring-setting.ts';
import { fix, type TaskContext } from '../rule.ts';

/** Docker: the reference grammar of `distribution/reference`: [host[:port]/]path[:tag][@digest]. */
const HOST =
  '(?:[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?';
const PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const IMAGE = new RegExp(
  `^(?:${HOST}/)?${PART}(?:/${PART})*(?::[\\w][\\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,})?$`,
);

/** The image a task runs in: that there is one, and that a registry could have it. */
export function checkImage(context: TaskContext): void {
  const { task, report } = context;
  const override = task.options.image;
  if (override !== undefined) {
    if (isReferringSetting(override) || isImageReference(override)) return;
    const fixes = [fix({ kind: 'clear-option', task: task.id, option: 'image' })];
    report({
      code: override === '' ? 'image-empty' : 'image-syntax',
      values: { image: override },
      field: 'options.image',
      fixes,
    });
    return;
  }
  const image = imageOfComponent(context);
  if (image === undefined || isImageReference(image)) return;
  report({ code: image === '' ? 'image-empty' : 'image-syntax', values: { image }, field: 'options.image' });
}

/** Whether a text can be an image name. Placeholders are left to whoever fills them. */
export function isImageReference(text: string): boolean {
  return text.includes('{{') || IMAGE.test(text);
}

function imageOfComponent({ document, task }: TaskContext): string | undefined {
  if (task.target.kind !== 'component') return undefined;
  const record = document.components.get(task.target.component);
  const implementation = record === undefined ? undefined : describeComponentRecord(record)?.implementation;
  return implementation?.kind === 'container' ? implementation.image : undefined;
}
