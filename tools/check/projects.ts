/** One project per kind of code: `src` sees neither Node nor the DOM, the renderer sees no Node. */
export const typecheckProjects = [
  'tsconfig.src.json',
  'tsconfig.renderer.json',
  'tsconfig.main.json',
  'tsconfig.tools.json',
  'tsconfig.test.json',
];

export const typescriptCompiler = 'node_modules/typescript/lib/tsc.js';
