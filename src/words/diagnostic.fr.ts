import type { SentenceTable } from './sentence.ts';

/** Phrases des diagnostics et des fils refusés (`diagnostic.<code>`), et libellés des corrections (`fix.<kind>`). */
export const diagnosticFrench: SentenceTable = {
  'diagnostic.accelerator-count-syntax': '« {value} » n’est pas un nombre d’accélérateurs. Écrivez un entier, comme 1.',
  'diagnostic.accelerator-without-type': 'Un nombre d’accélérateurs est donné, mais pas leur type.',
  'diagnostic.access-mode-invalid': '« {mode} » n’est pas un mode d’accès de Kubernetes, comme ReadWriteOnce.',
  'diagnostic.access-mode-missing': 'Le volume « {name} » n’a pas de mode d’accès, comme ReadWriteOnce.',
  'diagnostic.affinity-weight-invalid': 'Le poids {value} n’est pas un entier de 1 à 100.',
  'diagnostic.after-group': 'Une tâche peut suivre un gestionnaire de sortie, mais pas le groupe « {name} ».',
  'diagnostic.already-after': '« {task} » suit déjà « {upstream} ».',
  'diagnostic.argo-address':
    '« {task} » demande l’adresse d’un artefact. Argo ne transmet les fichiers que par leur chemin.',
  'diagnostic.argo-artifact-input':
    'L’entrée « {input} » du pipeline est un artefact. Argo reçoit des paramètres ; utilisez plutôt un importateur.',
  'diagnostic.argo-artifact-list':
    'L’entrée « {input} » de « {task} » prend une liste d’artefacts. Argo n’en transmet qu’un à la fois.',
  'diagnostic.argo-artifact-loop': '« {name} » se répète sur des artefacts. Argo ne se répète que sur des valeurs.',
  'diagnostic.argo-backoff-factor':
    'Argo multiplie les délais par des nombres entiers : {used} remplace le {factor} de « {task} ».',
  'diagnostic.argo-braces': '« {task} » contient le texte « {{ », qu’Argo prendrait pour une de ses marques.',
  'diagnostic.argo-collected-artifacts':
    'L’artefact « {output} » de « {task} » est recueilli d’une boucle. Argo ne recueille que des valeurs.',
  'diagnostic.argo-collected-from-branch':
    '« {output} » de « {task} » est recueilli depuis une branche ou un gestionnaire de sortie. Argo échoue là où la tâche n’a pas été exécutée.',
  'diagnostic.argo-compiled-pipeline':
    '« {task} » exécute un pipeline compilé. Importez ce pipeline et utilisez-le comme sous-pipeline pour l’écrire pour Argo.',
  'diagnostic.argo-condition':
    'Une condition de « {name} » est gardée comme texte importé. Argo ne la lirait pas de la même façon.',
  'diagnostic.argo-final-status':
    '« {task} » prend l’état final d’une autre tâche. Argo ne le donne qu’aux tâches de sortie.',
  'diagnostic.argo-ignored-failure':
    '« {task} » s’exécute après un échec et prend une sortie d’une tâche précédente, qui n’existe pas si celle-ci a échoué.',
  'diagnostic.argo-imported-output':
    'L’artefact importé par « {task} » sort de sa branche ou de son pipeline. Argo ne va le chercher que là où une tâche le prend.',
  'diagnostic.argo-importer':
    'L’adresse de « {task} » n’est pas de celles qu’Argo va chercher. Il prend les adresses http, https, s3 et gs écrites en toutes lettres.',
  'diagnostic.argo-name-too-long':
    'Le nom « {name} » est trop long pour un workflow. Il peut avoir {limit} caractères.',
  'diagnostic.argo-nothing-to-run':
    'Il n’y a rien à exécuter ici que des importateurs. Argo a besoin d’au moins une tâche.',
  'diagnostic.artifact-default': 'L’entrée « {input} » est un artefact et ne peut pas avoir de valeur par défaut.',
  'diagnostic.artifact-for-parameter':
    'L’entrée « {port} » prend une valeur ({expected}) ; ceci est un artefact ({given}).',
  'diagnostic.artifact-in-setting': 'Un réglage prend une valeur ; ceci est un artefact ({given}).',
  'diagnostic.artifact-in-text':
    'Le texte de « {port} » contient un artefact ({given}). Seules des valeurs peuvent y figurer.',
  'diagnostic.artifact-input-at-run':
    'L’entrée « {input} » est un artefact ({given}). Une exécution ne reçoit que des valeurs, donc rien ne peut la remplir.',
  'diagnostic.artifact-loop':
    '« {loop} » parcourt une liste d’artefacts. Le serveur KFP ne sait pas exécuter de telles boucles.',
  'diagnostic.artifact-type-invalid':
    '« {name} » a le type d’artefact {given}. KFP ne connaît que les types « system. » et « google. », avec une version comme 0.0.1.',
  'diagnostic.artifact-types-differ': 'L’entrée « {port} » prend {expected} ; ceci est {given}.',
  'diagnostic.artifact-versions-differ':
    'L’entrée « {port} » prend {expected} ; ceci est {given}, une autre version majeure.',
  'diagnostic.branch-without-condition': 'Une branche avant la dernière, ou la seule, a besoin d’une condition.',
  'diagnostic.collected-in-setting': 'Un réglage ne peut pas prendre des résultats rassemblés.',
  'diagnostic.collected-in-text':
    'Le texte de « {port} » contient des résultats rassemblés. KFP ne peut pas mettre une liste de résultats dans un texte.',
  'diagnostic.collected-outside-loop':
    'Les sorties de « {task} » ne se rassemblent que de l’intérieur d’une boucle vers l’extérieur.',
  'diagnostic.component-missing': 'Le composant « {name} » n’est pas dans ce fichier.',
  'diagnostic.component-problem': 'KFP refuserait le composant « {component} » : {reason}',
  'diagnostic.component-unreadable': 'Le composant « {component} » de ce fichier est illisible : {reason}',
  'diagnostic.condition-constant':
    'La condition compare deux valeurs fixes, donc son résultat ne change jamais. KFP le refuse.',
  'diagnostic.condition-not-finite': 'Une condition ne compare que des nombres finis.',
  'diagnostic.condition-not-primitive':
    'Une condition compare des textes, des nombres et des booléens ; ceci est {given}.',
  'diagnostic.condition-types': 'La condition compare {left} avec {right}. Les deux côtés doivent avoir le même type.',
  'diagnostic.constant-for-artifact':
    'L’entrée « {port} » prend un artefact ({expected}) d’une autre tâche, pas une valeur.',
  'diagnostic.constant-not-allowed':
    'L’entrée « {port} » prend l’une des valeurs {allowed} ; {value} n’en est pas une.',
  'diagnostic.constant-not-boolean': 'L’entrée « {port} » prend vrai ou faux ; {value} n’est ni l’un ni l’autre.',
  'diagnostic.constant-not-finite': 'L’entrée « {port} » prend un nombre fini.',
  'diagnostic.constant-not-integer': 'L’entrée « {port} » prend un entier ; {value} n’en est pas un.',
  'diagnostic.constant-not-list': 'L’entrée « {port} » prend une liste ; {value} n’en est pas une.',
  'diagnostic.constant-not-map': 'L’entrée « {port} » prend un dictionnaire ; {value} n’en est pas un.',
  'diagnostic.constant-not-number': 'L’entrée « {port} » prend un nombre ; {value} n’en est pas un.',
  'diagnostic.constant-not-text': 'L’entrée « {port} » prend un texte ; {value} n’en est pas un.',
  'diagnostic.constant-null': 'L’entrée « {port} » ne peut pas recevoir null. Retirez plutôt sa valeur.',
  'diagnostic.container-name-invalid':
    '« {name} » n’est pas un nom de conteneur : minuscules, chiffres et « - », 63 au plus.',
  'diagnostic.container-name-taken': 'Le nom de conteneur « {name} » est déjà pris.',
  'diagnostic.cpu-syntax':
    '« {value} » n’est pas une quantité de CPU. Écrivez un nombre comme 0.5 ou 2, ou des millièmes comme 500m.',
  'diagnostic.cycle': 'Ces tâches s’attendent mutuellement : {tasks}.',
  'diagnostic.data-key-invalid':
    '« {key} » n’est pas une clé de Secret ou de ConfigMap : lettres, chiffres, « - », « _ » et « . ».',
  'diagnostic.default-type': 'La valeur par défaut {value} de l’entrée « {input} » n’est pas de son type {expected}.',
  'diagnostic.duplicate-input': 'Deux entrées s’appellent « {name} ».',
  'diagnostic.duplicate-name': 'Le nom « {name} » sert deux fois dans ce pipeline.',
  'diagnostic.duplicate-output': 'Deux sorties s’appellent « {name} ».',
  'diagnostic.duration-invalid': '{value} n’est pas un nombre de secondes. Écrivez un entier, 0 ou plus.',
  'diagnostic.duration-too-long': '{value} secondes, c’est plus que KFP ne peut noter (2147483647).',
  'diagnostic.env-name-duplicate':
    'La variable d’environnement « {name} » est donnée deux fois ; la dernière valeur compte.',
  'diagnostic.env-name-invalid':
    '« {name} » n’est pas un nom de variable d’environnement : lettres, chiffres, « _ », « - » et « . », sans chiffre au début.',
  'diagnostic.exit-handler-inside-group':
    'Un gestionnaire de sortie doit être au premier niveau du pipeline, pas dans un autre groupe.',
  'diagnostic.exit-task-depends':
    'La tâche de sortie « {task} » ne peut ni prendre les sorties d’autres tâches ni les suivre.',
  'diagnostic.exit-task-elsewhere':
    'La tâche de sortie « {task} » doit être à côté de son gestionnaire de sortie, ni dedans ni dans un autre groupe.',
  'diagnostic.exit-task-importer':
    'Une tâche de sortie doit exécuter un composant ou un pipeline ; « {task} » importe un artefact.',
  'diagnostic.exit-task-missing': 'Le gestionnaire de sortie n’a pas de tâche de sortie.',
  'diagnostic.exit-task-shared': '« {task} » est déjà la tâche de sortie d’un autre gestionnaire de sortie.',
  'diagnostic.exit-task-used':
    '« {task} » est une tâche de sortie : elle s’exécute en dernier, donc rien ne peut utiliser ses sorties ni la suivre.',
  'diagnostic.field-path-empty': 'La variable d’environnement « {name} » ne désigne aucun champ du pod.',
  'diagnostic.final-status-input': 'L’entrée « {input} » a un type que seules les tâches de sortie prennent.',
  'diagnostic.final-status-needs-one-upstream':
    '« {task} » prend un état final, donc elle doit attendre exactement une tâche.',
  'diagnostic.final-status-outside-exit':
    'L’entrée « {port} » prend l’état final d’un pipeline : « {task} » doit être une tâche de sortie.',
  'diagnostic.graph-after':
    '« {task} » attend une autre tâche sans rien en prendre. Un composant graphe n’a pas de place pour cela.',
  'diagnostic.graph-argument':
    'La valeur de « {port} » de « {task} » n’est ni une constante, ni une entrée, ni la sortie d’une tâche. Un composant graphe n’accepte rien d’autre.',
  'diagnostic.graph-compiled-component':
    '« {task} » exécute un composant compilé dont quelque chose n’a pas d’équivalent dans l’ancienne forme des composants.',
  'diagnostic.graph-condition':
    'La condition de « {name} » n’est pas une comparaison d’entrées, de sorties et de valeurs. Un composant graphe n’accepte rien d’autre.',
  'diagnostic.graph-group':
    '« {name} » est une boucle ou un gestionnaire de sortie. Un composant graphe n’a ni l’un ni l’autre.',
  'diagnostic.graph-importer': '« {task} » est un importateur. Un composant graphe n’en a pas.',
  'diagnostic.graph-one-of':
    'La sortie « {output} » de « {name} » prend la valeur de la branche exécutée. Un composant graphe n’a pas de telle sortie.',
  'diagnostic.graph-option':
    'Le réglage « {option} » de « {task} » est omis : un composant graphe n’a pas de place pour lui.',
  'diagnostic.graph-output':
    'La sortie « {output} » est alimentée par quelque chose qu’un composant graphe ne peut pas nommer.',
  'diagnostic.graph-setting':
    'Le réglage « {option} » du pipeline est omis : un composant graphe n’a pas de place pour lui.',
  'diagnostic.group-name-invalid':
    '« {name} » n’est pas un nom de groupe ou de branche : minuscules, chiffres et « - » simples.',
  'diagnostic.group-without-branches': '« {group} » n’a pas de branche.',
  'diagnostic.group-without-tasks': '« {body} » n’a pas de tâches.',
  'diagnostic.ignored-failure-needs-default':
    '« {task} » s’exécute même après un échec, donc son entrée « {port} » a besoin d’une valeur par défaut.',
  'diagnostic.image-empty': 'Aucune image de conteneur n’est donnée.',
  'diagnostic.image-syntax':
    '« {image} » n’est pas le nom d’une image de conteneur, comme registre.exemple/equipe/image:etiquette.',
  'diagnostic.input-name-invalid':
    '« {name} » n’est pas un nom d’entrée : lettres, chiffres, « _ » et « - », avec une lettre au début.',
  'diagnostic.input-set-by-kfp': 'KFP remplit lui-même l’entrée « {port} ».',
  'diagnostic.inside-group':
    '« {task} » est dans « {group} » et n’a peut-être pas été exécutée ; seules les tâches qui s’y trouvent peuvent s’en servir.',
  'diagnostic.inside-loop':
    '« {task} » est dans la boucle « {group} » et s’exécute plusieurs fois. Rassemblez ses sorties pour vous en servir dehors.',
  'diagnostic.label-key-invalid': '« {key} » n’est pas la clé d’une étiquette ou d’une annotation.',
  'diagnostic.label-value-invalid':
    '« {value} » n’est pas une valeur pour l’étiquette « {key} » : 63 lettres, chiffres, « - », « _ » et « . » au plus.',
  'diagnostic.list-for-single-artifact':
    'L’entrée « {port} » prend un seul artefact ({expected}) ; ceci est une liste ({given}).',
  'diagnostic.loop-field-invalid':
    '« {name} » ne peut pas être un champ d’un élément de boucle : lettres, chiffres et « _ », sans chiffre au début.',
  'diagnostic.loop-field-missing': 'Les éléments de la boucle « {loop} » n’ont pas de champ « {name} ».',
  'diagnostic.loop-item-outside': 'L’élément de la boucle « {loop} » ne sert qu’à l’intérieur de celle-ci.',
  'diagnostic.loop-over-single': 'Une boucle a besoin d’une liste ; ceci est {given}.',
  'diagnostic.loop-without-items': 'La boucle n’a pas d’éléments.',
  'diagnostic.memory-syntax':
    '« {value} » n’est pas une quantité de mémoire. Écrivez un entier avec une unité, comme 512Mi ou 2Gi.',
  'diagnostic.missing-argument': 'L’entrée « {port} » de « {task} » a besoin d’une valeur.',
  'diagnostic.mount-path-duplicate': 'Deux volumes sont montés en « {path} ».',
  'diagnostic.mount-path-invalid':
    '« {path} » n’est pas un point de montage. Il doit commencer par « / » et ne pas contenir « : ».',
  'diagnostic.no-tasks': 'Le pipeline « {pipeline} » n’a pas de tâches. Ajoutez-en une depuis le catalogue.',
  'diagnostic.object-name-invalid':
    '« {name} » n’est pas un nom d’objet Kubernetes : minuscules, chiffres, « - » et « . ».',
  'diagnostic.one-of-branch-twice':
    'La sortie « {output} » prend deux sorties d’une même branche ; « {task} » est de trop.',
  'diagnostic.one-of-duplicate': 'Deux sorties des branches s’appellent « {output} ».',
  'diagnostic.one-of-in-setting': 'Un réglage ne peut pas prendre la valeur de la branche exécutée.',
  'diagnostic.one-of-in-text':
    'Le texte de « {port} » contient la valeur de la branche exécutée. KFP ne peut pas la mettre dans un texte.',
  'diagnostic.one-of-needs-else':
    'La sortie « {output} » prend la valeur de la branche exécutée, donc il faut une branche Sinon.',
  'diagnostic.one-of-needs-every-branch': 'La sortie « {output} » a besoin d’une sortie de tâche de chaque branche.',
  'diagnostic.one-of-source-elsewhere':
    'La sortie « {output} » prend des tâches placées directement dans une branche ; « {task} » ne l’est pas.',
  'diagnostic.one-of-types': 'La sortie « {output} » reçoit des types différents : {types}.',
  'diagnostic.other-branch': '« {task} » est dans une autre branche de « {group} », et une seule branche s’exécute.',
  'diagnostic.other-pipeline':
    '« {task} » appartient à un autre pipeline. Servez-vous d’une entrée ou d’une sortie de ce pipeline.',
  'diagnostic.output-from-input': 'Une sortie de pipeline doit venir d’une tâche.',
  'diagnostic.output-name-invalid':
    '« {name} » n’est pas un nom de sortie : lettres, chiffres, « _ » et « - », avec une lettre au début.',
  'diagnostic.output-not-top-level':
    '« {task} » est dans « {group} » ; une sortie du pipeline doit venir de son premier niveau.',
  'diagnostic.output-without-source': 'Rien n’alimente la sortie « {output} ».',
  'diagnostic.parallelism-invalid':
    '{value} n’est pas un nombre d’exécutions parallèles. Écrivez un entier, 0 ou plus.',
  'diagnostic.parameter-for-artifact':
    'L’entrée « {port} » prend un artefact ({expected}) ; ceci est une valeur ({given}).',
  'diagnostic.parameter-types-differ': 'L’entrée « {port} » prend {expected} ; ceci est {given}.',
  'diagnostic.pipeline-missing': 'Le pipeline « {name} » n’est pas dans ce fichier.',
  'diagnostic.pipeline-name-empty': 'Le pipeline n’a pas de nom.',
  'diagnostic.pipeline-name-invalid':
    '« {name} » n’est pas un nom de pipeline : 128 minuscules, chiffres et « - » au plus.',
  'diagnostic.quantity-invalid': '« {value} » n’est pas une quantité de Kubernetes, comme 500Mi.',
  'diagnostic.recursive-pipeline': 'Ces pipelines s’utilisent mutuellement sans fin : {pipelines}.',
  'diagnostic.request-above-limit': 'La demande {request} dépasse la limite {limit}.',
  'diagnostic.retry-count-invalid': '{value} n’est pas un nombre de tentatives. Écrivez un entier, 0 ou plus.',
  'diagnostic.retry-factor-invalid': 'Le facteur d’attente {value} n’est pas un nombre au-dessus de 0.',
  'diagnostic.root-user-refused':
    'L’utilisateur 0 est root, mais le conteneur ne doit pas s’exécuter en tant que root.',
  'diagnostic.secret-in-file':
    'La valeur de « {port} » ressemble à un secret et resterait dans le fichier. Servez-vous d’une entrée du pipeline.',
  'diagnostic.security-context-empty':
    'Le contexte de sécurité ne dit rien. Donnez un utilisateur, un groupe ou « pas root », ou effacez-le.',
  'diagnostic.selector-values-invalid':
    'L’opérateur {operator} pour « {key} » n’a pas le bon nombre ou le bon genre de valeurs.',
  'diagnostic.setting-needs-container':
    'Le réglage « {option} » ne vaut que pour les tâches qui exécutent un conteneur.',
  'diagnostic.setting-not-passed-through':
    'Le composant reprend lui-même les réglages de la tâche, mais pas « {option} ».',
  'diagnostic.setting-takes-input':
    'Une référence ici a besoin d’une entrée « {port} » à elle, mais le composant en a déjà une de ce nom.',
  'diagnostic.single-artifact-for-list':
    'L’entrée « {port} » prend une liste ({expected}) ; ceci est un seul artefact ({given}).',
  'diagnostic.sub-path-invalid': '« {path} » n’est pas un chemin à l’intérieur du volume.',
  'diagnostic.task-name-invalid': '« {name} » n’est pas un nom de tâche : minuscules, chiffres et « - » isolés.',
  'diagnostic.text-in-setting': 'Ce réglage prend un texte ou une référence, pas un texte contenant des références.',
  'diagnostic.toleration-needs-exists': 'Une tolérance sans clé a besoin de l’opérateur Exists.',
  'diagnostic.toleration-seconds-unused': 'Une durée de tolérance a besoin de l’effet NoExecute.',
  'diagnostic.toleration-value-unused':
    'Une tolérance avec l’opérateur Exists ne prend pas de valeur ; « {value} » est donnée.',
  'diagnostic.too-many-tasks':
    'Avec ses sous-pipelines, le pipeline a {count} tâches ; {limit} au plus peuvent être compilées.',
  'diagnostic.topology-key-missing':
    'Une règle sur les pods voisins a besoin d’une clé de topologie, comme kubernetes.io/hostname.',
  'diagnostic.unknown-argument': '« {task} » n’a pas d’entrée « {port} ».',
  'diagnostic.unknown-output': '« {task} » n’a pas de sortie « {output} ».',
  'diagnostic.unknown-pipeline-input': 'Le pipeline n’a pas d’entrée « {input} ».',
  'diagnostic.unknown-task': 'Il n’y a pas de tâche « {name} ».',
  'diagnostic.unused-input': 'Rien ne se sert de l’entrée « {input} ».',
  'diagnostic.upload-too-large':
    'Le pipeline compilé fait {size} Mio ; le serveur KFP en prend {limit} au plus. Sortez-en les grosses données.',
  'diagnostic.user-id-invalid': '{value} n’est pas un numéro d’utilisateur ou de groupe. Écrivez un entier, 0 ou plus.',
  'diagnostic.volume-name-invalid':
    '« {name} » n’est pas un nom de volume : minuscules, chiffres et « - », 63 au plus.',
  'diagnostic.volume-name-taken': 'Deux volumes s’appellent « {name} ».',
  'diagnostic.workspace-not-set':
    '« {task} » se sert de l’espace de travail, mais le pipeline n’en a pas. Donnez sa taille dans les réglages du pipeline.',
  'diagnostic.workspace-patch-unknown': '« {name} » n’est pas un champ de demande de volume. Le serveur KFP le refuse.',
  'diagnostic.workspace-size-invalid': '« {value} » n’est pas une taille d’espace de travail, comme 10Gi.',

  'fix.add-else': 'Ajouter une branche Sinon à « {group} »',
  'fix.add-pipeline-input': 'Faire de « {port} » une entrée du pipeline',
  'fix.begin-one-of': 'Commencer une sortie de « {group} » pour la branche exécutée',
  'fix.clear-exit-task': 'Laisser « {group} » sans tâche de sortie',
  'fix.clear-input-default': 'Retirer la valeur par défaut de « {input} »',
  'fix.clear-option': 'Retirer le réglage « {option} »',
  'fix.clear-parallelism': 'Ne pas limiter les exécutions parallèles',
  'fix.clear-platform-setting': 'Effacer le réglage « {setting} » du pipeline',
  'fix.collect-results': 'Rassembler les résultats de « {task} » en liste',
  'fix.declare-input': 'Ajouter l’entrée « {input} » au pipeline',
  'fix.remove-after': 'Ne plus attendre « {upstream} »',
  'fix.remove-argument': 'Retirer la valeur de « {port} »',
  'fix.remove-branch': 'Supprimer la branche « {name} »',
  'fix.remove-group': 'Retirer le groupe',
  'fix.remove-input': 'Retirer l’entrée « {input} »',
  'fix.remove-one-of': 'Supprimer la sortie « {output} » des branches',
  'fix.remove-output': 'Retirer la sortie « {output} »',
  'fix.rename-input': 'Renommer l’entrée en « {name} »',
  'fix.rename-output': 'Renommer la sortie en « {name} »',
  'fix.rename-pipeline': 'Renommer le pipeline en « {name} »',
  'fix.rename-task': 'Renommer la tâche en « {name} »',
  'fix.retype-component-inputs': 'Utiliser une copie du composant où {inputs} prennent {type}',
  'fix.set-argument-value': 'Mettre {value}',
  'fix.set-condition-value': 'Comparer avec {value}',
  'fix.set-input-default': 'Prendre {value} par défaut',
  'fix.set-workspace': 'Donner au pipeline un espace de travail de {size}',
  'fix.surface-one-of': 'Prendre la valeur de la branche de « {group} » qui s’est exécutée',
  'fix.use-loop-item': 'Utiliser l’élément de la boucle « {loop} »',
  'fix.use-loop-list': 'Utiliser toute la liste de la boucle « {loop} »',
  'fix.use-plain-output': 'Utiliser la sortie de « {task} » elle-même',
};
