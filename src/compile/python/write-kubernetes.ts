import type { SettingValue } from '../../model/argument.ts';
import type { JsonValue } from '../../model/json.ts';
import type { KeyedEnvironment, KubernetesSettings, NamedVolume } from '../../model/kubernetes-settings.ts';
import { type Code, call, type Item, labelled, plain } from './code.ts';
import type { FunctionContext } from './function-context.ts';
import { dictCode, listCode, literal, stringLiteral } from './literals.ts';
import { settingCode } from './write-reference.ts';

/** The calls of `kfp.kubernetes` that give a task its settings, in the order the settings have in the document. */
export function kubernetesCalls(
  context: FunctionContext,
  settings: KubernetesSettings,
  variable: string,
): readonly Code[] {
  const calls: Code[] = [];
  const add = (helper: string, items: readonly Item[]): void => {
    calls.push(call(`${context.module.use('kubernetes')}.${helper}`, [plain(variable), ...items]));
  };
  const code = (value: SettingValue<JsonValue>): Code => settingCode(context, value);
  if (settings.imagePullPolicy !== undefined) add('set_image_pull_policy', [plain(literal(settings.imagePullPolicy))]);
  if ((settings.imagePullSecrets ?? []).length > 0) {
    add('set_image_pull_secrets', [plain(listCode((settings.imagePullSecrets ?? []).map(code)))]);
  }
  for (const one of settings.secretsAsEnv ?? []) add('use_secret_as_env', keyed('secret', one, code));
  for (const one of settings.secretsAsVolumes ?? []) add('use_secret_as_volume', volume('secret_name', one, code));
  for (const one of settings.configMapsAsEnv ?? []) add('use_config_map_as_env', keyed('config_map', one, code));
  for (const one of settings.configMapsAsVolumes ?? []) {
    add('use_config_map_as_volume', volume('config_map_name', one, code));
  }
  for (const { name, mountPath, subPath } of settings.volumeClaims ?? []) {
    add('mount_pvc', [
      labelled('pvc_name=', code(name)),
      ...named({ mount_path: mountPath, sub_path: subPath === '' ? undefined : subPath }),
    ]);
  }
  addPodCalls(settings, add, code);
  return calls;
}

type Add = (helper: string, items: readonly Item[]) => void;

function addPodCalls(settings: KubernetesSettings, add: Add, code: (value: SettingValue<JsonValue>) => Code): void {
  for (const { volumeName, mountPath, medium, sizeLimit } of settings.emptyDirs ?? []) {
    add('empty_dir_mount', named({ volume_name: volumeName, mount_path: mountPath, medium, size_limit: sizeLimit }));
  }
  for (const one of settings.ephemeralVolumes ?? []) {
    const { volumeName, mountPath, accessModes, size, storageClassName, labels, annotations } = one;
    const place = { volume_name: volumeName, mount_path: mountPath, access_modes: [...accessModes], size };
    add('add_ephemeral_volume', named({ ...place, storage_class_name: storageClassName, labels, annotations }));
  }
  const { nodeSelector } = settings;
  addPairs('add_node_selector', nodeSelector?.labels, add);
  if (nodeSelector?.json !== undefined) add('add_node_selector_json', [plain(code(nodeSelector.json))]);
  for (const { json, tolerationSeconds, ...toleration } of settings.tolerations ?? []) {
    if (json !== undefined) add('add_toleration_json', [plain(code(json))]);
    else add('add_toleration', named({ ...toleration, toleration_seconds: tolerationSeconds }));
  }
  for (const { json, matchExpressions, matchFields, weight } of settings.nodeAffinity ?? []) {
    if (json !== undefined) add('add_node_affinity_json', [plain(code(json))]);
    else {
      const terms = { match_expressions: plainJson(matchExpressions), match_fields: plainJson(matchFields), weight };
      add('add_node_affinity', named(terms));
    }
  }
  addPairs('add_pod_label', settings.podLabels, add);
  addPairs('add_pod_annotation', settings.podAnnotations, add);
  for (const { name, fieldPath } of settings.fieldPathsAsEnv ?? []) {
    add('use_field_path_as_env', named({ env_name: name, field_path: fieldPath }));
  }
  if (settings.timeoutSeconds !== undefined) add('set_timeout', named({ seconds: settings.timeoutSeconds }));
  const { securityContext: security } = settings;
  if (security !== undefined && Object.values(security).some((value) => value !== undefined)) {
    const { runAsUser, runAsGroup, runAsNonRoot } = security;
    add(
      'set_security_context',
      named({ run_as_user: runAsUser, run_as_group: runAsGroup, run_as_non_root: runAsNonRoot }),
    );
  }
}

/** Readonly lists of records as JSON. */
function plainJson(value: readonly object[] | undefined): JsonValue | undefined {
  return value as JsonValue | undefined;
}

/** Keyword arguments of those that are given. */
function named(values: { readonly [name: string]: JsonValue | undefined }): readonly Item[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [labelled(`${name}=`, literal(value))],
  );
}

function addPairs(helper: string, pairs: { readonly [key: string]: string } | undefined, add: Add): void {
  for (const [key, value] of Object.entries(pairs ?? {})) {
    add(
      helper,
      named({ label_key: key, label_value: value }).map(({ code }) => plain(code)),
    );
  }
}

function keyed(
  kind: 'secret' | 'config_map',
  { name, keys, optional }: KeyedEnvironment,
  code: (value: SettingValue<JsonValue>) => Code,
): readonly Item[] {
  return [
    labelled(`${kind}_name=`, code(name)),
    labelled(`${kind}_key_to_env=`, dictCode(keys.map(({ key, variable }) => [key, stringLiteral(variable)]))),
    ...optionalArgument(optional),
  ];
}

function volume(
  label: string,
  { name, mountPath, optional }: NamedVolume,
  code: (value: SettingValue<JsonValue>) => Code,
): readonly Item[] {
  return [labelled(`${label}=`, code(name)), ...named({ mount_path: mountPath }), ...optionalArgument(optional)];
}

function optionalArgument(optional: boolean | undefined): readonly Item[] {
  return optional === true ? [labelled('optional=', 'True')] : [];
}
