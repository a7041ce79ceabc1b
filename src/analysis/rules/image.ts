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

/** Longer texts are no names, and not worth matching. */
const LONGEST = 1000;

/** The image a task runs in: that there is one, and that a registry could have it. */
export function checkImage(context: TaskContext): void {
  const { task, report } = context;
  const override = task.options.image;
  const image = override ?? imageOfComponent(context);
  if (image === undefined || isReferringSetting(image) || isImageReference(image)) return;
  const change = { kind: 'clear-option', task: task.id, option: 'image' } as const;
  const common = { values: { image }, field: 'options.image', fixes: override === undefined ? [] : [fix(change)] };
  if (image === '') report({ code: 'image-empty', ...common });
  else report({ code: 'image-syntax', severity: 'warning', ...common });
}

/** Whether a text can be an image name. Placeholders are left to whoever fills them. */
export function isImageReference(text: string): boolean {
  return text.includes('{{') || (text.length <= LONGEST && IMAGE.test(text));
}

function imageOfComponent({ document, task }: TaskContext): string | undefined {
  if (task.target.kind !== 'component') return undefined;
  const record = document.components.get(task.target.component);
  const implementation = record === undefined ? undefined : describeComponentRecord(record)?.implementation;
  return implementation?.kind === 'container' ? implementation.image : undefined;
}
