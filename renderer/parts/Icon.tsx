import {
  IconAdjustments, IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp, IconClipboard, IconClipboardText,
  IconCommand, IconCopy, IconCopyPlus, IconCut, IconDeviceDesktop, IconDeviceFloppy, IconEdit, IconEyeOff, IconFile,
  IconFileCode, IconFileExport, IconFilePlus, IconFolder, IconHistory, IconHome, IconInfoCircle, IconKeyboard,
  IconLayoutBottombar, IconLayoutDistributeHorizontal, IconLayoutSidebar, IconLayoutSidebarRight, IconListTree,
  IconMaximize, IconMoon, IconNotes, IconPackages, IconPencil, IconPlayerPlay, IconPlayerSkipForward, IconPlayerStop,
  IconPlayerTrackNext, IconPlugConnected, IconRepeat, IconSearch, IconSettings, IconSparkles, IconSquarePlus, IconSun,
  IconTerminal2, IconTrash, IconX, IconZoomIn, IconZoomOut,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

interface IconDrawingProps {
  readonly size?: number;
  readonly stroke?: number;
  readonly 'aria-hidden'?: boolean;
}

/** The icons that actions name. */
const ICONS: { readonly [name: string]: ComponentType<IconDrawingProps> } = {
  adjustments: IconAdjustments,
  'alert-triangle': IconAlertTriangle,
  'arrow-back-up': IconArrowBackUp,
  'arrow-forward-up': IconArrowForwardUp,
  clipboard: IconClipboard,
  'clipboard-text': IconClipboardText,
  command: IconCommand,
  copy: IconCopy,
  'copy-plus': IconCopyPlus,
  cut: IconCut,
  'device-desktop': IconDeviceDesktop,
  'device-floppy': IconDeviceFloppy,
  edit: IconEdit,
  'eye-off': IconEyeOff,
  file: IconFile,
  'file-code': IconFileCode,
  'file-export': IconFileExport,
  'file-plus': IconFilePlus,
  folder: IconFolder,
  history: IconHistory,
  home: IconHome,
  'info-circle': IconInfoCircle,
  keyboard: IconKeyboard,
  'layout-bottombar': IconLayoutBottombar,
  'layout-distribute-horizontal': IconLayoutDistributeHorizontal,
  'layout-sidebar': IconLayoutSidebar,
  'layout-sidebar-right': IconLayoutSidebarRight,
  'list-tree': IconListTree,
  maximize: IconMaximize,
  moon: IconMoon,
  notes: IconNotes,
  packages: IconPackages,
  pencil: IconPencil,
  'player-play': IconPlayerPlay,
  'player-skip-forward': IconPlayerSkipForward,
  'player-stop': IconPlayerStop,
  'player-track-next': IconPlayerTrackNext,
  'plug-connected': IconPlugConnected,
  repeat: IconRepeat,
  search: IconSearch,
  settings: IconSettings,
  sparkles: IconSparkles,
  'square-plus': IconSquarePlus,
  sun: IconSun,
  'terminal-2': IconTerminal2,
  trash: IconTrash,
  x: IconX,
  'zoom-in': IconZoomIn,
  'zoom-out': IconZoomOut,
};

/** The icon of an action, decorative. Nothing where the action names none. */
export function Icon({ name, size = 16 }: { readonly name: string | undefined; readonly size?: number }) {
  const Drawing = name === undefined ? undefined : ICONS[name];
  return Drawing === undefined ? null : <Drawing size={size} stroke={1.6} aria-hidden={true} />;
}
