import { IconSitemap } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PipelineId } from '../../../../src/model/ids.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useDocument, useTab } from '../../../state/hooks.ts';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { SubjectHeader } from '../fields/SubjectHeader.tsx';
import { PipelineInputs } from './PipelineInputs.tsx';
import { PipelineOutputs } from './PipelineOutputs.tsx';
import { PipelineSettings } from './PipelineSettings.tsx';
import { PlatformSettings } from './PlatformSettings.tsx';
import type { PipelinePartProps } from './pipeline-part-props.ts';

interface PipelineInspectorProps {
  readonly tabId: TabId;
  readonly pipelineId: PipelineId;
  /** Only its inputs or outputs, as when the node of them is selected. */
  readonly only?: 'inputs' | 'outputs';
}

/** A pipeline in fields: what it is called, what it takes and gives. */
export function PipelineInspector({ tabId, pipelineId, only }: PipelineInspectorProps) {
  const { t } = useTranslation();
  const document = useDocument(tabId);
  const diagnostics = useTab(tabId)?.analysis.diagnostics;
  const pipeline = document.pipelines.get(pipelineId);
  const problems = useMemo(
    () => (diagnostics ?? []).filter(({ place }) => place.pipeline === pipelineId && place.node === undefined),
    [diagnostics, pipelineId],
  );
  if (pipeline === undefined) return null;
  const part: PipelinePartProps = { tabId, document, pipeline, problems };
  const general = problems.filter(({ place }) => place.pipelinePort === undefined && place.field === undefined);
  const kind = pipelineId === document.root ? 'inspector.pipeline' : 'inspector.subPipeline';
  return (
    <>
      <SubjectHeader icon={IconSitemap} title={pipeline.displayName ?? pipeline.name} subtitle={t(kind)} />
      {only === undefined && (
        <>
          {general.length > 0 && (
            <div className="inspector-problems">
              <FieldProblems tabId={tabId} problems={general} />
            </div>
          )}
          <PipelineSettings {...part} />
        </>
      )}
      {only !== 'outputs' && <PipelineInputs {...part} />}
      {only !== 'inputs' && <PipelineOutputs {...part} />}
      {only === undefined && pipelineId === document.root && <PlatformSettings {...part} />}
    </>
  );
}
