import { YAML_PROBLEM_WORDS } from '../yaml/yaml-problem-words.ts';
import type { SentenceTable } from './sentence.ts';

const YAML_SENTENCES: SentenceTable = Object.fromEntries(
  Object.entries(YAML_PROBLEM_WORDS.fr).map(([code, sentence]) => [`component.yaml-${code}`, sentence]),
);

/** French sentences about component files. */
export const COMPONENT_FR: SentenceTable = {
  ...YAML_SENTENCES,
  'component.unknown-key-top': 'KFP ne connaît pas la clé « {key} » dans un composant.',
  'component.unknown-key': 'KFP ne connaît pas la clé « {key} » dans {where}.',
  'component.missing-key': 'La clé « {key} » manque dans {where}.',
  'component.key-not-text': 'YAML ne lit pas la clé « {key} » dans {where} comme du texte. Mettez-la entre guillemets.',
  'component.not-map': '{where} doit être un dictionnaire de clés et de valeurs, pas {found}.',
  'component.not-list': '{where} doit être une liste, pas {found}.',
  'component.not-text': '{where} doit être du texte, pas {found}. Mettez la valeur entre guillemets si c’est du texte.',
  'component.not-flag': '{where} doit être true ou false, pas {found}.',
  'component.no-implementation': 'Le composant n’a pas d’implémentation.',
  'component.implementation-shape':
    'L’implémentation doit être exactement un « container » (ou, pour un pipeline, un « graph »).',
  'component.duplicate-input': 'Deux entrées s’appellent « {name} ».',
  'component.duplicate-output': 'Deux sorties s’appellent « {name} ».',
  'component.file-output-unknown': 'fileOutputs cite « {name} », qui n’est pas une sortie du composant.',
  'component.argument-not-text':
    '{where} doit être du texte ou un substitut, pas {found}. Mettez les nombres et true/false entre guillemets.',
  'component.placeholder-keys': 'Le substitut dans {where} doit avoir exactement une clé : {found}.',
  'component.placeholder-unknown': 'KFP ne connaît pas le substitut « {placeholder} » dans {where}.',
  'component.placeholder-unsupported': 'KFP 2 ne peut pas utiliser le substitut « {placeholder} » dans {where}.',
  'component.is-present-alone': '« {placeholder} » dans {where} ne peut se trouver que dans la condition d’un « if ».',
  'component.executor-input-value': '« executorInput » dans {where} ne prend pas de valeur.',
  'component.condition-unsupported': 'KFP 2 ne comprend que « isPresent » comme condition dans {where}, pas {found}.',
  'component.else-placeholder': 'KFP ne sait pas lire un substitut seul dans {where}. Mettez-le dans une liste.',
  'component.if-lists-in-concat':
    'Un « if » dans « concat » doit avoir des valeurs simples, pas des listes, dans « then » et « else ».',
  'component.unknown-input': '{placeholder} cite l’entrée « {name} », que le composant n’a pas.',
  'component.unknown-output': '{placeholder} cite la sortie « {name} », que le composant n’a pas.',
  'component.type-list': '{where} est une liste. KFP ne sait pas lire une liste comme type.',
  'component.type-not-text': '{where} doit être le nom d’un type, pas {found}.',
  'component.type-google':
    '« {type} » de « {port} » commence comme un type Google mais n’a pas de point. KFP le refuse ; choisissez un autre nom.',
  'component.type-empty': 'Le type de « {port} » est un dictionnaire vide. Donnez-lui un nom.',
  'component.default-not-scalar':
    'La valeur par défaut de « {input} » doit être du texte, un nombre, true ou false, pas {found}. Écrivez listes et dictionnaires en JSON entre guillemets.',
  'component.default-not-integer': 'La valeur par défaut de « {input} » doit être un nombre entier, pas {value}.',
  'component.default-not-number': 'La valeur par défaut de « {input} » doit être un nombre, pas {value}.',
  'component.default-not-finite':
    'La valeur par défaut de « {input} » ne peut pas être écrite dans un pipeline : {value} n’est pas un nombre fini.',
  'component.default-not-truth': 'La valeur par défaut de « {input} » doit être true ou false, pas {value}.',
  'component.default-not-text':
    'La valeur par défaut de « {input} » doit être du texte, pas {value}. Mettez-la entre guillemets.',
  'component.value-of-artifact':
    '« {port} » est utilisé par sa valeur, mais son type en fait un artefact ({type}). Donnez-lui un type de paramètre comme String.',
  'component.path-of-parameter':
    '« {port} » est utilisé comme fichier, mais son type en fait un paramètre ({type}). Utilisez inputValue, ou un type d’artefact.',
  'component.uri-of-parameter':
    '« {port} » est utilisé par son adresse, mais son type en fait un paramètre ({type}). Utilisez inputValue, ou un type d’artefact.',
  'component.output-uri-of-parameter':
    'La sortie « {port} » est utilisée par son adresse, mais son type en fait un paramètre ({type}). Utilisez outputPath, ou un type d’artefact.',
  'component.port-name':
    '« {name} » devient « {id} » dans KFP, où les noms doivent commencer par une lettre. Choisissez un autre nom.',
  'component.inputs-collide':
    'Les entrées « {first} » et « {second} » s’appellent toutes deux « {id} » dans KFP, qui ne garde que la seconde.',
  'component.outputs-collide':
    'Les sorties « {first} » et « {second} » s’appellent toutes deux « {id} » dans KFP, qui ne garde que la seconde.',
  'component.name-unusable-alone':
    'Du nom « {name} », il ne reste rien que KFP puisse utiliser comme nom de pipeline. Les tâches marchent, mais le composant ne peut pas être compilé seul.',
  'component.type-not-recognised':
    'KFP ne reconnaît pas « {type} » de « {port} » dans ce genre de fichier et en fait un simple artefact. N’écrivez que la dernière partie du nom.',
  'component.default-dropped': '« {input} » est un artefact : KFP abandonne sa valeur par défaut {value}.',
  'component.default-not-json':
    'La valeur par défaut {value} de « {input} » n’est pas du JSON de son type : KFP la garde telle quelle.',
  'component.file-outputs-ignored': 'KFP 2 ignore fileOutputs : rien n’écrira « {port} ». Utilisez outputPath.',
  'component.output-path-mismatch':
    'Le type de « {port} » en fait un artefact, mais KFP donne à outputPath la place d’un paramètre. Écrivez le nom simple du type.',
  'component.documents-v1': 'Le fichier contient {count} documents YAML ; un composant en est un seul.',
  'component.documents-ir': 'Le fichier contient {count} documents YAML ; un composant compilé en a un ou deux.',
  'component.ir-no-name': 'pipelineInfo n’a pas de nom.',
  'component.ir-no-root': 'La clé « {key} » manque.',
  'component.ir-no-image': 'Le conteneur n’a pas d’image.',
  'component.ir-importer':
    'KFP ne sait pas charger un importateur comme composant. Utilisez l’importateur de l’éditeur.',
  'component.ir-unknown-type': 'KFP ne connaît pas le type « {type} » de « {port} ».',
  'component.ir-artifact-type':
    'KFP ne peut pas charger le type d’artefact « {type} » de « {port} » : il faut system.X ou google.X avec une version à trois nombres.',
  'component.empty-file': 'Le fichier est vide.',
  'component.pipeline-ir': 'C’est un pipeline compilé, pas un composant. Ouvrez-le pour le voir dessiné.',
  'component.pipewright-pipeline': 'C’est un pipeline de cet éditeur, pas un composant.',
  'component.graph-component':
    'C’est un pipeline, pas un composant : il est fait d’autres composants (un graphe). KFP 2 ne sait pas le charger comme composant.',
  'component.argo-workflow': 'C’est un workflow Argo, pas un composant.',
  'component.kfp-manifest': 'C’est un manifeste Kubernetes de pipeline, pas un composant.',
  'component.other-yaml': 'Ce n’est pas un composant : il n’a pas d’implémentation.',
  'component.scan-limit':
    'Tout n’est pas parcouru sous {folder} : la limite est de {entries} fichiers et dossiers, sur {depth} niveaux.',
  'component.scan-too-many-files': 'Seuls les {limit} premiers fichiers YAML sous {folder} sont lus.',
  'component.scan-file-too-large': '{file} dépasse {limit} Mo et n’est pas lu.',
  'component.scan-missing': 'Le dossier de catalogue {folder} n’existe pas ou ne peut pas être lu.',
  'component.file-unreadable': 'Le fichier ne peut pas être lu ({reason}).',
  'component.file-not-text': 'Le fichier n’est pas du texte UTF-8.',
  'component.fix.retype-inputs': 'Faire une copie avec des types de paramètres',
};
