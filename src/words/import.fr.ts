import type { SentenceTable } from './sentence.ts';

/** Ce qui n’a pu être lu ou gardé d’un fichier étranger (`import.<code>`). */
export const importFrench: SentenceTable = {
  'import.argo-argument-not-read':
    'La valeur de « {name} » donnée à « {task} » n’a pas pu être lue et reste non définie.',
  'import.argo-cycle': 'Ces tâches s’attendent les unes les autres et ont été omises : {tasks}.',
  'import.argo-depends':
    '« {task} » attend selon « {text} », ce qui ne peut pas être dessiné. Elle attend tout ce qui y est nommé.',
  'import.argo-exit-not-read':
    'Le modèle « {template} », exécuté à la fin, n’a pas pu être lu. Le gestionnaire de sortie n’a pas de tâche.',
  'import.argo-field-not-read': '« {field} » de « {task} » n’a pas d’équivalent ici et a été omis.',
  'import.argo-hidden-path':
    '« {template} » a le fichier {path}, que sa commande ne nomme pas. KFP place les fichiers où il veut ; nommez le fichier dans la commande.',
  'import.argo-items-not-read': 'Ce sur quoi « {task} » se répète n’a pas pu être lu. Elle s’exécute une fois.',
  'import.argo-mark-not-read': '« {mark} » dans « {task} » n’a pas de sens ici.',
  'import.argo-more-workflows':
    'Le fichier contient {count} workflows et modèles. Le premier a été lu, avec les modèles de tous.',
  'import.argo-no-entrypoint': 'Le workflow n’a pas de point d’entrée dont les tâches puissent être lues.',
  'import.argo-not-a-workflow': 'Le fichier ne contient aucun workflow Argo.',
  'import.argo-output-not-read': 'La sortie « {output} » de « {template} » n’a pas pu être lue et a été omise.',
  'import.argo-recursive':
    '« {template} » s’appelle lui-même, ce qui ne peut pas être dessiné. L’appel intérieur a été omis.',
  'import.argo-run-parameters': 'Les paramètres d’exécution que « {task} » prend d’elle-même n’ont pas pu être lus.',
  'import.argo-schedule': 'La planification a été omise : {schedules}.',
  'import.argo-setting-not-read': 'Le réglage « {field} » du workflow n’a pas d’équivalent ici et a été omis.',
  'import.argo-template-elsewhere':
    '« {task} » appelle le modèle « {template} », qui n’est pas dans le fichier, et a été omise.',
  'import.argo-template-not-read':
    '« {task} » appelle « {template} », qui n’est ni un programme ni des tâches, et a été omise.',
  'import.argo-when-not-read':
    'La condition de « {task} » ne peut pas être dessinée : {text}. Ici, elle s’exécute toujours.',
  'import.argument-not-kept': 'La valeur de « {port} » de « {task} » n’a pas pu être lue et a été retirée.',
  'import.component-not-found': 'La tâche « {task} » exécute le composant « {component} », absent du fichier.',
  'import.executor-not-read': 'La tâche « {task} » exécute « {label} », que le fichier ne contient pas.',
  'import.kept-unknown': '« {path} » n’a pas de sens ici. C’est conservé et réécrit sans changement.',
  'import.loop-items-not-kept': 'Ce que parcourt la boucle « {group} » n’a pas pu être lu.',
  'import.malformed-ir':
    'Le fichier n’est pas un pipeline valable : « {path} » manque ou n’est pas ce qui doit s’y trouver.',
  'import.not-kfp-ir': 'Ce n’est pas un pipeline Kubeflow compilé.',
  'import.one-of-not-kept':
    'Une sortie de « {group} », « {output} », n’a pas pu être lue : tout ce qui l’alimente n’est pas dans ses branches.',
  'import.output-source-not-kept': 'Ce qui alimente la sortie « {output} » n’a pas pu être lu.',
  'import.recursive-ir': 'Ces composants s’exécutent mutuellement sans fin : {components}.',
  'import.ir-too-large': 'Le fichier se déplie en plus de {count} tâches.',
  'import.is-a-component':
    'C’est le composant « {name} », pas un pipeline. Mettez-le dans un dossier du catalogue, ou glissez-le sur le canevas.',
  'import.not-recognised': 'Ce n’est aucun des formats que l’on sait importer.',
  'import.not-yaml': 'Le fichier n’est ni du YAML ni du JSON valide (ligne {line}).',
  'import.native-not-read': 'C’est un fichier de Pipewright que l’on ne peut pas lire ({reason}).',
  'import.native-damaged': 'Des parties du fichier sont abîmées et ont été omises.',
  'import.manifest-without-pipeline':
    'Le manifeste nomme un pipeline mais ne le contient pas. Il est dans sa PipelineVersion.',
  'import.manifest-more-versions': 'Le fichier contient {count} versions du pipeline. La première a été lue.',
  'import.graph-without-tasks': 'Ce composant n’a pas de graphe.',
  'import.graph-component-elsewhere':
    'Le composant de « {task} » n’est pas dans le fichier ({source}). La tâche n’en a pas tant que vous ne lui en donnez pas un ; l’export réécrit la référence.',
  'import.graph-component-not-read': 'Le composant de « {task} » n’a pas pu être lu ({source}).',
  'import.graph-too-deep': 'Le graphe que « {task} » exécute est trop imbriqué pour être lu.',
  'import.graph-task-not-read': 'La tâche « {task} » est vide et a été omise.',
  'import.graph-port-not-read': 'Un port ({side}) de « {pipeline} » n’a pas de nom et a été omis.',
  'import.graph-port-twice': '« {pipeline} » a deux ports du nom « {port} ». Le second a reçu un autre nom.',
  'import.graph-argument-not-read':
    'La valeur de « {port} » de « {task} » n’a pas d’équivalent ici et reste vide. L’export la réécrit.',
  'import.graph-condition-not-read':
    'La condition de « {task} » ne peut pas être dessinée comme une branche : ici elle s’exécute toujours. L’export réécrit la condition.',
  'import.graph-conditions-crossed':
    '« {task} » a besoin de résultats de deux branches qui ne sont pas imbriquées. Ses liens sont signalés comme problèmes.',
  'import.graph-staleness':
    '« {task} » reprend des résultats d’au plus {time} ; ici le cache est actif ou non. L’export réécrit la durée.',
  'import.graph-setting-not-read': 'Le réglage « {field} » de « {task} » n’est pas lu. L’export le réécrit.',
  'import.elyra-airflow': 'Le pipeline a été fait pour Apache Airflow. Ses composants ne sont pas ceux de Kubeflow.',
  'import.elyra-component-elsewhere':
    'Le composant de « {task} » n’est pas dans le fichier ; Elyra l’a pris dans {source}. Mettez-le à côté du fichier et importez de nouveau, ou choisissez un composant pour la tâche.',
  'import.elyra-component-not-read': 'Le composant de « {task} » ({source}) n’a pas pu être lu.',
  'import.elyra-empty': 'Le pipeline n’a aucun nœud.',
  'import.elyra-file-value':
    '« {port} » de « {task} » prend le contenu du fichier {file}, qu’Elyra lisait à l’export. L’entrée reste vide.',
  'import.elyra-files-needed':
    'Elyra irait chercher {files} dans son stockage objet pour « {task} ». L’image doit les contenir.',
  'import.elyra-newer': 'Le fichier est de la version {version}, plus récente que ce qui est connu ici.',
  'import.elyra-no-image': '« {task} » n’a pas d’image d’exécution. Donnez-en une à son composant.',
  'import.elyra-node-twice': 'Un second nœud « {task} » porte l’identifiant d’un autre et a été omis.',
  'import.elyra-output-pattern':
    '« {task} » transmet des fichiers par un motif ({files}). Nommez chaque fichier pour le transmettre ici.',
  'import.elyra-parameter':
    'Le paramètre de pipeline « {name} » n’a pas de nom utilisable, ou un nom déjà pris, et a été omis.',
  'import.elyra-super-node':
    'Ce que représente le supernœud « {task} » n’est pas dans le fichier, ou se trouve déjà ailleurs.',
  'import.elyra-without-pipeline': 'Le fichier ne contient aucun pipeline.',
  'import.package-damaged': 'Le paquet est abîmé et ne peut pas être décompressé.',
  'import.package-without-pipeline': 'Le paquet ne contient aucun pipeline : aucun fichier YAML ne s’y trouve.',
};
