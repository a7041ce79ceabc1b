import type { InputPort, OutputPort } from '../catalog/component-description.ts';

/** The ports of a task, whatever it runs. */
export interface TaskInterface {
  /** What the task runs, for people: the component's or pipeline's title. */
  readonly title: string;
  readonly description?: string;
  readonly inputs: readonly InputPort[];
  readonly outputs: readonly OutputPort[];
  /** Why the ports are only what the document itself mentions. A code of `diagnostic.<code>`. */
  readonly problem?: 'component-missing' | 'component-unreadable' | 'pipeline-missing';
}
