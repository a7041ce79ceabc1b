/** Reports a setting that Kubernetes would refuse, at its path below `options.kubernetes`. */
export type ReportSetting = (code: string, path: string, values: { readonly [name: string]: string | number }) => void;
