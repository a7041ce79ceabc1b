import { checkDocument } from '../../src/analysis/check-document.ts';
import { checkForTarget } from '../../src/analysis/check-for-target.ts';
import { GROUP_RULES } from '../../src/analysis/rule-table/group-rules.ts';
import { KUBERNETES_RULES } from '../../src/analysis/rule-table/kubernetes-rules.ts';
import { PIPELINE_RULES } from '../../src/analysis/rule-table/pipeline-rules.ts';
import type { KfpMoment, RuleEntries, RuleEntry, RuleTier } from '../../src/analysis/rule-table/rule-entry.ts';
import { TARGET_RULES } from '../../src/analysis/rule-table/target-rules.ts';
import { TASK_RULES } from '../../src/analysis/rule-table/task-rules.ts';
import { WIRE_RULES } from '../../src/analysis/rule-table/wire-rules.ts';
import { SENTENCES } from '../../src/words/sentences.ts';
import { LIVE_CASES } from '../../test/analysis/rule-cases/all-cases.ts';
import { TARGET_CASES } from '../../test/analysis/rule-cases/target-cases.ts';
import { smallDocument } from '../../test/helpers/small-document.ts';
import { exampleText, saidAbout } from './example.ts';

const AREAS: readonly (readonly [string, RuleEntries])[] = [
  ['What feeds an input', WIRE_RULES],
  ['Branches, loops and exit handlers', GROUP_RULES],
  ['The pipeline itself', PIPELINE_RULES],
  ['Settings of a task', TASK_RULES],
  ['Kubernetes settings', KUBERNETES_RULES],
];

const MOMENTS: { readonly [Moment in KfpMoment]: string } = {
  unwritable: 'is never asked: its Python cannot write such a thing.',
  load: 'refuses when the component is loaded',
  compile: 'refuses when it compiles',
  upload: 'refuses the file when it is uploaded',
  create: 'refuses when a run is begun',
  run: 'fails while the pipeline runs',
  never: 'says nothing.',
};

const TIERS: readonly (readonly [RuleTier, string, string])[] = [
  [
    'wiring',
    'While a wire is drawn',
    'Such a wire cannot be drawn; a file that has one is told so live. Where KFP has a construct for what was meant, it is offered.',
  ],
  ['live', 'Live', 'Looked for after every change, in the whole file.'],
];

const EMITTERS: readonly (readonly [string, string])[] = [
  ['argo-', 'Argo Workflows'],
  ['graph-', 'Graph components'],
  ['python-', 'Python'],
];

/** `docs/rules.md`: every rule by tier and area, with an example, what is said, and what KFP says and when. */
export function rulesPage(): string {
  const parts = [
    '# Rules',
    'Everything that is checked, from the table of rules in the code (`node tools/rules.ts` writes this page). Errors hinder compiling; warnings do not. Components are left out of the examples.',
    ...TIERS.flatMap(([tier, title, text]) => [`## ${title}`, text, ...AREAS.flatMap((area) => areaParts(area, tier))]),
    '## For a target',
    'Asked when a file is written, or a run is begun on a server.',
    ...entriesParts(TARGET_RULES),
    ...EMITTERS.flatMap(emitterParts),
  ];
  return `${parts.join('\n\n')}\n`;
}

function areaParts([title, entries]: readonly [string, RuleEntries], tier: RuleTier): readonly string[] {
  const wanted = Object.fromEntries(Object.entries(entries).filter(([, entry]) => entry.tier === tier));
  return Object.keys(wanted).length === 0
    ? []
    : [`### ${title}${tier === 'wiring' ? ': wires' : ''}`, ...entriesParts(wanted)];
}

function entriesParts(entries: RuleEntries): readonly string[] {
  return Object.entries(entries).flatMap(([code, entry]) => ruleParts(code, entry));
}

function ruleParts(code: string, entry: RuleEntry): readonly string[] {
  const found = exampleOf(code);
  const said = found === undefined ? SENTENCES.en[`diagnostic.${code}`] : found.says;
  const targets =
    entry.targets === undefined ? '' : `, for ${entry.targets.map((target) => `\`${target}\``).join(', ')}`;
  const mends = found?.mends ?? [];
  return [
    `#### \`${code}\``,
    `*${entry.severity}${targets}*: ${said ?? ''}`,
    ...(found?.text === undefined ? [] : [`\`\`\`yaml\n${found.text}\n\`\`\``]),
    `KFP ${MOMENTS[entry.kfp.moment]}${entry.kfp.says === undefined ? punctuation(entry.kfp.moment) : `: \`${quoted(entry.kfp.says)}\``}`,
    ...(entry.stricter === undefined ? [] : [`${aloneText(entry)}: ${entry.stricter}`]),
    ...(mends.length === 0 ? [] : [`Mends: ${mends.join('; ')}.`]),
  ];
}

/** Whether KFP refuses some of it too. */
function aloneText({ kfp }: RuleEntry): string {
  return kfp.moment === 'compile' ? 'In part refused by this editor alone' : 'Refused by this editor alone';
}

/** A code span holds no backticks, and a line of the table of the SDK’s words is one line. */
function quoted(text: string): string {
  return text.replaceAll('`', "'").replaceAll('\n', ' ');
}

function punctuation(moment: KfpMoment): string {
  return MOMENTS[moment].endsWith('.') ? '' : '.';
}

interface FoundExample {
  readonly says: string;
  readonly mends: readonly string[];
  readonly text: string | undefined;
}

function exampleOf(code: string): FoundExample | undefined {
  const live = LIVE_CASES[code];
  const ofTarget = TARGET_CASES[code];
  const small = live ?? ofTarget;
  if (small === undefined) return undefined;
  const document = smallDocument(small);
  const all = ofTarget === undefined ? checkDocument(document).diagnostics : checkForTarget(document, ofTarget.target);
  const diagnostic = all.find((candidate) => candidate.code === code);
  if (diagnostic === undefined) throw new Error(`The case of ${code} is sound`);
  return { ...saidAbout(diagnostic), text: exampleText(document, code) };
}

function emitterParts([prefix, title]: readonly [string, string]): readonly string[] {
  const rows = Object.entries(SENTENCES.en)
    .filter(([key]) => key.startsWith(`diagnostic.${prefix}`))
    .map(([key, said]) => `| \`${key.slice('diagnostic.'.length)}\` | ${said.replaceAll('|', '\\|')} |`)
    .sort();
  if (rows.length === 0) return [];
  return [`### ${title}`, ['| code | what is said |', '|---|---|', ...rows].join('\n')];
}
