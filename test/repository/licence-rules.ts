/** Licences that ask for no more than their notice. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Python-2.0',
  'WTFPL',
]);

/** Packages under other licences, each with the reason why it may be here. */
const exceptions: Readonly<Record<string, string>> = {
  elkjs: 'EPL-2.0: bundled unmodified as a file of its own, with its notice',
  '@fontsource-variable/inter': 'OFL-1.1: a font, shipped unmodified under its own name, with its notice',
  'axe-core': 'MPL-2.0: used by tests, never shipped',
  '@axe-core/playwright': 'MPL-2.0: used by tests, never shipped',
  lightningcss: 'MPL-2.0: part of the build tool, never shipped',
};

/** Whether an SPDX expression can be satisfied by permissive licences alone: any side of OR, every side of AND. */
export function isPermissive(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((side) => side.split(' AND ').every((licence) => permissive.has(licence.trim())));
}

/** Whether a package may be here for the reason given above; programs of one platform count as their package. */
export function isException(name: string): boolean {
  return Object.keys(exceptions).some((known) => name === known || name.startsWith(`${known}-`));
}
