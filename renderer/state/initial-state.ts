import { settingsSchema } from '../../src/api/settings.ts';
import type { AppState } from './app-state.ts';

/** The state of an app that has just been started and knows nothing yet. */
export function createInitialState(): AppState {
  return {
    documents: { order: [], active: null, tabs: new Map(), closed: [] },
    view: {
      byTab: new Map(),
      hoveredPlace: null,
      panels: { left: true, right: true, bottom: true },
      dialog: null,
    },
    session: { drag: null },
    live: {
      started: false,
      connection: 'connecting',
      host: null,
      settings: settingsSchema.parse({}),
      settingsFile: null,
      catalog: { entries: new Map(), notes: [], loaded: false },
      runs: { list: [], states: new Map(), shown: new Map(), openTask: null },
      workspaces: [],
      recent: [],
      examples: [],
      recoveries: [],
    },
  };
}
