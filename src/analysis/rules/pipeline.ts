import type { PipelinePlatformSettings } from '../../model/kubernetes-settings.ts';
import { sanitiseTaskName } from '../../model/sanitise-names.ts';
import { fix, type RuleContext } from '../rule.ts';

/** KFP SDK: the pipeline name after sanitising; the API server asks for the same. */
const NAME = /^[a-z0-9][a-z0-9-]{0,127}$/;
/** KFP SDK: the workspace size of PipelineConfig. */
const WORKSPACE_SIZE = /^(?:(?:0|[1-9]\d*)(?:\.\d+)?)(?:Ki|Mi|Gi|Ti|Pi|Ei|K|M|G|T|P|E)?$/;

/** KFP proto: PipelineConfig holds int32. */
const LONGEST = 2_147_483_647;

/** A pipeline's own record: its name, that it has tasks, its platform settings. */
export function checkPipeline(context: RuleContext): void {
  const { document, pipeline, report } = context;
  if (pipeline.id === document.root) checkName(context);
  if ((document.bodies.get(pipeline.body)?.children.length ?? 0) === 0) report({ code: 'no-tasks' });
  checkPlatform(context);
}

function checkName({ pipeline, report }: RuleContext): void {
  if (NAME.test(pipeline.name)) return;
  const name = sanitiseTaskName(pipeline.name).slice(0, 128) || 'pipeline';
  report({
    code: pipeline.name === '' ? 'pipeline-name-empty' : 'pipeline-name-invalid',
    values: { name: pipeline.name },
    field: 'name',
    fixes: [fix({ kind: 'rename-pipeline', pipeline: pipeline.id, name })],
  });
}

function checkPlatform({ pipeline, report }: RuleContext): void {
  const { platform } = pipeline;
  if (platform === undefined) return;
  const { workspace, ...times } = platform;
  if (workspace !== undefined && !WORKSPACE_SIZE.test(workspace.size)) {
    const fixes = [fix({ kind: 'clear-platform-setting', setting: 'workspace' })];
    const values = { value: workspace.size };
    report({ code: 'workspace-size-invalid', values, field: 'platform.workspace.size', fixes });
  }
  for (const [name, value] of Object.entries(times)) {
    const isSeconds = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    if (isSeconds && value <= LONGEST) continue;
    report({
      code: isSeconds ? 'duration-too-long' : 'duration-invalid',
      values: { value: String(value) },
      field: `platform.${name}`,
      fixes: [fix({ kind: 'clear-platform-setting', setting: name as keyof PipelinePlatformSettings })],
    });
  }
}
