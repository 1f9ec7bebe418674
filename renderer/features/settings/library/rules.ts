import type { RetentionRules } from '../../../../preload/contract/library.ts'

export type Rule = 'keepDays' | 'keepEntries' | 'keepGigabytes'
export type RuleValues = Readonly<Record<Rule, number | undefined>>

/** The rules as main applies them; undefined when there is none. */
export function rulesOf({ keepDays, keepEntries, keepGigabytes }: RuleValues): RetentionRules | undefined {
  const rules: RetentionRules = {
    ...(keepDays !== undefined && { days: keepDays }),
    ...(keepEntries !== undefined && { entries: keepEntries }),
    ...(keepGigabytes !== undefined && { bytes: Math.round(keepGigabytes * 1e9) })
  }
  return Object.keys(rules).length === 0 ? undefined : rules
}

/** All captures since midnight, in the time zone of the person. */
export function capturesOfToday(now: Date): RetentionRules {
  return { since: new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime(), sources: ['capture'] }
}
