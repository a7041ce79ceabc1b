import { DockviewReact, type DockviewReadyEvent, type DockviewTheme, type IDockviewPanelProps } from 'dockview-react';
import 'dockview-react/dist/styles/dockview.css';
import { type ComponentType, lazy, Suspense, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CatalogPanel } from '../panels/catalog/CatalogPanel.tsx';
import { InspectorPanel } from '../panels/inspector/InspectorPanel.tsx';
import { OutlinePanel } from '../panels/outline/OutlinePanel.tsx';
import { ProblemsPanel } from '../panels/problems/ProblemsPanel.tsx';
import type { TabId } from '../state/documents-slice.ts';
import { useApp } from '../state/store.ts';
import { activateTab } from '../state/tabs.ts';
import { readStyleNonce } from '../theme/nonce.ts';
import { setDock, syncPipelinePanels } from './dock.ts';
import { startLayoutMemory } from './layout-memory.ts';
import { PanelFrame } from './PanelFrame.tsx';
import { PanelTab } from './PanelTab.tsx';
import { PipelinePane } from './PipelinePane.tsx';
import { PipelineTab } from './PipelineTab.tsx';
import { type FixedPanelId, START_PANEL } from './panel-ids.ts';
import { StartPage } from './start/StartPage.tsx';
import './Workbench.css';

const THEME: DockviewTheme = { name: 'pipewright', className: 'pipewright-dock', dndTabIndicator: 'line' };

/** Panels that are not in front at first are read when they are shown. */
const PreviewPanel = lazy(async () => ({ default: (await import('../panels/preview/PreviewPanel.tsx')).PreviewPanel }));
const RunsPanel = lazy(async () => ({ default: (await import('../panels/runs/RunsPanel.tsx')).RunsPanel }));
const TaskRunPanel = lazy(async () => ({ default: (await import('../panels/logs/TaskRunPanel.tsx')).TaskRunPanel }));

/** A fixed panel with its frame; made once, so that the dock always gets the same component. */
function framed(id: FixedPanelId, Content: ComponentType) {
  return function FramedPanel() {
    return (
      <PanelFrame id={id}>
        <Suspense fallback={null}>
          <Content />
        </Suspense>
      </PanelFrame>
    );
  };
}

const COMPONENTS = {
  catalog: framed('catalog', CatalogPanel),
  outline: framed('outline', OutlinePanel),
  inspector: framed('inspector', InspectorPanel),
  problems: framed('problems', ProblemsPanel),
  preview: framed('preview', PreviewPanel),
  runs: framed('runs', RunsPanel),
  taskRun: framed('taskRun', TaskRunPanel),
  [START_PANEL]: StartPage,
  pipeline: ({ params }: IDockviewPanelProps<{ tabId: TabId }>) => <PipelinePane tabId={params.tabId} />,
};

const TAB_COMPONENTS = { pipeline: PipelineTab };

/** The docked panels and, in the middle, one canvas per open pipeline. */
export function Workbench({ onReady }: { readonly onReady: () => void }) {
  const { t } = useTranslation();
  useSyncedPanels();
  const ready = useCallback(
    ({ api }: DockviewReadyEvent) => {
      setDock(api);
      api.onDidActivePanelChange(({ panel }) => {
        if (panel?.view.contentComponent === 'pipeline') activateTab(panel.id as TabId);
      });
      void startLayoutMemory(api).then(onReady);
    },
    [onReady],
  );
  useEffect(() => () => setDock(null), []);
  return (
    <main className="pipewright-workbench" aria-label={t('workbench.name')}>
      <DockviewReact
        components={COMPONENTS}
        tabComponents={TAB_COMPONENTS}
        defaultTabComponent={PanelTab}
        theme={THEME}
        nonce={readStyleNonce()}
        disableFloatingGroups
        announcements={false}
        onReady={ready}
      />
    </main>
  );
}

function useSyncedPanels(): void {
  const order = useApp((state) => state.documents.order);
  const active = useApp((state) => state.documents.active);
  useEffect(() => syncPipelinePanels(order, active), [order, active]);
}
