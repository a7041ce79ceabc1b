import type { ActionDescriptor } from './action.ts';

export const RUN_ACTIONS = [
  {
    id: 'run.start',
    icon: 'player-play',
    keys: ['Mod+Enter', 'F5'],
    keyScope: 'everywhere',
    menu: { place: 'run', group: 1 },
    enabledWhen: ['canRun'],
  },
  {
    id: 'run.again',
    icon: 'repeat',
    keys: ['Mod+Shift+Enter'],
    keyScope: 'everywhere',
    menu: { place: 'run', group: 1 },
    enabledWhen: ['canRun', 'hasEndedRun'],
  },
  {
    id: 'run.fromHere',
    icon: 'player-skip-forward',
    menu: { place: 'run', group: 1 },
    contexts: [{ place: 'node', group: 4 }],
    enabledWhen: ['canRun', 'hasEndedRun', 'hasSelectedTask'],
  },
  {
    id: 'run.stop',
    icon: 'player-stop',
    keys: ['Shift+F5'],
    keyScope: 'everywhere',
    menu: { place: 'run', group: 2 },
    enabledWhen: ['isRunActive'],
  },
  { id: 'run.hide', icon: 'eye-off', menu: { place: 'run', group: 3 }, enabledWhen: ['hasShownRun'] },
  {
    id: 'run.openLog',
    icon: 'terminal-2',
    menu: { place: 'run', group: 3 },
    contexts: [{ place: 'node', group: 4 }],
    enabledWhen: ['hasShownRun', 'hasSelectedTask'],
  },
] as const satisfies readonly ActionDescriptor[];
