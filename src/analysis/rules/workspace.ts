import type { TaskRecord } from '../../model/document.ts';
import { fix, type TaskContext } from '../rule.ts';

/** KFP SDK: `dsl.WORKSPACE_PATH_PLACEHOLDER` and the mount path it stands for. */
const WORKSPACE_USE = /\{\{\$\.workspace_path\}\}|^\/kfp-workspace/;

/** To begin with; the pipeline settings have the rest. */
const USUAL_SIZE = '10Gi';

const mentions = new WeakMap<TaskRecord, boolean>();

/** Whether a task uses the shared workspace in an argument or as an importer. */
export function mentionsWorkspace(task: TaskRecord): boolean {
  let mentioned = mentions.get(task);
  if (mentioned === undefined) {
    mentioned = portMentioningWorkspace(task) !== undefined || downloads(task);
    mentions.set(task, mentioned);
  }
  return mentioned;
}

/** KFP SDK: "Workspace features are used … but PipelineConfig.workspace.size is not set". */
export function checkWorkspace({ document, task, report }: TaskContext): void {
  if (!mentionsWorkspace(task)) return;
  if (document.pipelines.get(document.root)?.platform?.workspace !== undefined) return;
  const port = portMentioningWorkspace(task);
  const fixes = [fix({ kind: 'set-workspace', size: USUAL_SIZE })];
  report({ code: 'workspace-not-set', ...(port === undefined ? {} : { port: { side: 'in', id: port } }), fixes });
}

function downloads(task: TaskRecord): boolean {
  return task.target.kind === 'importer' && task.target.downloadToWorkspace === true;
}

function portMentioningWorkspace(task: TaskRecord): string | undefined {
  return Object.entries(task.arguments).find(([, argument]) =>
    anyText(argument, (text) => WORKSPACE_USE.test(text)),
  )?.[0];
}

function anyText(value: unknown, isWanted: (text: string) => boolean): boolean {
  if (typeof value === 'string') return isWanted(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => anyText(inner, isWanted));
}
