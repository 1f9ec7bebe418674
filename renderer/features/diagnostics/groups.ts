import type { Finding } from '../../../preload/contract/app.ts'

/** What to look at first. */
const order = ['bad', 'doubtful', 'good', 'plain'] as const satisfies readonly Finding['state'][]

export interface FindingGroup {
  readonly room: Finding['room']
  /** The worst of its findings. */
  readonly state: Finding['state']
  readonly findings: readonly Finding[]
}

/** Findings by room, as main orders the rooms. */
export function groupsOf(findings: readonly Finding[]): FindingGroup[] {
  return [...Map.groupBy(findings, ({ room }) => room)].map(([room, group]) => ({
    room,
    state: worstOf(group),
    findings: group
  }))
}

export function worstOf(findings: readonly Finding[]): Finding['state'] {
  return order.find((state) => findings.some((finding) => finding.state === state)) ?? 'plain'
}

/** How many are bad or doubtful. */
export function countOf(findings: readonly Finding[], state: 'bad' | 'doubtful'): number {
  return findings.filter((finding) => finding.state === state).length
}
