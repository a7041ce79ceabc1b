import {
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  type VariantColorResolverResult,
  type VariantColorsResolverInput,
} from '@mantine/core';

const ACCENT: MantineColorsTuple = [
  '#eef2ff',
  '#e0e7fd',
  '#c3d0fb',
  '#a2b6ff',
  '#8aa4ff',
  '#5d79e0',
  '#3454c4',
  '#2d49af',
  '#263e94',
  '#1f3276',
];

/** The kit's dark greys, in the hue of the tokens: its fields, switches and tracks take them by number. */
const DARK: MantineColorsTuple = [
  '#e6e9ef',
  '#b3bac8',
  '#929bad',
  '#626b7c',
  '#444c5b',
  '#303642',
  '#15181f',
  '#1c2028',
  '#171a21',
  '#12141a',
];

/** Filled buttons take their colours from the tokens: the kit would compute the text's colour for the light theme alone. */
function resolveVariantColours(input: VariantColorsResolverInput): VariantColorResolverResult {
  const colours = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return colours;
  if (input.color === 'red') {
    const background = 'var(--severity-error)';
    return { ...colours, background, hover: background, color: 'var(--text-inverse)' };
  }
  return { ...colours, background: 'var(--accent)', hover: 'var(--accent-hover)', color: 'var(--accent-contrast)' };
}

/** What the kit says by itself. */
export interface ThemeWords {
  readonly close: string;
}

/** The component kit dressed in the tokens: small, dense, quiet. */
export function createMantineTheme(words: ThemeWords): MantineThemeOverride {
  return {
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 4 },
    colors: { accent: ACCENT, dark: DARK },
    autoContrast: true,
    fontFamily: 'var(--font-ui)',
    fontFamilyMonospace: 'var(--font-mono)',
    fontSizes: {
      xs: 'var(--text-xs)',
      sm: 'var(--text-sm)',
      md: 'var(--text-md)',
      lg: 'var(--text-lg)',
      xl: 'var(--text-xl)',
    },
    lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.4' },
    spacing: {
      xs: 'var(--space-3)',
      sm: 'var(--space-4)',
      md: 'var(--space-5)',
      lg: 'var(--space-6)',
      xl: 'var(--space-7)',
    },
    radius: { xs: '3px', sm: 'var(--radius-sm)', md: 'var(--radius-md)', lg: 'var(--radius-lg)', xl: '16px' },
    defaultRadius: 'sm',
    variantColorResolver: resolveVariantColours,
    respectReducedMotion: true,
    cursorType: 'default',
    headings: { fontFamily: 'var(--font-ui)', fontWeight: '600' },
    components: {
      Button: { defaultProps: { size: 'xs', fw: 550 } },
      ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 26 } },
      TextInput: { defaultProps: { size: 'xs' } },
      Textarea: { defaultProps: { size: 'xs' } },
      NumberInput: { defaultProps: { size: 'xs' } },
      PasswordInput: { defaultProps: { size: 'xs' } },
      Select: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
      MultiSelect: { defaultProps: { size: 'xs' } },
      TagsInput: { defaultProps: { size: 'xs' } },
      NativeSelect: { defaultProps: { size: 'xs' } },
      JsonInput: { defaultProps: { size: 'xs' } },
      Switch: { defaultProps: { size: 'xs' } },
      Checkbox: { defaultProps: { size: 'xs' } },
      SegmentedControl: { defaultProps: { size: 'xs' } },
      Tooltip: { defaultProps: { openDelay: 450, withArrow: false, transitionProps: { duration: 90 }, fz: 'sm' } },
      Modal: {
        defaultProps: {
          centered: true,
          closeButtonProps: { 'aria-label': words.close },
          // A header element in a dialog would count as a second banner of the page.
          attributes: { header: { role: 'presentation' } },
          // The page itself never scrolls, and locking it would need a style element.
          lockScroll: false,
          transitionProps: { duration: 120 },
          overlayProps: { backgroundOpacity: 1, color: 'var(--surface-scrim)' },
        },
      },
      Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 90 } } },
      Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 90 } } },
      ScrollArea: { defaultProps: { scrollbarSize: 8, type: 'hover' } },
    },
  };
}

/** Points the kit's own variables at the tokens, for both colour schemes alike. */
export const resolveMantineVariables: CSSVariablesResolver = () => {
  const variables = {
    '--mantine-color-body': 'var(--surface-raised)',
    '--mantine-color-text': 'var(--text-primary)',
    '--mantine-color-dimmed': 'var(--text-muted)',
    '--mantine-color-placeholder': 'var(--text-muted)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--severity-error)',
    '--mantine-color-default': 'var(--surface-field)',
    '--mantine-color-default-hover': 'var(--surface-hover)',
    '--mantine-color-default-color': 'var(--text-primary)',
    '--mantine-color-default-border': 'var(--border-field)',
    '--mantine-color-disabled': 'var(--surface-disabled)',
    '--mantine-color-disabled-color': 'var(--text-disabled)',
    '--mantine-color-disabled-border': 'var(--border-subtle)',
    '--mantine-color-gray-light-color': 'var(--text-secondary)',
    '--mantine-color-gray-light-hover': 'var(--surface-hover)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-color-accent-filled': 'var(--accent)',
    '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
    '--mantine-color-accent-light': 'var(--accent-soft)',
    '--mantine-color-accent-light-hover': 'var(--accent-soft)',
    '--mantine-color-accent-light-color': 'var(--accent-text)',
    '--mantine-color-accent-text': 'var(--accent-text)',
    '--mantine-primary-color-contrast': 'var(--accent-contrast)',
    '--mantine-shadow-md': 'var(--shadow-high)',
  };
  return { variables: {}, light: variables, dark: variables };
};
