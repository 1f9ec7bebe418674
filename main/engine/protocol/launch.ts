import { z } from 'zod'

/** What the engine is told when it starts, as JSON in its first argument. Nothing secret: every user can list it. */
export const launch = z.object({
  /** Resident memory in bytes at which the engine ends itself. */
  hardBytes: z.number().int().positive(),
  /** Folder for prepared graphs; without it they are prepared anew at each start. */
  cache: z.string().min(1).optional(),
  /** Files of fonts with Chinese characters that it may read, best first. */
  fonts: z.array(z.string().min(1)).max(20)
})
export type Launch = z.infer<typeof launch>

/**
 * The engine writes this to stderr before it ends itself at its memory ceiling. Its watchdog is a thread, which can
 * end the process by a signal but cannot give it an exit code.
 */
export const outOfMemoryMark = 'glyphlens-engine: memory ceiling reached'
