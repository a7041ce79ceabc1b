import { useTranslation } from 'react-i18next';
import type { PipelineId, TaskId } from '../../src/model/ids.ts';
import type { TabId } from '../state/documents-slice.ts';
import { useDocument, useTabView } from '../state/hooks.ts';
import { showPipeline } from '../state/looking.ts';
import { usesOfPipeline } from '../state/sub-pipelines.ts';
import classes from './Breadcrumb.module.css';

/** The way from the root pipeline to the sub-pipeline on the canvas. Nothing at the root. */
export function Breadcrumb({ tabId }: { readonly tabId: TabId }) {
  const { t } = useTranslation();
  const document = useDocument(tabId);
  const view = useTabView(tabId);
  if (view === undefined || view.pipeline === document.root) return null;
  const steps = [
    { pipeline: document.root, through: [] as readonly TaskId[] },
    ...stepsOf(document.tasks, view.through),
  ];
  const uses = usesOfPipeline(document, view.pipeline);
  return (
    <nav className={classes.crumbs} aria-label={t('canvas.breadcrumb')}>
      {steps.map(({ pipeline, through }, index) => {
        const record = document.pipelines.get(pipeline);
        const name = record?.displayName ?? record?.name ?? '';
        const isLast = index === steps.length - 1;
        return (
          <span key={[pipeline, ...through].join('/')} className={classes.step}>
            {isLast ? (
              <span aria-current="location">{name}</span>
            ) : (
              <button
                type="button"
                title={t('canvas.backTo', { name })}
                onClick={() => showPipeline(tabId, pipeline, through)}
              >
                {name}
              </button>
            )}
          </span>
        );
      })}
      {uses > 1 && <span className={classes.uses}>{t('canvas.usedTimes', { count: uses })}</span>}
    </nav>
  );
}

function stepsOf(
  tasks: ReadonlyMap<TaskId, { readonly target: { readonly kind: string; readonly pipeline?: PipelineId } }>,
  through: readonly TaskId[],
): readonly { readonly pipeline: PipelineId; readonly through: readonly TaskId[] }[] {
  return through.flatMap((task, index) => {
    const pipeline = tasks.get(task)?.target.pipeline;
    return pipeline === undefined ? [] : [{ pipeline, through: through.slice(0, index + 1) }];
  });
}
