import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { SettingValue } from '../../model/argument.ts';
import type { KubernetesSettings, NamedVolume } from '../../model/kubernetes-settings.ts';
import { mapOf, mapsOf, textOf } from './tree-fields.ts';

/** How names are read, which a run may give, and what is said of volumes that have no like. */
export interface VolumeReading {
  readonly note: (field: string) => void;
  readonly setting: (text: string | undefined) => SettingValue | undefined;
}

/** Volumes of a template that its main container has: secrets, config maps, claims and empty folders. */
export function readVolumes(
  template: TreeMap,
  container: TreeMap,
  { note, setting }: VolumeReading,
): KubernetesSettings {
  const secrets: NamedVolume[] = [];
  const configMaps: NamedVolume[] = [];
  const claims: NonNullable<KubernetesSettings['volumeClaims']>[number][] = [];
  const empty: NonNullable<KubernetesSettings['emptyDirs']>[number][] = [];
  const volumes = new Map(mapsOf(template, 'volumes').map((volume) => [textOf(volume, 'name') ?? '', volume]));
  for (const mount of mapsOf(container, 'volumeMounts')) {
    const volumeName = textOf(mount, 'name') ?? '';
    const mountPath = textOf(mount, 'mountPath') ?? '';
    const subPath = textOf(mount, 'subPath');
    const volume = volumes.get(volumeName);
    const optional = (field: string) => (entryOf(mapOf(volume, field), 'optional') === true ? { optional: true } : {});
    const secret = setting(textOf(mapOf(volume, 'secret'), 'secretName'));
    const configMap = setting(textOf(mapOf(volume, 'configMap'), 'name'));
    const claim = setting(textOf(mapOf(volume, 'persistentVolumeClaim'), 'claimName'));
    if (secret !== undefined) secrets.push({ name: secret, mountPath, ...optional('secret') });
    else if (configMap !== undefined) configMaps.push({ name: configMap, mountPath, ...optional('configMap') });
    else if (claim !== undefined)
      claims.push({ name: claim, mountPath, ...(subPath === undefined ? {} : { subPath }) });
    else if (isTreeMap(entryOf(volume, 'emptyDir')))
      empty.push({ volumeName, mountPath, ...emptyDir(mapOf(volume, 'emptyDir')) });
    else note(`volumes.${volumeName}`);
  }
  return {
    ...(secrets.length === 0 ? {} : { secretsAsVolumes: secrets }),
    ...(configMaps.length === 0 ? {} : { configMapsAsVolumes: configMaps }),
    ...(claims.length === 0 ? {} : { volumeClaims: claims }),
    ...(empty.length === 0 ? {} : { emptyDirs: empty }),
  };
}

function emptyDir(source: TreeMap): { readonly medium?: string; readonly sizeLimit?: string } {
  const medium = textOf(source, 'medium');
  const sizeLimit = textOf(source, 'sizeLimit');
  return { ...(medium === undefined ? {} : { medium }), ...(sizeLimit === undefined ? {} : { sizeLimit }) };
}
