import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../main/hosts/cli/program.ts';
import { openTerminal } from '../../main/hosts/cli/terminal.ts';
import { readText } from '../repository/source-files.ts';
import { sectionBelow } from './markdown.ts';

const page = readText('docs/command-line.md');
const program = createProgram(openTerminal(process), '0.0.0', () => undefined);
/** Each command by the heading of its section. */
const commands = new Map<string, Command>(
  program.commands.flatMap((command): [string, Command][] => [
    [`## ${command.name()}`, command],
    ...command.commands
      .filter((inner) => inner.name() !== 'help')
      .map((inner): [string, Command] => [`### ${command.name()} ${inner.name()}`, inner]),
  ]),
);

function longOptionsOf(command: Command): string[] {
  return command.options.flatMap(({ long }) => long ?? []).filter((long) => long !== '--version');
}

describe.each([...commands])('%s', (heading, command) => {
  const section = sectionBelow(page, heading) ?? '';

  test('has a section that names all its options', () => {
    expect(section).not.toBe('');
    expect(longOptionsOf(command).filter((option) => !section.includes(option))).toEqual([]);
  });

  test('is shown with options that it has', () => {
    const shown = [...section.matchAll(/(?<=[\s`])--[a-z][a-z-]*/g)].map(([option]) => option);
    const known = [command, ...command.commands].flatMap(longOptionsOf);
    expect(shown.filter((option) => !known.includes(option))).toEqual([]);
  });
});

test('every command that is called on the page is one of the program', () => {
  const called = [...page.matchAll(/^(?:\$ )?pipewright ([a-z]+)/gm)].map(([, name]) => name);
  const known = program.commands.map((command) => command.name());
  expect(called.length).toBeGreaterThan(10);
  expect(called.filter((name) => name !== undefined && !known.includes(name))).toEqual([]);
});
