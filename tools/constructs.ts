/** `node tools/constructs.ts`: writes the page of constructs in the user guide from the examples of the tests. */
import { writeFileSync } from 'node:fs';
import { constructsPage } from './constructs/constructs-page.ts';
import { fromRoot } from './root.ts';

writeFileSync(fromRoot('docs/constructs.md'), constructsPage());
