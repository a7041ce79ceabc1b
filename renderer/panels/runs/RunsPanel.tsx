import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';
import type { AppState } from '../../state/app-state.ts';
import { useApp } from '../../state/store.ts';
import { RunsToolbar } from './RunsToolbar.tsx';
import { RunTable } from './RunTable.tsx';
import { ALL_RUNS, viewRuns } from './run-list.ts';

/** The runs on this machine. */
export function RunsPanel() {
  const { t } = useTranslation();
  const runs = useApp(selectRuns);
  const [view, setView] = useState(ALL_RUNS);
  const shown = useMemo(() => viewRuns(runs, view), [runs, view]);
  if (runs.length === 0) {
    const icon = <IconHistory size={26} stroke={1.5} />;
    return <EmptyPlace icon={icon} title={t('runList.empty')} hint={t('runList.emptyHint')} />;
  }
  return (
    <>
      <RunsToolbar runs={runs} view={view} onChange={setView} />
      {shown.length === 0 ? (
        <EmptyPlace title={t('runList.nothingFits')}>
          <Button variant="default" onClick={() => setView(ALL_RUNS)}>
            {t('runList.showAll')}
          </Button>
        </EmptyPlace>
      ) : (
        <RunTable runs={shown} sort={view.sort} onSort={(sort) => setView({ ...view, sort })} />
      )}
    </>
  );
}

function selectRuns(state: AppState): AppState['live']['runs']['list'] {
  return state.live.runs.list;
}
