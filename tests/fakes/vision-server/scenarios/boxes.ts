import type { BoxSpace } from '../../../../main/tasks/task.ts'
import { boxList, fenced, seenBoxes, writeBox } from '../answers/boxes.ts'
import type { PictureFacts } from '../checks/picture-facts.ts'
import { questionOf } from '../wire/chat-body.ts'
import { sendText } from './playing.ts'
import type { ChatCall, Scenario } from './scenario.ts'

interface Item {
  readonly bbox_2d: readonly number[]
  readonly label: string
}

type Write = (items: readonly Item[], facts: PictureFacts) => string

/** All ways in which models were seen to write boxes. The boxes are those of a good answer where nothing else is said. */
export const boxScenarios: readonly Scenario[] = [
  boxes('fence', 'a fence that is closed', (items) => fenced('json', boxList(items))),
  boxes('open-fence', 'a fence that is never closed', (items) => `\`\`\`json\n${boxList(items)}`),
  boxes(
    'prose',
    'prose before and after',
    (items) => `Sure! Here is what I found:\n\n${boxList(items)}\n\nLet me know if you need more.`
  ),
  {
    id: 'boxes-truncated',
    summary: 'cut off inside the third item, finish length',
    chat: (call) => sendText(call, cut(fenced('json', boxList(itemsOf(call)))), 'length')
  },
  {
    id: 'boxes-duplicates',
    summary: 'one box 200 times until the limit of tokens',
    chat: (call) => sendText(call, cut(boxList([...itemsOf(call), ...copies(itemsOf(call)[0], 200)])), 'length')
  },
  boxes('over-range', 'values above 1000 and below 0', (items) =>
    boxList(items.map((item, index) => ({ ...item, bbox_2d: index === 0 ? [-20, 100, 450, 1100] : item.bbox_2d })))
  ),
  boxes('reversed', 'corners in the wrong order', (items) =>
    boxList(items.map(({ bbox_2d: [a, b, c, d], label }) => ({ bbox_2d: [c, d, a, b], label })))
  ),
  boxes('absolute', 'pixels of the picture that was sent', (_, facts) => inSpace('pixels', facts)),
  boxes('unit', 'numbers from 0 to 1', (_, facts) => inSpace('unit', facts)),
  boxes('y-first', 'box_2d with y before x', (_, facts) => inSpace('thousand-y-first', facts)),
  boxes('strings', 'numbers as strings', (items) =>
    boxList(items.map(({ bbox_2d: box, label }) => ({ bbox_2d: box.map(String), label })))
  ),
  boxes('nested', 'boxes in boxes', (items) =>
    boxList(items.map(({ bbox_2d: box, label }) => ({ bbox_2d: [box], label })))
  ),
  boxes('brackets', 'wrong brackets: invalid JSON', (items) => boxList(items).replaceAll('],"label"', ',"label"')),
  boxes('single-quotes', 'single quotes', (items) => boxList(items).replaceAll('"', "'")),
  boxes('comma', 'a comma too many', (items) => boxList(items).replace(/\n\]$/, ',\n]')),
  boxes('no-label', 'labels missing or under another key', (items) =>
    boxList(
      items.map(({ bbox_2d: box, label }, index) => (index === 0 ? { bbox_2d: box } : { bbox_2d: box, name: label }))
    )
  ),
  boxes('map', 'an object instead of a list', (items) =>
    JSON.stringify(Object.fromEntries(items.map(({ label, bbox_2d: box }, index) => [`${label} ${index}`, box])))
  ),
  boxes('zero-area', 'a box without area among good ones', (items) =>
    boxList([{ bbox_2d: [500, 500, 500, 800], label: 'nothing' }, ...items])
  ),
  boxes('empty', 'an empty list: nothing is there', () => fenced('json', '[]')),
  boxes('single', 'one object instead of a list', (items) => JSON.stringify(items[0]))
]

function boxes(name: string, summary: string, write: Write): Scenario {
  const chat = async (call: ChatCall): Promise<void> => sendText(call, write(itemsOf(call), factsOf(call)))
  return { id: `boxes-${name}`, summary, chat }
}

/** The good boxes on the grid of a thousand. */
function itemsOf(call: ChatCall): Item[] {
  return seenBoxes(questionOf(call.body)).map(({ label, corners }) => ({
    bbox_2d: corners.map((corner) => Math.round(corner * 1000)),
    label
  }))
}

function factsOf(call: ChatCall): PictureFacts {
  const picture = call.pictures.at(-1)
  if (picture === undefined) throw new Error('the checks let a request without a picture pass')
  return picture.facts
}

function inSpace(space: BoxSpace, facts: PictureFacts): string {
  return fenced('json', boxList(seenBoxes('').map((box) => writeBox(box, space, facts))))
}

function copies(item: Item | undefined, count: number): Item[] {
  return item === undefined ? [] : Array.from({ length: count }, () => item)
}

/** Ends inside the last item. */
function cut(text: string): string {
  return text.slice(0, text.lastIndexOf('{') + 20)
}
