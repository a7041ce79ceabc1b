import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchTarget } from '../../../src/api/results.ts';
import type { SentenceValues } from '../../../src/words/sentence.ts';
import { sentence } from '../../../src/words/sentences.ts';
import { type ApplicationLog, createLog } from '../../services/log/create-log.ts';
import { findDataFolder } from '../../services/support/data-folder.ts';
import { errnoOf } from '../../services/support/node-errors.ts';
import { createHost, type Host } from '../shared/create-host.ts';
import { listenForEnd } from '../shared/end-signals.ts';
import { languageOf } from '../shared/language.ts';
import { findPackage, type PackageFacts } from '../shared/package-root.ts';
import { createWebServer, type WebServer } from './create-web-server.ts';
import { type DesktopOpener, findDesktopOpener } from './desktop-opener.ts';
import { createToken } from './token.ts';
import { createWebShell } from './web-shell.ts';

export interface ServeOptions {
  readonly launch: readonly LaunchTarget[];
  /** 0 takes a free one. */
  readonly port: number;
  readonly open: boolean;
  readonly allowedHosts: readonly string[];
  /** Where the built page is, if not in its place in the package. */
  readonly pageFolder?: string;
}

/** How long ending may take once it was asked for a third time, in milliseconds. */
const FORCE_MILLISECONDS = 1000;

type Say = (code: string, values?: SentenceValues) => void;

/** Serves the app until a signal ends it. Resolves to the exit code when everything has ended. */
export async function serve(options: ServeOptions, process: NodeJS.Process): Promise<number> {
  const language = languageOf(process.env);
  const say: Say = (code, values = {}) => process.stderr.write(`${sentence(language, `cli.${code}`, values)}\n`);
  const facts = findPackage();
  const pageFolder = options.pageFolder ?? join(facts.root, 'dist', 'renderer');
  if (!existsSync(join(pageFolder, 'index.html'))) {
    say('no-page');
    return 1;
  }
  const opener = findDesktopOpener(process.platform, process.env);
  const dataFolder = findDataFolder(process.env, process.platform);
  const log = createLog({ file: join(dataFolder, 'logs', 'pipewright.log'), now: Date.now });
  const host = await startHost({ options, opener, dataFolder, log, facts, process });
  const server = await startServer(host, pageFolder, options, log, say);
  if (!server) {
    await host.dispose();
    return 2;
  }
  process.stdout.write(`Pipewright: ${server.address}\n`);
  const ended = waitForEnd(process, host, say);
  host.recover().catch((error: unknown) => log.error('recovering runs', error));
  if (options.open && !(await opener?.(server.address))) say('no-browser');
  await ended;
  await server.dispose();
  await host.dispose();
  return 0;
}

async function startHost(deps: {
  readonly options: ServeOptions;
  readonly opener: DesktopOpener | undefined;
  readonly dataFolder: string;
  readonly log: ApplicationLog;
  readonly facts: PackageFacts;
  readonly process: NodeJS.Process;
}): Promise<Host> {
  const { options, opener, dataFolder, log, facts, process } = deps;
  log.info(`Pipewright ${facts.version} serves on loopback, Node ${process.versions.node}`);
  return await createHost({
    packageRoot: facts.root,
    version: facts.version,
    dataFolder,
    environment: process.env,
    now: Date.now,
    log,
    shell: createWebShell({ launch: options.launch, startFolder: process.cwd(), opener }),
  });
}

/** Undefined where the port cannot be had, which has been said by then. */
async function startServer(
  host: Host,
  pageFolder: string,
  { port, allowedHosts }: ServeOptions,
  log: ApplicationLog,
  say: Say,
): Promise<WebServer | undefined> {
  const token = createToken();
  log.keepSecret(token);
  try {
    return await createWebServer({ host, pageFolder, token, port, allowedHosts, log });
  } catch (error) {
    const errno = errnoOf(error);
    if (errno !== 'EADDRINUSE' && errno !== 'EACCES') throw error;
    say(errno === 'EADDRINUSE' ? 'port-taken' : 'port-forbidden', { port });
    return undefined;
  }
}

/** With runs going, the first Ctrl-C warns here and on the page; the second ends them too. */
function waitForEnd(process: NodeJS.Process, host: Host, say: Say): Promise<void> {
  return new Promise((resolve) => {
    listenForEnd(process, {
      first: () => {
        const runs = host.activeRuns();
        if (runs === 0) return true;
        say('ending-with-runs', { runs });
        host.warnOfEnd();
        return false;
      },
      end: () => {
        say('ending');
        resolve();
      },
      force: () => {
        host.hurry();
        setTimeout(() => process.exit(1), FORCE_MILLISECONDS).unref();
      },
    });
  });
}
