export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly purpose: string;
  readonly help: string;
  run(words: readonly string[]): Promise<void>;
}
