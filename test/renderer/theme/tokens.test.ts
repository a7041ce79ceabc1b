import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../../renderer/theme');
const css = readFileSync(join(FOLDER, 'tokens.css'), 'utf8');

/** The tokens that a block with this selector sets. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

const themes = {
  light: tokensOf('[data-mantine-color-scheme="light"]'),
  dark: tokensOf('[data-mantine-color-scheme="dark"]'),
};

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2: contrast ratio. */
function contrast(left: string, right: string): number {
  const [dark, light] = [luminance(left), luminance(right)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const TEXTS = [
  '--text-primary',
  '--text-secondary',
  '--text-muted',
  '--accent-text',
  '--severity-error',
  '--severity-warning',
  '--severity-info',
  '--severity-good',
];
const SURFACES = [
  '--surface-sunken',
  '--surface-canvas',
  '--surface-panel',
  '--surface-raised',
  '--surface-field',
  '--surface-code',
];
const STRONG_TEXTS = ['--text-primary', '--text-secondary'];
const TINTED = [
  '--surface-hover',
  '--surface-active',
  '--surface-selected',
  '--severity-error-soft',
  '--severity-warning-soft',
  '--severity-info-soft',
];

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const tokens = themes[name];
  const colour = (token: string): string => tokens.get(token) ?? '';

  it('sets the same tokens as the other one', () => {
    const other = name === 'light' ? themes.dark : themes.light;
    expect([...tokens.keys()].sort()).toEqual([...other.keys()].sort());
  });

  it.each(TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)))(
    '%s can be read on %s',
    (text, surface) => {
      expect(contrast(colour(text), colour(surface))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(STRONG_TEXTS.flatMap((text) => TINTED.map((surface) => [text, surface] as const)))(
    '%s can be read on %s',
    (text, surface) => {
      expect(contrast(colour(text), colour(surface))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('has a readable main button and tooltip', () => {
    expect(contrast(colour('--accent-contrast'), colour('--accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('--text-tooltip'), colour('--surface-tooltip'))).toBeGreaterThanOrEqual(4.5);
  });

  const marks = [...tokens.keys()].filter((token) => /^--(port|status)-[a-z]+$/.test(token));

  it.each(marks)('%s stands out from what it is drawn on', (mark) => {
    for (const surface of ['--canvas-node', '--surface-panel', '--surface-canvas']) {
      expect(contrast(colour(mark), colour(surface))).toBeGreaterThanOrEqual(3);
    }
  });

  it('shows where the focus is', () => {
    for (const surface of SURFACES) expect(contrast(colour('--focus-ring'), colour(surface))).toBeGreaterThanOrEqual(3);
  });
});

it('is the only place that names colours, beside the shades the kit computes with', () => {
  for (const file of ['base.css', 'kit.css']) {
    expect(readFileSync(join(FOLDER, file), 'utf8')).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i);
  }
});
