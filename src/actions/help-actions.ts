import type { ActionDescriptor } from './action.ts';

export const HELP_ACTIONS = [
  { id: 'help.shortcuts', icon: 'keyboard', keys: ['?'], keyScope: 'canvas', menu: { place: 'help', group: 1 } },
  { id: 'help.whatsNew', icon: 'sparkles', menu: { place: 'help', group: 1 } },
  { id: 'help.log', icon: 'notes', menu: { place: 'help', group: 2 } },
  { id: 'help.copyDiagnostics', icon: 'clipboard-text', menu: { place: 'help', group: 2 } },
  { id: 'help.about', icon: 'info-circle', menu: { place: 'help', group: 3 } },
] as const satisfies readonly ActionDescriptor[];
