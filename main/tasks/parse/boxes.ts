import { type Said, say } from '../../saying.ts'
import { promptLanguage, type Wording } from '../prompt/language.ts'
import { type Detection, detection, type TaskResult } from '../result.ts'
import type { ParseContext } from '../task.ts'
import { writeDetections } from '../write/detections.ts'
import { type BoxItem, type BoxItems, collectBoxes, saysNone } from './box-items.ts'
import { countEvenCopies, dropDuplicates } from './box-repeats.ts'
import { salvageBoxes } from './box-salvage.ts'
import { cleanAnswer } from './clean.ts'
import { type FoundJson, findJson } from './json.ts'
import { boundNotices, counted, firstNotices, repaired } from './notices.ts'
import { proseOf } from './prose.ts'
import { textResult } from './text.ts'

const maximumDetections = 5000

/** An answer with boxes; without any, and without an empty list, it becomes text. */
export function parseBoxes(text: string, context: ParseContext): TaskResult {
  const answer = cleanAnswer(text)
  const found = readAnswer(answer, context.truncated)
  const notices = [...firstNotices(context), ...found.notices]
  const placed = placeItems(found.items, context, notices)
  const { kept, dropped } = dropDuplicates(placed)
  if (dropped > 0)
    notices.push(
      leftOut(dropped, 'box that repeats another was', 'boxes that repeat others were', 'answer.repeated-boxes')
    )
  if (kept.length > maximumDetections) {
    const message = `Only the first ${maximumDetections} boxes were kept.`
    notices.push(say(message, 'answer.most-boxes', { count: maximumDetections }))
  }
  const detections = kept.slice(0, maximumDetections)
  if (detections.length === 0 && !found.none) return textResult(answer, context, [...notices, noBoxes])
  return {
    kind: 'boxes',
    text: detections.length > 0 ? writeDetections(detections) : none[promptLanguage(context.options, 'en')],
    notices: boundNotices(notices),
    detections,
    prose: found.prose
  }
}

const none: Wording = { en: 'Nothing of the kind was found.', 'zh-CN': '没有找到这样的物体。' }
const noBoxes = say('The answer holds no boxes that could be used.', 'answer.no-boxes')

type LeftOut = 'answer.repeated-boxes' | 'answer.unusable-boxes' | 'answer.flat-boxes' | 'answer.outside-boxes'

function leftOut(count: number, one: string, many: string, name: LeftOut): Said {
  return say(`${counted(count, one, many)} left out.`, name, { count })
}

interface Answer {
  readonly items: readonly BoxItem[]
  /** The model says that there is nothing. */
  readonly none: boolean
  readonly prose: string
  readonly notices: readonly Said[]
}

/** Takes the boxes of all JSON values; where those are broken, whichever of repair and salvage gives more. */
function readAnswer(answer: string, truncated: boolean): Answer {
  const values = [...findJson(answer, truncated)].map((json) => ({ json, boxes: collectBoxes(json.value) }))
  const used = values.filter(({ boxes }) => boxes.items.length + boxes.invalid + boxes.points > 0)
  const items = used.flatMap(({ boxes }) => boxes.items)
  const isSound = used.length > 0 && used.every(({ json, boxes }) => !json.repaired && !json.cut && boxes.invalid === 0)
  const salvaged = isSound ? [] : salvageBoxes(answer, truncated)
  if (isRicher(salvaged, items)) {
    return {
      items: salvaged,
      none: false,
      prose: '',
      notices: [say('The answer was no valid JSON: its boxes were picked out one by one.', 'answer.boxes-picked-out')]
    }
  }
  const empty = values.filter(({ json }) => !json.cut && saysNone(json.value))
  const ranges = (used.length > 0 ? used : empty).map(({ json }) => json)
  return {
    items,
    none: items.length === 0 && used.length === 0 && empty.length > 0,
    prose: proseOf(answer, ranges),
    notices: noticesOf(used)
  }
}

/** More boxes, or as many with more labels. */
function isRicher(items: readonly BoxItem[], others: readonly BoxItem[]): boolean {
  return items.length === others.length ? countLabelled(items) > countLabelled(others) : items.length > others.length
}

function countLabelled(items: readonly BoxItem[]): number {
  return items.filter(({ label }) => label !== undefined).length
}

function noticesOf(used: readonly { readonly json: FoundJson; readonly boxes: BoxItems }[]): Said[] {
  const invalid = used.reduce((sum, { boxes }) => sum + boxes.invalid, 0)
  const points = used.reduce((sum, { boxes }) => sum + boxes.points, 0)
  return [
    ...(used.some(({ json }) => json.repaired) ? [repaired] : []),
    ...(used.some(({ json }) => json.cut)
      ? [say('The list ended in the middle: its last entry may be missing.', 'answer.list-ended')]
      : []),
    ...(invalid > 0
      ? [
          leftOut(
            invalid,
            'entry without a usable box was',
            'entries without a usable box were',
            'answer.unusable-boxes'
          )
        ]
      : []),
    ...(points > 0
      ? [
          say(`${counted(points, 'point was', 'points were')} left out: only boxes are kept.`, 'answer.points', {
            count: points
          })
        ]
      : [])
  ]
}

/** Brings boxes to pixels; tells in `notices` how many have no area or lie outside. */
function placeItems(items: readonly BoxItem[], context: ParseContext, notices: Said[]): Detection[] {
  const solid = items.filter(({ numbers: [a, b, c, d] }) => a !== c && b !== d)
  const placed = solid.flatMap((item) => placeItem(item, context))
  const [flat, outside] = [items.length - solid.length, solid.length - placed.length]
  if (flat > 0)
    notices.push(leftOut(flat, 'box without any area was', 'boxes without any area were', 'answer.flat-boxes'))
  if (outside > 0)
    notices.push(
      leftOut(outside, 'box outside the picture was', 'boxes outside the picture were', 'answer.outside-boxes')
    )
  const copies = countEvenCopies(solid)
  if (copies > 0)
    notices.push(
      say(
        `${copies} boxes of one size follow each other at even distances: the model may have counted on without looking.`,
        'answer.even-boxes',
        { count: copies }
      )
    )
  return placed
}

function placeItem(item: BoxItem, context: ParseContext): Detection[] {
  const box = context.toPixels(item.numbers)
  const attributes = Object.keys(item.attributes).length > 0 ? { attributes: item.attributes } : {}
  const parsed = detection.safeParse({ label: labelFor(item, context.options.categories ?? []), box, ...attributes })
  return parsed.success && parsed.data.box.x1 > parsed.data.box.x0 && parsed.data.box.y1 > parsed.data.box.y0
    ? [parsed.data]
    : []
}

/** The category in the person's own spelling; a box without a label has the only category that was asked for. */
function labelFor({ label }: BoxItem, categories: readonly string[]): string {
  const [only, another] = categories
  if (label === undefined) return only !== undefined && another === undefined ? only : 'object'
  return categories.find((category) => category.toLowerCase() === label.toLowerCase()) ?? label
}
