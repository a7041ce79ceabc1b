import type { SentenceTable } from './sentence.ts';

/** Sentences of what cannot be written as KFP's Python DSL (`diagnostic.python-<what>`). */
export const pythonFrench: SentenceTable = {
  'diagnostic.python-cache-key': 'La clé du cache vient d’ailleurs, ce que Python ne sait pas écrire.',
  'diagnostic.python-channel-text':
    'Le texte pour « {port} » contient « {{channel: », que le SDK prendrait pour une référence.',
  'diagnostic.python-description':
    'La description de « {name} » ne serait plus la même une fois lue par Python : il lui faut des lignes simples, sans espace autour.',
  'diagnostic.python-empty-group': '« {name} » ne contient aucune tâche, ce que Python ne sait pas écrire.',
  'diagnostic.python-group-name':
    'Le nom affiché « {name} » est omis : le SDK nomme chaque branche, pas leur ensemble.',
  'diagnostic.python-ignored-failure':
    '« {task} » s’exécute même si la tâche précédente a échoué. Le SDK veut alors une valeur pour chaque entrée, donc aussi pour « {port} ».',
  'diagnostic.python-importer-name':
    'Le SDK nomme les importateurs « importer », « importer-2 », etc. : « {name} » changera donc de nom.',
  'diagnostic.python-input-name':
    '« {name} » ne peut pas nommer une entrée en Python : lettres, chiffres et « _ », et aucun mot du langage.',
  'diagnostic.python-loop-field': 'Le SDK ne sait pas répéter sur des éléments ayant un champ nommé « {name} ».',
  'diagnostic.python-loop-type':
    'Les éléments ont un type que Python ne peut donner qu’à une liste qui est une entrée du pipeline.',
  'diagnostic.python-optional':
    'L’entrée « {name} » a une valeur par défaut : le SDK la marque donc facultative, ce que ce fichier ne fait pas.',
  'diagnostic.python-output-name':
    '« {name} » ne peut pas nommer une sortie en Python : lettres, chiffres et « _ », en commençant par une lettre, et aucun mot du langage.',
  'diagnostic.python-pipeline-name': 'Le SDK écrit le nom « {name} » comme « {given} ».',
  'diagnostic.python-port-descriptions':
    'Le SDK perd les descriptions des entrées et sorties de « {component} » en le chargeant.',
  'diagnostic.python-raw-condition':
    'La condition « {text} » est gardée telle qu’elle a été lue. Python ne sait pas l’écrire.',
  'diagnostic.python-reference-in-text':
    'Les sorties rassemblées ou au choix ne peuvent pas figurer dans un texte ou un réglage en Python. Passez-les telles quelles.',
  'diagnostic.python-setting': 'Le SDK ne sait pas écrire le réglage « {option} » comme il est ici.',
  'diagnostic.python-type': '« {name} » a un type qu’un pipeline en Python ne peut pas avoir.',
  'diagnostic.python-resource-in-group':
    'Le SDK ne transmet pas aux tâches d’un groupe les références utilisées dans les ressources.',
  'diagnostic.python-importer-text':
    'Le SDK prend telle quelle une adresse faite de texte et de références, sans lire les références.',
  'diagnostic.python-collected-loop': 'Le SDK ne sait pas répéter sur des sorties rassemblées.',
  'diagnostic.python-null': 'La valeur pour « {port} » contient null, que le SDK n’accepte pas.',
  'diagnostic.python-self-input': 'Une entrée nommée « self » ne peut pas être donnée en Python.',
  'diagnostic.python-loop-over-item':
    'Le SDK ne sait pas répéter sur l’élément d’une autre boucle, seulement sur un champ de celui-ci.',
  'diagnostic.python-unused-item':
    'Le SDK ne transmet les listes aux boucles d’un groupe que si une tâche prend l’élément ; aucune dans « {loop} » ne le fait.',
  'diagnostic.python-field-in-text':
    'Le SDK perd les champs d’éléments de boucle dans les textes et les réglages. Passez le champ tel quel.',
};
