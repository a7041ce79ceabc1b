/** Kubernetes: DNS-1123 subdomain, the syntax of most object names. */
const OBJECT_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DATA_KEY = /^[-._a-zA-Z0-9]+$/;
const LABEL_PART = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Whether a Secret, ConfigMap or claim may have this name. */
export function isObjectName(text: string): boolean {
  return text.length <= 253 && OBJECT_NAME.test(text);
}

/** Whether a volume or container may have this name. */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && DNS_LABEL.test(text);
}

/** Whether a Secret or ConfigMap may have this key. */
export function isDataKey(text: string): boolean {
  return text.length <= 253 && DATA_KEY.test(text) && text !== '.' && text !== '..';
}

/** Whether a label or annotation may have this key: `[prefix/]name`. */
export function isQualifiedName(text: string): boolean {
  const parts = text.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.length > 2 || name.length > 63 || !LABEL_PART.test(name)) return false;
  return parts.length === 1 || isObjectName(parts[0] ?? '');
}

/** Whether a label may have this value. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= 63 && LABEL_PART.test(text));
}

/** Whether something can be mounted at a path. Kubernetes: `ValidateVolumeMounts`; absolute, because KFP asks for it. */
export function isMountPath(path: string): boolean {
  return path.startsWith('/') && !path.includes(':');
}
