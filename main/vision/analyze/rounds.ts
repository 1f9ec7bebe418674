import type { Box } from '../../engine/protocol/geometry.ts'
import { conversation } from '../../tasks/conversation.ts'
import type { ParseContext, PromptContext } from '../../tasks/task.ts'
import { toPixels } from '../boxes/to-pixels.ts'
import { seenSize } from '../budget/tokens.ts'
import type { ChatMessage, OutgoingPicture } from '../chat.ts'
import type { Prepared } from './prepare.ts'
import type { Shot, SubjectFacts } from './show.ts'

/** One call of an analysis. */
export interface Round {
  readonly messages: readonly ChatMessage[]
  readonly toPixels: ParseContext['toPixels']
  /** The part of the original that the answer is about, in pixels. */
  readonly part: Box
  /** Which of how many, counted from 1. */
  readonly position: { readonly number: number; readonly of: number }
}

/** The calls of an analysis, in reading order of the parts that they are about. */
export function roundsOf(prepared: Prepared): readonly Round[] {
  const { subject } = prepared
  if (subject.kind === 'address') {
    const messages = messagesOf(prepared, [{ kind: 'url', url: subject.url }], { tile: undefined })
    const part = { x0: 0, y0: 0, x1: 0, y1: 0 }
    return [{ messages, toPixels: () => undefined, part, position: { number: 1, of: 1 } }]
  }
  const { showing, facts } = subject
  const { calls } = showing
  const { boxes, tokens } = prepared.choice.rules
  return calls.map((shots, index) => {
    const [located, ...others] = shots
    const { crop } = located.view
    const place =
      calls.length > 1
        ? { tile: { index, count: calls.length, area: shareOf(crop, facts) } }
        : { tile: undefined, parts: others.length }
    return {
      messages: messagesOf(prepared, shots.map(pictureOf), place),
      toPixels: toPixels(located.view, seenSize(located.encoded, tokens), boxes),
      part: crop,
      position: { number: index + 1, of: calls.length }
    }
  })
}

function shareOf({ x0, y0, x1, y1 }: Box, { width, height }: SubjectFacts): Box {
  return { x0: x0 / width, y0: y0 / height, x1: x1 / width, y1: y1 / height }
}

function pictureOf({ encoded: { format, data } }: Shot): OutgoingPicture {
  return { kind: 'bytes', format, bytes: data }
}

function messagesOf(
  { task, options, choice, localText, language }: Prepared,
  pictures: readonly OutgoingPicture[],
  place: Pick<PromptContext, 'tile' | 'parts'>
): readonly ChatMessage[] {
  const context: PromptContext = { language, localText, boxes: choice.rules.boxes, ...place }
  return conversation(task, options, context).map(({ role, text, picture }) => ({
    role,
    text,
    ...(picture && { pictures })
  }))
}
