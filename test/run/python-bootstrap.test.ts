import { describe, expect, it } from 'vitest';
import { readPythonBootstrap } from '../../src/run/command/python-bootstrap.ts';

const CHECK = `
if ! [ -x "$(command -v pip)" ]; then
    python3 -m ensurepip || python3 -m ensurepip --user || apt-get install python3-pip
fi
`;

function bootstrap(script: string): readonly string[] {
  return ['sh', '-c', script, 'sh', '-ec', 'run "$0"', 'source'];
}

describe('installing part of a Python component', () => {
  it.each([
    [
      `${CHECK}
PIP_DISABLE_PIP_VERSION_CHECK=1 python3 -m pip install --quiet --no-warn-script-location 'kfp==2.14.3' '--no-deps' 'typing-extensions>=3.7.4,<5; python_version<"3.9"'  &&  python3 -m pip install --quiet --no-warn-script-location 'pandas==2.2.0' "numpy" && "$0" "$@"
`,
      [
        [
          '--quiet',
          '--no-warn-script-location',
          'kfp==2.14.3',
          '--no-deps',
          'typing-extensions>=3.7.4,<5; python_version<"3.9"',
        ],
        ['--quiet', '--no-warn-script-location', 'pandas==2.2.0', 'numpy'],
      ],
    ],
    [
      `(PIP_DISABLE_PIP_VERSION_CHECK=1 python3 -m pip install --quiet 'pandas' || PIP_DISABLE_PIP_VERSION_CHECK=1 python3 -m pip install --quiet 'pandas' --user) && "$0" "$@"`,
      [['--quiet', 'pandas']],
    ],
    [
      `python3 -m pip install --index-url https://pypi.example/simple x && "$0" "$@"`,
      [['--index-url', 'https://pypi.example/simple', 'x']],
    ],
  ])('is read: %#', (script, installs) => {
    expect(readPythonBootstrap(bootstrap(script))).toEqual({ installs, command: ['sh', '-ec', 'run "$0"', 'source'] });
  });

  it.each([
    `python3 -m pip install x && rm -rf / && "$0" "$@"`,
    `python3 -m pip install $(cat list) && "$0" "$@"`,
    `python3 -m pip install x; "$0" "$@"`,
    `python3 -m pip install x`,
    `echo hello && "$0" "$@"`,
    `pip install "$HOME" && "$0" "$@"`,
  ])('is left alone where it does more: %s', (script) => {
    expect(readPythonBootstrap(bootstrap(script))).toBeUndefined();
  });

  it('is not looked for in other commands', () => {
    expect(readPythonBootstrap(['python3', 'main.py'])).toBeUndefined();
    expect(readPythonBootstrap([])).toBeUndefined();
  });
});
