import type { PipelineRecord } from '../../model/document.ts';
import type { PipelinePlatformSettings } from '../../model/kubernetes-settings.ts';
import { tasksOfPipeline } from '../../model/lookups.ts';
import { type Code, call, type Item, labelled } from './code.ts';
import type { FunctionContext } from './function-context.ts';
import { literal, stringLiteral } from './literals.ts';

/**
 * `dsl.PipelineConfig(…)`, where the pipeline has settings. KFP SDK: a sub-pipeline that uses the workspace must have one
 * itself, so it is given that of the root.
 */
export function pipelineConfig(context: FunctionContext): Code | undefined {
  const { document, pipeline, module } = context;
  const platform = document.pipelines.get(document.root)?.platform ?? {};
  const isRoot = pipeline.id === document.root;
  const settings = isRoot ? platform : usesWorkspace(context, pipeline) ? workspaceOf(platform) : {};
  const items = configItems(context, settings);
  return items.length === 0 ? undefined : call(`${module.use('dsl')}.PipelineConfig`, items);
}

function workspaceOf({ workspace }: PipelinePlatformSettings): PipelinePlatformSettings {
  return workspace === undefined ? {} : { workspace };
}

/** KFP SDK: `_detect_workspace_usage_in_tasks`; an importer asks for it outright. */
function usesWorkspace({ document }: FunctionContext, pipeline: PipelineRecord): boolean {
  return tasksOfPipeline(document, pipeline.id).some(
    ({ arguments: given, target }) =>
      (target.kind === 'importer' && target.downloadToWorkspace === true) ||
      /\{\{\$\.workspace_path\}\}|"\/kfp-workspace/.test(JSON.stringify(given)),
  );
}

function configItems({ module }: FunctionContext, settings: PipelinePlatformSettings): readonly Item[] {
  const { workspace } = settings;
  const items: Item[] = [];
  if (workspace !== undefined) {
    const dsl = module.use('dsl');
    const patch = workspace.pvcSpecPatch ?? {};
    const kubernetes = call(`${dsl}.KubernetesWorkspaceConfig`, [labelled('pvcSpecPatch=', literal(patch))]);
    items.push(
      labelled(
        'workspace=',
        call(`${dsl}.WorkspaceConfig`, [
          labelled('size=', stringLiteral(workspace.size)),
          ...(Object.keys(patch).length === 0 ? [] : [labelled('kubernetes=', kubernetes)]),
        ]),
      ),
    );
  }
  const seconds: readonly (readonly [string, number | undefined])[] = [
    ['ttl_seconds_after_finished', settings.ttlSecondsOnCompletion],
    ['ttl_seconds_after_success', settings.ttlSecondsOnSuccess],
    ['ttl_seconds_after_failure', settings.ttlSecondsOnFailure],
    ['active_deadline_seconds', settings.activeDeadlineSeconds],
  ];
  for (const [name, value] of seconds)
    if (value !== undefined && value > 0) items.push(labelled(`${name}=`, literal(value)));
  return items;
}
