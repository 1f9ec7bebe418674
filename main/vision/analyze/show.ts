import type { EncodedPicture, Engine } from '../../engine/client.ts'
import type { PictureFacts } from '../../engine/protocol/picture.ts'
import type { View } from '../../engine/protocol/view.ts'
import { Failure } from '../../failure.ts'
import { partialPicture } from '../../pictures/partial.ts'
import { type Said, say, saying } from '../../saying.ts'
import type { Task } from '../../tasks/task.ts'
import { lostText, planPicture } from '../budget/plan.ts'
import { imageTokens } from '../budget/tokens.ts'
import type { PictureRules } from '../preset.ts'

/** A view of the picture, encoded as the provider wants it. */
export interface Shot {
  readonly view: View
  readonly encoded: EncodedPicture
  /** Estimated by the provider's rule. */
  readonly tokens: number
}

/** A picture made ready for one model. */
export interface Showing {
  /**
   * The views of each call. The first one of a call is what the answer is about: the whole picture, behind which its parts
   * in native pixels may follow; or one part, behind which the whole follows, at a glance.
   */
  readonly calls: readonly (readonly [Shot, ...Shot[]])[]
  readonly notices: readonly Said[]
}

/** Upright size in pixels, and the type of the file. */
export type SubjectFacts = Pick<PictureFacts, 'format' | 'width' | 'height'>

interface ShowOptions {
  readonly rules: PictureRules
  readonly task: Pick<Task, 'picture' | 'merge'>
  /** Whether the person wants a large picture sent in parts. */
  readonly tiles: boolean
  readonly signal?: AbortSignal
}

/** A quarter of the calls that the thriftiest provider gives for a model and day; the engine takes 64 views. */
const mostParts = 48

/** Plans and encodes what a model gets to see. Throws `picture-too-many-pixels`, and what the engine throws. */
export async function showPicture(
  engine: Pick<Engine, 'encode'>,
  bytes: Uint8Array,
  facts: SubjectFacts,
  { rules, task, tiles, signal }: ShowOptions
): Promise<Showing> {
  const detail = task.picture === 'detail'
  const plan = planPicture(facts, gridFor(facts, rules), { detail: detail && tiles ? 'tiles' : 'fit' })
  if (plan.tiles.length > mostParts) throw tooManyParts(plan.tiles.length)
  const isApart = plan.tiles.length > 0 && task.merge !== undefined
  const views = [isApart ? plan.glance : plan.overview, ...plan.tiles]
  const encoding = { formats: rules.formats, bytes: bytesOf(isApart ? 2 : views.length, rules) }
  const encoded = await engine.encode(bytes, views, encoding, signal ? { signal } : {})
  const shots = views.map((view, index): Shot => {
    const picture = encoded[index]
    if (!picture) throw new TypeError('the engine encoded fewer views than it was given')
    return { view, encoded: picture, tokens: imageTokens(picture, rules.tokens) }
  })
  const [whole, ...parts] = shots
  if (!whole) throw new TypeError('a plan has no view')
  // Where there are parts, small text is read in them.
  const readIn = parts.length > 0 ? parts : [whole]
  const lost = detail ? lostText(Math.min(...readIn.map(scaleOf)), rules.legible) : undefined
  return {
    calls: isApart ? parts.map((part) => [part, whole] as const) : [[whole, ...parts]],
    notices: [
      ...(shots.some(({ encoded: { partial } }) => partial) ? [partialPicture] : []),
      ...(lost === undefined ? [] : [smallTextLost(lost, tiles)])
    ]
  }
}

/** Most bytes of each of so many pictures of one call. */
function bytesOf(count: number, { bytes, callBytes }: PictureRules): number {
  return Math.min(bytes, Math.floor(callBytes / count))
}

/** Pixels that were sent for one of the picture: the limit of bytes may have taken more than was planned. */
function scaleOf({ view: { crop, content, canvas }, encoded }: Shot): number {
  const across = (content.width / (crop.x1 - crop.x0)) * (encoded.width / canvas.width)
  const down = (content.height / (crop.y1 - crop.y0)) * (encoded.height / canvas.height)
  return Math.min(across, down)
}

function tooManyParts(count: number): Failure {
  return new Failure('picture-too-many-pixels', `In full size this picture would go out in ${count} parts.`, {
    advice: `${mostParts} are the most: cut out what matters, or send it whole.`,
    saying: saying('sent.parts', { count, most: mostParts })
  })
}

/**
 * A JPEG that fits goes out as the file that it is: a rim up to the provider's grid would mean encoding it once more, for
 * half as many bytes again and a loss that the provider's own resampling by less than a cell does not have.
 */
function gridFor({ format, width, height }: SubjectFacts, rules: PictureRules): PictureRules {
  const fits = Math.max(width, height) <= rules.maximumSide && width * height <= rules.maximumPixels
  return format === 'jpeg' && fits ? { ...rules, snap: 1 } : rules
}

function smallTextLost(height: number, inParts: boolean): Said {
  const instead = inParts ? 'Cut out what matters.' : 'Send it in parts, or cut out what matters.'
  const message = `The picture is so large that the model gets text of 12 pixels only ${height.toFixed(1)} pixels high, too small to be read. ${instead}`
  return say(message, 'sent.small-text', { pixels: Number(height.toFixed(1)), inParts })
}
