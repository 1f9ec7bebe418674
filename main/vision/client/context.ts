import type { FailureCode } from '../../failure.ts'
import type { ChatTimes } from '../chat.ts'
import type { VisionFetch } from './wire.ts'

/** One call, for a log: no picture, no question, no answer, no key. */
export interface ChatLogLine {
  /** Id of the preset. */
  readonly provider: string
  readonly model: string
  readonly outcome: 'answered' | FailureCode
  readonly milliseconds: number
  /** HTTP status of a failure, where there was one. */
  readonly status?: number
  readonly requestId?: string
  /** What was thrown underneath, cleaned of keys and pictures. */
  readonly cause?: string
}

/** What calls need from outside. */
export interface ChatContext {
  readonly fetch: VisionFetch
  readonly times: Partial<ChatTimes> | undefined
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly log: (line: ChatLogLine) => void
}
