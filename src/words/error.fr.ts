import type { SentenceTable } from './sentence.ts';

/** Ce qui a échoué lors d’un appel à l’hôte, et que faire. Une phrase par code. */
export const errorFrench: SentenceTable = {
  'error.invalid-params': 'L’éditeur a fait une demande que l’hôte ne comprend pas. Rechargez la page.',
  'error.unknown-method':
    'L’hôte ne connaît pas « {method} ». La page et l’hôte ont des versions différentes : rechargez.',
  'error.unauthorised': 'Cette page n’a pas accès à l’hôte. Ouvrez l’adresse que Pipewright a affichée au démarrage.',
  'error.not-found': '{path} n’existe pas.',
  'error.already-exists': '{path} existe déjà. Choisissez un autre nom.',
  'error.outside-workspace':
    '{path} est hors des dossiers ouverts. Ouvrez son dossier ou choisissez-le dans un dialogue.',
  'error.not-a-file': '{path} n’est pas un fichier.',
  'error.not-a-folder': '{path} n’est pas un dossier.',
  'error.folder-not-found': 'Le dossier {folder} n’existe pas : {path} n’a pas été écrit.',
  'error.not-text': '{path} n’est pas un fichier texte en UTF-8.',
  'error.invalid-file':
    '{path} contient une erreur ({problem}) et reste tel quel. Corrigez-le d’abord dans un éditeur de texte.',
  'error.too-large': '{path} est trop grand : {megabytes} Mo, pour un maximum de {limit} Mo.',
  'error.permission-denied': 'Vous n’avez pas le droit d’utiliser {path}. Vérifiez ses permissions.',
  'error.read-only': '{path} est en lecture seule. Enregistrez sous un autre nom ou rendez-le modifiable.',
  'error.disk-full': 'Le disque est plein : {path} n’a pas été écrit. Libérez de la place et réessayez.',
  'error.conflict':
    '{path} a changé sur le disque depuis son ouverture. Rechargez-le ou décidez quelle version garder.',
  'error.claimed-elsewhere': '{path} est ouvert pour modification dans une autre fenêtre.',
  'error.trust-required':
    'Exécuter ce pipeline lance des programmes de {path} sur cette machine. Autorisez d’abord ce dossier.',
  'error.invalid-pipeline':
    'Le pipeline contient des erreurs et ne peut pas être exécuté. Voyez la liste des problèmes.',
  'error.invalid-arguments': 'Ces paramètres manquent ou ne sont pas valables : {parameters}.',
  'error.no-python': 'Il n’y a pas de python3 sur cette machine. Installez Python 3.',
  'error.no-engine': 'Cette machine ne peut pas exécuter de conteneurs. Exécutez sous forme de processus.',
  'error.run-active': 'L’exécution est encore en cours. Arrêtez-la d’abord.',
  'error.run-ended': 'L’exécution est déjà terminée.',
  'error.cancelled': 'L’opération a été annulée.',
  'error.unsupported': 'Ce n’est pas possible ici.',
  'error.host-unreachable': 'L’hôte ne répond pas. Redémarrez Pipewright ; vos modifications restent dans cette page.',
  'error.internal': 'Une erreur s’est produite dans Pipewright. Le journal de l’application en dit plus.',
};
