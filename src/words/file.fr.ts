import type { SentenceTable } from './sentence.ts';

/** Problèmes d’un fichier de pipeline et raisons de ne pas l’ouvrir (`file.<code>`). */
export const fileFrench: SentenceTable = {
  'file.syntax': 'Cette partie n’est pas du YAML valide et a été laissée de côté : {reason}.',
  'file.extra-document': 'Seul le premier document YAML du fichier a été lu. Placez la suite dans un autre fichier.',
  'file.unknown-field': 'Le champ « {field} » n’a pas de sens ici. Il est gardé tant que son entrée reste.',
  'file.invalid-value': '« {field} » est illisible. Attendu : {expected}.',
  'file.invalid-argument':
    'L’argument « {name} » est illisible. Écrivez une valeur, ou l’un de input, from, item, collected, oneOf, text, template, value.',
  'file.empty-argument':
    'L’argument « {name} » n’a pas de valeur et compte comme absent. Pour null, écrivez {value: null}.',
  'file.missing-target': 'La tâche n’indique ni component, ni pipeline, ni importer.',
  'file.missing-component': 'Le composant « {name} » ne figure pas parmi les composants du fichier.',
  'file.missing-pipeline': 'Le sous-pipeline « {name} » ne figure pas parmi les pipelines du fichier.',
  'file.missing-task': 'Ce pipeline n’a pas de tâche « {name} ».',
  'file.missing-group': 'Ce pipeline n’a pas de groupe « {name} ».',
  'file.missing-input': 'Le pipeline n’a pas d’entrée « {name} ».',
  'file.duplicate-name': 'Le nom « {name} » est utilisé deux fois. Les références vont au premier.',
  'file.unknown-type': '« {type} » n’est pas un type connu. Il compte comme Artifact.',
  'file.imprecise-number': 'Le nombre {value} est trop grand pour être gardé exactement.',
  'file.stray-layout': 'Rien ne s’appelle « {name} » : sa position est sans objet.',
  'file.too-large': 'Le fichier fait {megabytes} Mo. La limite est de {limit} Mo.',
  'file.binary': 'C’est un fichier binaire, pas un pipeline.',
  'file.conflict-markers':
    'Le fichier contient des conflits de fusion non résolus (ligne {line}). Résolvez-les dans un éditeur de texte, puis rouvrez-le.',
  'file.not-yaml': 'Le fichier n’est pas du YAML valable (ligne {line}) : {reason}.',
  'file.yaml-bomb':
    'Le fichier se déploie en bien plus de données qu’un pipeline ne peut en avoir ; il n’a pas été ouvert.',
  'file.too-deep': 'Le fichier est imbriqué trop profondément pour être lu.',
  'file.not-a-pipeline': 'Ce fichier YAML n’est pas un pipeline Pipewright (trouvé : {found}).',
  'file.not-a-fragment': 'Le presse-papiers ne contient pas de tâches d’un pipeline.',
  'file.newer-version':
    'Le fichier vient d’une version plus récente. Il est ouvert en lecture seule, pour que rien ne se perde.',
};
