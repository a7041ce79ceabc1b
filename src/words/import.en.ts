import type { SentenceTable } from './sentence.ts';

/** What could not be read or kept of a foreign file (`import.<code>`). */
export const importEnglish: SentenceTable = {
  'import.argo-argument-not-read': 'The value of “{name}” that “{task}” is given could not be read and is unset.',
  'import.argo-cycle': 'These tasks wait for each other and were left out: {tasks}.',
  'import.argo-depends': '“{task}” waits by “{text}”, which cannot be drawn. It waits for all that is named there.',
  'import.argo-exit-not-read':
    'The template “{template}”, which runs at the end, could not be read. The exit handler has no task.',
  'import.argo-field-not-read': '“{field}” of “{task}” has no like here and was left out.',
  'import.argo-hidden-path':
    '“{template}” has the file {path}, which its command does not name. KFP puts files in places of its own; name the file in the command.',
  'import.argo-items-not-read': 'What “{task}” is repeated over could not be read. It runs once.',
  'import.argo-mark-not-read': '“{mark}” in “{task}” has no meaning here.',
  'import.argo-more-workflows':
    'The file holds {count} workflows and templates. The first was read, with the templates of all.',
  'import.argo-no-entrypoint': 'The workflow has no entrypoint with tasks that can be read.',
  'import.argo-not-a-workflow': 'The file holds no Argo workflow.',
  'import.argo-output-not-read': 'The output “{output}” of “{template}” could not be read and was left out.',
  'import.argo-recursive': '“{template}” calls itself, which cannot be drawn. The inner call was left out.',
  'import.argo-run-parameters': 'Parameters of the run that “{task}” takes by itself could not be read.',
  'import.argo-schedule': 'The schedule was left out: {schedules}.',
  'import.argo-setting-not-read': 'The setting “{field}” of the workflow has no like here and was left out.',
  'import.argo-template-elsewhere':
    '“{task}” calls the template “{template}”, which is not in the file, and was left out.',
  'import.argo-template-not-read':
    '“{task}” calls “{template}”, which is neither a program nor tasks, and was left out.',
  'import.argo-when-not-read': 'The condition of “{task}” cannot be drawn: {text}. Here it always runs.',
  'import.argument-not-kept': 'The value of “{port}” of “{task}” could not be read and is unset.',
  'import.component-not-found': 'The task “{task}” runs the component “{component}”, which is not in the file.',
  'import.executor-not-read': 'The task “{task}” runs “{label}”, which the file does not hold.',
  'import.kept-unknown': '“{path}” has no meaning here. It is kept and written back unchanged.',
  'import.loop-items-not-kept': 'What the loop “{group}” repeats over could not be read.',
  'import.malformed-ir': 'The file is no valid pipeline: “{path}” is missing or is not what belongs there.',
  'import.not-kfp-ir': 'This is not a compiled Kubeflow pipeline.',
  'import.one-of-not-kept':
    'One output of “{group}”, “{output}”, could not be read: not all that feeds it is in its branches.',
  'import.output-source-not-kept': 'What feeds the output “{output}” could not be read.',
  'import.recursive-ir': 'These components run each other without end: {components}.',
  'import.ir-too-large': 'The file unfolds into more than {count} tasks.',
  'import.is-a-component':
    'This is the component “{name}”, not a pipeline. Put it into a catalog folder, or drag it onto the canvas.',
  'import.not-recognised': 'This is none of the formats that can be imported.',
  'import.not-yaml': 'The file is neither valid YAML nor JSON (line {line}).',
  'import.native-not-read': 'This is a file of Pipewright that cannot be read ({reason}).',
  'import.native-damaged': 'Parts of the file are damaged and were left out.',
  'import.manifest-without-pipeline':
    'The manifest names a pipeline but does not hold it. The pipeline is in its PipelineVersion.',
  'import.manifest-more-versions': 'The file holds {count} versions of the pipeline. The first was read.',
  'import.graph-without-tasks': 'This component has no graph.',
  'import.graph-component-elsewhere':
    'The component of “{task}” is not in the file ({source}). The task has none until you give it one; exporting writes the reference back.',
  'import.graph-component-not-read': 'The component of “{task}” could not be read ({source}).',
  'import.graph-too-deep': 'The graph that “{task}” runs is too deep inside others to be read.',
  'import.graph-task-not-read': 'The task “{task}” has nothing in it and was left out.',
  'import.graph-port-not-read': 'One of the {side} of “{pipeline}” has no name and was left out.',
  'import.graph-port-twice': '“{pipeline}” has two ports of the name “{port}”. The second was given another name.',
  'import.graph-argument-not-read':
    'The value of “{port}” of “{task}” has no like here and is unset. Exporting writes it back.',
  'import.graph-condition-not-read':
    'When “{task}” is enabled cannot be drawn as a branch: here it always runs. Exporting writes the condition back.',
  'import.graph-conditions-crossed':
    '“{task}” needs results of two branches that do not stand inside each other. Its wires are marked as problems.',
  'import.graph-staleness':
    '“{task}” reuses results no older than {time}; here caching is on or off. Exporting writes the time back.',
  'import.graph-setting-not-read': 'The setting “{field}” of “{task}” is not read. Exporting writes it back.',
  'import.elyra-airflow': 'The pipeline was made for Apache Airflow. Its components are not those of Kubeflow.',
  'import.elyra-component-elsewhere':
    'The component of “{task}” is not in the file; Elyra took it from {source}. Put it beside the file and import again, or choose a component for the task.',
  'import.elyra-component-not-read': 'The component of “{task}” ({source}) could not be read.',
  'import.elyra-empty': 'The pipeline has no nodes.',
  'import.elyra-file-value':
    '“{port}” of “{task}” takes the content of the file {file}, which Elyra read when it exported. It is unset.',
  'import.elyra-files-needed':
    'Elyra would fetch {files} from its object store for “{task}”. The image must hold them.',
  'import.elyra-newer': 'The file is of version {version}, which is newer than what is known here.',
  'import.elyra-no-image': '“{task}” has no runtime image. Give its component one.',
  'import.elyra-node-twice': 'A second node “{task}” has the id of another one and was left out.',
  'import.elyra-output-pattern': '“{task}” hands on files by a pattern ({files}). Name each file to hand it on here.',
  'import.elyra-parameter':
    'The pipeline parameter “{name}” has no usable name, or one that another has, and was left out.',
  'import.elyra-super-node': 'What the super node “{task}” stands for is not in the file, or stands elsewhere already.',
  'import.elyra-without-pipeline': 'The file holds no pipeline.',
  'import.package-damaged': 'The package is damaged and cannot be unpacked.',
  'import.package-without-pipeline': 'The package holds no pipeline: no YAML file is in it.',
};
