import type { CheckResult } from './check.ts'

const marks: Readonly<Record<CheckResult['state'], string>> = { good: 'ok  ', warning: 'warn', wrong: 'FAIL' }

/** One check as lines for people, with what to do below it. */
export function tellResult({ name, state, detail, advice }: CheckResult): string {
  const hint = advice === undefined ? '' : `        ${advice}\n`
  return `${marks[state]}  ${name}: ${detail}\n${hint}`
}

/** Everything as one JSON object on one line. */
export function toJson(version: string, checks: readonly CheckResult[]): string {
  const ok = checks.every(({ state }) => state !== 'wrong')
  return `${JSON.stringify({ ok, version, node: process.versions.node, checks })}\n`
}
