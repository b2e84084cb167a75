interface Machine {
  readonly nodeVersion: string;
  readonly env: NodeJS.ProcessEnv;
  readonly jarsAreThere: boolean;
  /** What a command prints; nothing when it cannot be run. */
  readonly run: (command: string, args: readonly string[]) => string | undefined;
}

declare const ensureInstall: {
  whatIsMissing(machine: Machine): string | undefined;
  withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
  lockStamp(lock: string | Buffer): string;
};
export = ensureInstall;
