import type { SentenceTable } from './sentence.ts';

/** Ce qui n’a pu être lu ou gardé d’un fichier étranger (`import.<code>`). */
export const importFrench: SentenceTable = {
  'import.argument-not-kept': 'La valeur de « {port} » de « {task} » n’a pas pu être lue et a été retirée.',
  'import.component-not-found': 'La tâche « {task} » exécute le composant « {component} », absent du fichier.',
  'import.executor-not-read': 'La tâche « {task} » exécute « {label} », qui n’est ni un conteneur ni une importation.',
  'import.group-not-read':
    '« {task} » est une boucle, une condition ou un gestionnaire de sortie ; cette version ne sait pas les lire.',
  'import.malformed-ir':
    'Le fichier n’est pas un pipeline valable : « {path} » manque ou n’est pas ce qui doit s’y trouver.',
  'import.not-kfp-ir': 'Ce n’est pas un pipeline Kubeflow compilé.',
  'import.output-source-not-kept': 'Ce qui alimente la sortie « {output} » n’a pas pu être lu.',
  'import.pipeline-setting-not-kept': 'Le réglage du pipeline « {field} » est inconnu et a été laissé de côté.',
  'import.recursive-ir': 'Ces composants s’exécutent mutuellement sans fin : {components}.',
};
