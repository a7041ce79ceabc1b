import type { ActionDescriptor } from './action.ts';

export const PIPELINE_ACTIONS = [
  {
    id: 'pipeline.addTask',
    icon: 'square-plus',
    keys: ['Tab', '/'],
    keyScope: 'canvas',
    menu: { place: 'pipeline', group: 1 },
    contexts: [{ place: 'canvas', group: 1 }],
    enabledWhen: ['hasTab', 'canEdit'],
  },
  {
    id: 'pipeline.connect',
    icon: 'plug-connected',
    keys: ['C'],
    keyScope: 'canvas',
    menu: { place: 'pipeline', group: 1 },
    contexts: [{ place: 'node', group: 1 }],
    enabledWhen: ['hasOneSelectedNode', 'canEdit'],
  },
  {
    id: 'pipeline.addInput',
    menu: { place: 'pipeline', group: 2 },
    contexts: [{ place: 'terminal', group: 1 }],
    enabledWhen: ['hasTab', 'canEdit'],
  },
  {
    id: 'pipeline.addOutput',
    menu: { place: 'pipeline', group: 2 },
    contexts: [{ place: 'terminal', group: 1 }],
    enabledWhen: ['hasTab', 'canEdit'],
  },
  {
    id: 'pipeline.arrange',
    icon: 'layout-distribute-horizontal',
    keys: ['Shift+L'],
    keyScope: 'canvas',
    menu: { place: 'pipeline', group: 3 },
    contexts: [{ place: 'canvas', group: 3 }],
    enabledWhen: ['hasTasks', 'canEdit'],
  },
  {
    id: 'pipeline.settings',
    icon: 'adjustments',
    menu: { place: 'pipeline', group: 4 },
    contexts: [
      { place: 'canvas', group: 4 },
      { place: 'terminal', group: 2 },
    ],
    enabledWhen: ['hasTab'],
  },
] as const satisfies readonly ActionDescriptor[];
