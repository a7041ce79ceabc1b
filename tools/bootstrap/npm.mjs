import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/** How to start npm: the one that runs us where there is one, else the one on PATH. */
function findNpm() {
  const running = process.env.npm_execpath;
  if (running && basename(running) === 'npm-cli.js') return { program: process.execPath, before: [running] };
  return { program: 'npm', before: [] };
}

/**
 * Runs npm without letting anything reach standard output. A missing npm is a result.
 * @param {string} root
 * @param {readonly string[]} parameters
 * @returns {Promise<{ missing: boolean, code: number | null, output: string }>}
 */
export function runNpm(root, parameters) {
  const { program, before } = findNpm();
  return new Promise((resolve) => {
    const child = spawn(program, [...before, ...parameters], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: program === 'npm' && process.platform === 'win32',
    });
    let output = '';
    /** @param {Buffer} chunk */
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', () => resolve({ missing: true, code: 1, output: '' }));
    child.on('close', (code) => resolve({ missing: false, code, output }));
  });
}
