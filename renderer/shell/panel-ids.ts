/** The fixed panels around the canvas, by the part of the window they start in. */
export const FIXED_PANELS = {
  left: ['catalog', 'outline'],
  right: ['inspector'],
  bottom: ['problems', 'preview', 'runs', 'taskRun'],
} as const;

export type WindowPart = keyof typeof FIXED_PANELS;
export type FixedPanelId = (typeof FIXED_PANELS)[WindowPart][number];

/** The parts of the window, in the order they are built. */
export const WINDOW_PARTS = ['left', 'right', 'bottom'] as const satisfies readonly WindowPart[];

/** The panel that stands where no pipeline is open. */
export const START_PANEL = 'start';

/** The part of the window a fixed panel starts in. */
export function partOfPanel(panel: FixedPanelId): WindowPart {
  for (const part of WINDOW_PARTS) {
    if (FIXED_PANELS[part].some((id) => id === panel)) return part;
  }
  return 'bottom';
}
