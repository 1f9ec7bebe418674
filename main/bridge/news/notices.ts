import type { AppEvent } from '../../../preload/contract/app.ts'
import type { BatchEvent } from '../../jobs/batch/events.ts'
import type { RunnerEvent } from '../../jobs/runner/events.ts'
import { say } from '../../saying.ts'
import { problemOf } from '../problem.ts'

type Notice = Extract<AppEvent, { kind: 'notice' }>

/** What a person has to hear of at once; undefined for what the lists show in its place. */
export function noticeOf(event: RunnerEvent | BatchEvent): Notice | undefined {
  if (event.kind === 'disk-full') return notice('warning', diskFull)
  if (event.kind === 'room-again') return notice('info', roomAgain)
  if (event.kind === 'trouble') return notice('error', problemOf(event.failure))
  if (event.kind === 'skipped') return notice('warning', problemOf(event.failure))
  return undefined
}

const diskFull = { ...say('The disk is full.', 'work.disk-full'), advice: 'Make room: the work goes on by itself.' }
const roomAgain = say('There is room again: the work goes on.', 'work.room-again')

function notice(level: Notice['level'], problem: Notice['problem']): Notice {
  return { kind: 'notice', level, problem }
}
