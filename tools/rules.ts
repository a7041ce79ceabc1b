/** `node tools/rules.ts`: writes the page of rules in the user guide from the table of rules. */
import { writeFileSync } from 'node:fs';
import { fromRoot } from './root.ts';
import { rulesPage } from './rules/rules-page.ts';

writeFileSync(fromRoot('docs/rules.md'), rulesPage());
