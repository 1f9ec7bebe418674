/** What the process tells its caller. Documented in the README. */
export const exitCodes = {
  good: 0,
  /** Some picture, pack or check failed. */
  failed: 1,
  /** The command line was wrong: nothing was tried. */
  usage: 2,
  /** 128 + SIGINT, as shells have it. */
  interrupted: 130,
  /** 128 + SIGTERM. */
  terminated: 143
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
