import type { FailureCode } from '../failure.ts'

/** What the process tells its caller. Documented in docs/command-line.md. */
export const exitCodes = {
  good: 0,
  /** Some picture, pack or check failed. */
  failed: 1,
  /** The command line was wrong: nothing was tried. */
  usage: 2,
  /** A provider wants something of the person first: a key, a linked account, money, patience until tomorrow. */
  wanted: 3,
  /** A provider, or the way to it, failed for now: the same command may succeed later. */
  later: 4,
  /** 128 + SIGINT, as shells have it. */
  interrupted: 130,
  /** 128 + SIGTERM. */
  terminated: 143
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Every code of a provider's failure has its place here; so has whatever a correct command line does not have. */
const codeOf: Readonly<Record<Extract<FailureCode, `vision-${string}`>, ExitCode>> &
  Readonly<Partial<Record<FailureCode, ExitCode>>> = {
  usage: exitCodes.usage,
  'pack-unknown': exitCodes.usage,
  'vision-address': exitCodes.usage,
  'vision-key-missing': exitCodes.wanted,
  'vision-key-format': exitCodes.wanted,
  'vision-auth': exitCodes.wanted,
  'vision-account-link': exitCodes.wanted,
  'vision-real-name': exitCodes.wanted,
  'vision-permission': exitCodes.wanted,
  'vision-balance': exitCodes.wanted,
  'vision-quota-day': exitCodes.wanted,
  'vision-rate': exitCodes.later,
  'vision-upstream': exitCodes.later,
  'vision-empty': exitCodes.later,
  'vision-cut-off': exitCodes.later,
  'vision-timeout': exitCodes.later,
  'vision-network': exitCodes.later,
  'vision-dns': exitCodes.later,
  'vision-tls': exitCodes.later,
  'vision-proxy': exitCodes.later,
  'vision-model-gone': exitCodes.failed,
  'vision-no-sight': exitCodes.failed,
  'vision-picture-pixels': exitCodes.failed,
  'vision-picture-bytes': exitCodes.failed,
  'vision-picture-format': exitCodes.failed,
  'vision-picture-shape': exitCodes.failed,
  'vision-content-blocked': exitCodes.failed,
  'vision-context': exitCodes.failed,
  'vision-refused': exitCodes.failed,
  'vision-protocol': exitCodes.failed,
  'vision-not-an-api': exitCodes.failed,
  'vision-redirect': exitCodes.failed
}

/** The exit code of a command that ends with this failure. */
export function exitCodeOf(code: FailureCode): ExitCode {
  return codeOf[code] ?? exitCodes.failed
}

/** The exit code of a command in which these failures happened: their own when they agree, else the general one. */
export function exitCodeOfAll(codes: readonly FailureCode[]): ExitCode {
  const [first, ...others] = new Set(codes.map(exitCodeOf))
  if (first === undefined) return exitCodes.good
  return others.length === 0 ? first : exitCodes.failed
}
