import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that the app ships, with the words of its licence. */
export type Notice = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
};

const licenceFile = /^(licen[cs]e|copying|notice)/i;

function readNotice(folder: string): Notice {
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && licenceFile.test(entry.name),
  );
  return {
    name: description.name,
    version: description.version,
    licence: description.license ?? 'see the text',
    text: files.map((file) => readFileSync(join(folder, file.name), 'utf8').trim()).join('\n\n'),
  };
}

/**
 * Writes the notices of everything bundled: `THIRD-PARTY-NOTICES.txt` for people who get the package,
 * `renderer/licences.json` for the app's own list.
 */
export function writeNotices(folders: ReadonlySet<string>, output: string): void {
  const notices = [...folders].map(readNotice).sort((left, right) => left.name.localeCompare(right.name, 'en'));
  const text = notices.map((notice) => `${notice.name} ${notice.version} (${notice.licence})\n\n${notice.text}\n`);
  writeFileSync(join(output, 'THIRD-PARTY-NOTICES.txt'), text.join(`\n${'-'.repeat(80)}\n\n`));
  writeFileSync(join(output, 'renderer/licences.json'), JSON.stringify(notices));
}
