import { useCallback, useEffect, useState } from 'react';
import { useApp } from '../state/store.ts';
import { AppBars } from './AppBars.tsx';
import { NoAccessPage } from './NoAccessPage.tsx';
import classes from './Shell.module.css';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import { Workbench } from './Workbench.tsx';

/** The window: title bar, docked panels, status bar. `data-app-state` says when it can be used. */
export function Shell() {
  const isRefused = useApp((state) => state.live.connection === 'refused');
  const isStarted = useApp((state) => state.live.started);
  const [isBuilt, setBuilt] = useState(false);
  const built = useCallback(() => setBuilt(true), []);
  useEffect(() => {
    if (isStarted && isBuilt) document.documentElement.dataset.appState = 'ready';
  }, [isStarted, isBuilt]);
  if (isRefused) return <NoAccessPage />;
  return (
    <div className={classes.shell}>
      <TitleBar />
      <AppBars />
      <Workbench onReady={built} />
      <StatusBar />
    </div>
  );
}
