import { expect, it } from 'vitest';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { sentence } from '../../src/words/sentences.ts';

it.each([
  ['empty text', ''],
  ['plain words', 'hello there'],
  ['a list', '- a\n- b\n'],
  ['another map', 'hello: world\n'],
  ['no YAML', '{{{ : ]\n\t- x: ['],
  ['an open bracket', 'a: [1\n b'],
  ['merge conflicts', 'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n'],
])('the sentence about %s has no gap', (_what, text) => {
  const parsed = parsePipelineFile(text);
  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  const { code, values } = parsed.error;
  for (const language of ['en', 'fr'] as const) {
    expect(sentence(language, `file.${code}`, values)).not.toMatch(/\{\w+\}|^file\./);
  }
});
