import { type CaptureMode, captureModes } from '../mode.ts'
import type { Platform } from './keys.ts'
import { parseHotkey, writeHotkey } from './parse.ts'

/** The accelerator of each mode that has one. */
export type Assignment = Readonly<Partial<Record<CaptureMode, string>>>

/** What a new installation starts with: few, because each is taken from all other programs. */
export const firstAssignment: Assignment = {
  'read-region': 'CommandOrControl+Shift+1',
  'ask-region': 'CommandOrControl+Shift+2'
}

/** Modes that have the same hotkey on this system, however it is written; each group has two modes or more. */
export function conflictsIn(assignment: Assignment, platform: Platform): CaptureMode[][] {
  const modesOf = new Map<string, CaptureMode[]>()
  for (const mode of captureModes) {
    const parsed = parseHotkey(assignment[mode] ?? '', platform)
    if (!parsed.ok) continue
    const accelerator = writeHotkey(parsed.hotkey)
    modesOf.set(accelerator, [...(modesOf.get(accelerator) ?? []), mode])
  }
  return [...modesOf.values()].filter((modes) => modes.length > 1)
}
