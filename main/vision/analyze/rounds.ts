import type { Box } from '../../engine/protocol/geometry.ts'
import { conversation } from '../../tasks/conversation.ts'
import type { ParseContext, PromptContext } from '../../tasks/task.ts'
import { toPixels } from '../boxes/to-pixels.ts'
import { seenSize } from '../budget/tokens.ts'
import type { ChatMessage, OutgoingPicture } from '../chat.ts'
import type { Prepared } from './prepare.ts'
import type { Shot } from './show.ts'

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
  const { calls } = subject.showing
  const { boxes, tokens } = prepared.choice.rules
  return calls.map((shots, index) => {
    const [located, ...parts] = shots
    const tile = calls.length > 1 ? { index, count: calls.length } : undefined
    return {
      messages: messagesOf(prepared, shots.map(pictureOf), { tile, parts: parts.length }),
      toPixels: toPixels(located.view, seenSize(located.encoded, tokens), boxes),
      part: located.view.crop,
      position: { number: index + 1, of: calls.length }
    }
  })
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
