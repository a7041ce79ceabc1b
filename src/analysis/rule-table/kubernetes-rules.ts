import { type RuleEntries, refused, warned } from './rule-entry.ts';

/** What the Kubernetes API refuses when the pod of a task is made; the SDK takes most of it. */
export const KUBERNETES_RULES: RuleEntries = {
  'access-mode-invalid': warned('live', 'run', 'Unsupported value'),
  'access-mode-missing': warned('live', 'run', 'at least 1 access mode is required'),
  'affinity-weight-invalid': refused('live', 'weight must be between 1 and 100, got 101.'),
  'container-name-invalid': warned('live', 'run', 'a lowercase RFC 1123 label must consist of …'),
  'container-name-taken': refused('live', 'The name must be unique and not “kfp-launcher”.'),
  'data-key-invalid': warned('live', 'run', 'a valid config key must consist of …'),
  'field-path-empty': warned('live', 'run', 'fieldPath: Required value'),
  'label-key-invalid': warned('live', 'run', 'name part must consist of alphanumeric characters, …'),
  'label-value-invalid': warned('live', 'run', 'a valid label must be an empty string or consist of …'),
  'mount-path-duplicate': warned('live', 'run', 'must be unique'),
  'mount-path-invalid': warned('live', 'run', "must not contain ':'"),
  'object-name-invalid': warned('live', 'run', 'a lowercase RFC 1123 subdomain must consist of …'),
  'quantity-invalid': warned('live', 'run', 'quantities must match the regular expression …'),
  'root-user-refused': warned('live', 'run', "container's runAsUser breaks non-root policy"),
  'security-context-empty': refused('live', 'At least one security context field must be provided.'),
  'selector-values-invalid': warned('live', 'run', "must be specified when `operator` is 'In' or 'NotIn'"),
  'sub-path-invalid': warned('live', 'run', "must not contain '..'"),
  'toleration-needs-exists': warned('live', 'run', 'operator must be Exists when `key` is empty'),
  'toleration-seconds-unused': warned('live', 'run', "effect must be 'NoExecute' when `tolerationSeconds` is set"),
  'toleration-value-unused': warned('live', 'run', "value must be empty when `operator` is 'Exists'"),
  'topology-key-missing': warned('live', 'run', 'topologyKey: Required value'),
  'user-id-invalid': refused('live', 'Argument for "run_as_user" must be greater than or equal to 0.'),
  'volume-name-invalid': warned('live', 'run', 'a lowercase RFC 1123 label must consist of …'),
  'volume-name-taken': warned('live', 'run', 'Duplicate value'),
};
