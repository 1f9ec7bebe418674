import { type Said, say } from '../../saying.ts'
import type { VisionFailure } from '../failure.ts'
import { nextModel } from '../fallback.ts'
import type { PictureRules } from '../preset.ts'
import { type Choice, rulesOf, type Stored } from './choose.ts'
import type { Prepared } from './prepare.ts'

interface NextChoice {
  readonly choice: Choice
  /** Said to the person. */
  readonly notice: Said
}

/** What to change before the next try; undefined when nothing is left to change. `tried` are the models so far. */
export function nextChoice(
  { choice, subject }: Pick<Prepared, 'choice' | 'subject'>,
  failure: VisionFailure,
  change: 'smaller' | 'other-model',
  tried: readonly string[],
  { preferences }: Stored
): NextChoice | undefined {
  if (change === 'other-model') {
    const model = nextModel(choice.endpoint.preset, choice.model, tried)
    if (model === undefined) return undefined
    return {
      choice: { ...choice, model, rules: rulesOf(choice.endpoint, model, preferences) },
      notice: say(`“${choice.model}” is not to be had, so “${model}” was asked.`, 'sent.other-model', {
        wanted: choice.model,
        asked: model
      })
    }
  }
  if (subject.kind === 'address') return undefined
  const asked = failure.retry.kind === 'smaller' ? failure.retry.maximumSide : undefined
  const sent = subject.showing.calls.flat().flatMap(({ encoded: { width, height } }) => [width, height])
  const side = asked ?? Math.floor(Math.max(...sent) * 0.75)
  const rules = withSide(choice.rules, side)
  if (rules === undefined) return undefined
  const pixels = rules.maximumSide
  const message = `The provider refused the picture's size, so it was sent with sides of at most ${pixels} pixels.`
  return { choice: { ...choice, rules }, notice: say(message, 'sent.smaller', { pixels }) }
}

/** The same rules with a lower limit, on the grid; undefined when it is none or too low to be of use. */
function withSide(rules: PictureRules, side: number): PictureRules | undefined {
  const maximumSide = Math.floor(side / rules.snap) * rules.snap
  if (maximumSide >= rules.maximumSide || maximumSide < Math.max(rules.minimumSide, 64)) return undefined
  return { ...rules, maximumSide, maximumPixels: Math.min(rules.maximumPixels, maximumSide * maximumSide) }
}
