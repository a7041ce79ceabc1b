/** Where one try of a task reads and writes, as absolute paths, and the names that placeholders ask for. */
export interface TaskPlaces {
  readonly taskRoot: string;
  readonly executorOutputFile: string;
  /** `<task root>/<name>` by output name. */
  readonly outputPath: (name: string) => string;
  readonly pipelineRoot: string;
  readonly workspacePath: string;
  readonly jobName: string;
  readonly jobId: string;
  readonly taskName: string;
  readonly taskId: string;
  /** When the run was made, such as `2026-01-31T12:00:00Z`. */
  readonly createTime: string;
}
