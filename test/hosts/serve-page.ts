/** The web host over a page folder that is given first; the rest are files or folders to open. Run as a program by tests. */
import { findLaunchTarget } from '../../main/hosts/shared/launch-targets.ts';
import { serve } from '../../main/hosts/web/serve.ts';

const [pageFolder = '', ...paths] = process.argv.slice(2);
const launch = await Promise.all(paths.map((path) => findLaunchTarget(path, process.cwd())));
process.exitCode = await serve({ launch, port: 0, open: false, allowedHosts: [], pageFolder }, process);
