import { maskSecrets } from '../log/mask.ts';

export interface DiagnosticsFacts {
  readonly version: string;
  readonly kind: string;
  readonly platform: string;
  readonly release: string;
  readonly nodeVersion: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly homeFolder: string;
  readonly dataFolder: string;
  readonly openedFolders: readonly string[];
  readonly activeRuns: number;
  readonly logLines: readonly string[];
}

/** What to paste into a report: no secrets, and no name of the user's home. */
export function describeHost(facts: DiagnosticsFacts): string {
  const lines = [
    `Pipewright ${facts.version} (${facts.kind})`,
    `System: ${facts.platform} ${facts.release}, ${facts.cores} cores, ${facts.memoryGigabytes} GB`,
    `Node: ${facts.nodeVersion}`,
    `Data folder: ${facts.dataFolder}`,
    `Open folders: ${facts.openedFolders.length === 0 ? 'none' : facts.openedFolders.join(', ')}`,
    `Active runs: ${facts.activeRuns}`,
    '',
    'Log:',
    ...facts.logLines,
  ];
  return maskSecrets(lines.join('\n')).replaceAll(facts.homeFolder, '~');
}
