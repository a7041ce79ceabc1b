import type { YamlNoteCode, YamlProblemCode } from './yaml-problem.ts';

/** The languages of the words. */
export type YamlWordsLanguage = 'en' | 'fr';

/** One sentence for each code; `{detail}` stands for the problem's detail. */
export const YAML_PROBLEM_WORDS: Readonly<
  Record<YamlWordsLanguage, Readonly<Record<YamlProblemCode | YamlNoteCode, string>>>
> = {
  en: {
    'too-long': 'The file is too long to be read (the limit is {detail} characters).',
    syntax: 'This is not valid YAML: {detail}.',
    tab: 'A tab stands where YAML allows only spaces.',
    'unprintable-character': 'The character {detail} is not allowed in YAML. Is this a text file?',
    'too-many-nodes': 'The file holds more than {detail} values once its aliases are expanded.',
    'unknown-alias': 'The alias *{detail} has no anchor before it.',
    'duplicate-anchor': 'The anchor &{detail} is given twice.',
    'recursive-alias': 'The alias *{detail} stands inside the value it names.',
    'unknown-tag': 'The tag {detail} is not known.',
    'unsupported-tag': 'Values tagged {detail} cannot be used here.',
    'bad-value': 'The value {detail} is not allowed here.',
    'unhashable-key': 'A key must be a single value, not a list or a map.',
    'bad-merge': 'Only maps can be merged with <<.',
    'duplicate-key': 'The key {detail} is given twice; the later value counts.',
    'non-string-key': 'YAML does not read the key {detail} as text; put it in quotes.',
    timestamp: 'YAML reads {detail} as a date; put it in quotes to keep it as text.',
    'rounded-number': 'The number {detail} is too large to be kept exactly.',
  },
  fr: {
    'too-long': 'Le fichier est trop long pour être lu (la limite est de {detail} caractères).',
    syntax: 'Ce n’est pas du YAML valide : {detail}.',
    tab: 'Une tabulation se trouve là où YAML ne permet que des espaces.',
    'unprintable-character': 'Le caractère {detail} n’est pas permis en YAML. Est-ce un fichier texte ?',
    'too-many-nodes': 'Le fichier contient plus de {detail} valeurs une fois ses alias développés.',
    'unknown-alias': 'L’alias *{detail} n’est précédé d’aucune ancre.',
    'duplicate-anchor': 'L’ancre &{detail} est donnée deux fois.',
    'recursive-alias': 'L’alias *{detail} se trouve dans la valeur qu’il désigne.',
    'unknown-tag': 'L’étiquette {detail} est inconnue.',
    'unsupported-tag': 'Les valeurs étiquetées {detail} ne peuvent pas être utilisées ici.',
    'bad-value': 'La valeur {detail} n’est pas permise ici.',
    'unhashable-key': 'Une clé doit être une valeur simple, ni liste ni dictionnaire.',
    'bad-merge': 'Seuls des dictionnaires peuvent être fusionnés avec <<.',
    'duplicate-key': 'La clé {detail} est donnée deux fois ; la dernière valeur compte.',
    'non-string-key': 'YAML ne lit pas la clé {detail} comme du texte ; mettez-la entre guillemets.',
    timestamp: 'YAML lit {detail} comme une date ; mettez-la entre guillemets pour la garder en texte.',
    'rounded-number': 'Le nombre {detail} est trop grand pour être gardé exactement.',
  },
};

/** The sentence for a problem or a note. */
export function describeYamlProblem(
  problem: { readonly code: YamlProblemCode | YamlNoteCode; readonly detail: string },
  language: YamlWordsLanguage,
): string {
  return YAML_PROBLEM_WORDS[language][problem.code].replace('{detail}', () => problem.detail);
}
