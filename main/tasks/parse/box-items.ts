import { boxKeys, labelKeys, pointKeys } from './box-keys.ts'
import { isRecord, plainKey, textOf, valueOf } from './shape.ts'

/** Four numbers in the order in which the model wrote them. */
export type BoxNumbers = readonly [number, number, number, number]

/** One box as a model gave it. */
export interface BoxItem {
  readonly numbers: BoxNumbers
  /** Undefined when the model gave none. */
  readonly label: string | undefined
  readonly attributes: Readonly<Record<string, string>>
}

/** What a JSON value says of boxes. */
export interface BoxItems {
  readonly items: BoxItem[]
  /** Entries that were meant as boxes and are none. */
  invalid: number
  /** Entries that give a point only. */
  points: number
}

/** Boxes of a longer answer are left out. */
const maximumItems = 10_000
const maximumAttributes = 20

/** Collects boxes from any shape that models give them: lists, nested lists, objects by label, single objects. */
export function collectBoxes(value: unknown): BoxItems {
  const found: BoxItems = { items: [], invalid: 0, points: 0 }
  visit(value, undefined, found)
  return found
}

/** An empty list, alone or under keys, says that there is nothing of the kind. */
export function saysNone(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  const parts = isRecord(value) ? Object.values(value) : []
  return parts.length > 0 && parts.every((part) => Array.isArray(part) && part.length === 0)
}

function visit(value: unknown, label: string | undefined, found: BoxItems): void {
  if (found.items.length >= maximumItems) return
  if (Array.isArray(value)) visitList(value, label, found)
  else if (isRecord(value)) visitRecord(value, label, found)
}

function visitList(list: readonly unknown[], label: string | undefined, found: BoxItems): void {
  const numbers = readBox(list)
  if (numbers) found.items.push({ numbers, label, attributes: {} })
  else if (list.length > 0 && list.every((part) => !isRecord(part) && !Array.isArray(part))) found.invalid++
  else for (const part of list) visit(part, label, found)
}

function visitRecord(record: Record<string, unknown>, outer: string | undefined, found: BoxItems): void {
  const label = labelOf(record) ?? outer
  const box = valueOf(record, boxKeys) ?? readCorners(record)
  if (box !== undefined && !holdsRecords(box)) {
    const attributes = attributesOf(record, label)
    const before = found.items.length
    const labels = valueOf(record, ['labels', 'names', 'categories', 'classes'])
    visit(readCorners(box) ?? box, label, found)
    for (const [offset, item] of found.items.slice(before).entries()) {
      const own = Array.isArray(labels) ? textOf(labels[offset], 200) : undefined
      found.items[before + offset] = { ...item, label: own ?? item.label, attributes }
    }
    if (found.items.length === before && !Array.isArray(box)) found.invalid++
  } else if (valueOf(record, pointKeys) !== undefined) {
    found.points++
  } else {
    for (const [key, part] of Object.entries(record))
      visit(part, isWrapper(key) ? label : key.trim().slice(0, 200), found)
  }
}

function labelOf(record: Record<string, unknown>): string | undefined {
  return textOf(valueOf(record, labelKeys), 200)
}

/** Keys that name a list as a whole and not what is in it. */
function isWrapper(key: string): boolean {
  return /^(?:.*(?:objects?|detections?|results?|boxes|annotations?|instances?|items?|data|output|answer|predictions?)|\d+)$/u.test(
    plainKey(key)
  )
}

function holdsRecords(value: unknown): boolean {
  return Array.isArray(value) && value.some(isRecord)
}

/** Numbers, also as strings; pairs of corners or the points of an outline become the box around them. */
function readBox(list: readonly unknown[]): BoxNumbers | undefined {
  const numbers = list.map(readNumber)
  if (isFour(numbers)) return numbers
  const points = list.map((part) => (Array.isArray(part) && part.length === 2 ? part.map(readNumber) : undefined))
  if (points.length < 2 || points.length > 100 || !points.every(isPair)) return undefined
  const [first, second] = [points.map(([a]) => a), points.map(([, b]) => b)]
  return [Math.min(...first), Math.min(...second), Math.max(...first), Math.max(...second)]
}

function isFour(numbers: readonly (number | undefined)[]): numbers is BoxNumbers {
  return numbers.length === 4 && numbers.every((number) => number !== undefined)
}

function isPair(numbers: (number | undefined)[] | undefined): numbers is [number, number] {
  return numbers?.length === 2 && numbers.every((number) => number !== undefined)
}

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\s*-?[\d.]+\s*$/u.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

const corners: readonly (readonly [x0: string, y0: string, x1: string, y1: string])[] = [
  ['x1', 'y1', 'x2', 'y2'],
  ['x0', 'y0', 'x1', 'y1'],
  ['xmin', 'ymin', 'xmax', 'ymax'],
  ['left', 'top', 'right', 'bottom']
]

/** Corners by name, given back with that axis first which the model wrote first. */
function readCorners(value: unknown): BoxNumbers | undefined {
  if (!isRecord(value)) return undefined
  const keys = Object.keys(value).map(plainKey)
  for (const [x0, y0, x1, y1] of corners) {
    const order = keys.indexOf(y0) < keys.indexOf(x0) ? [y0, x0, y1, x1] : [x0, y0, x1, y1]
    const numbers = order.map((key) => readNumber(valueOf(value, [key])))
    if (isFour(numbers)) return numbers
  }
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => readNumber(valueOf(value, [key])))
  const sized = x !== undefined && y !== undefined && width !== undefined && height !== undefined
  return sized ? [x, y, x + width, y + height] : undefined
}

/** What else an entry says; the label is not repeated. */
function attributesOf(record: Record<string, unknown>, label: string | undefined): Record<string, string> {
  const others = Object.entries(record).flatMap(([key, value]) => {
    const text = textOf(value, 1000)
    const name = key.trim().slice(0, 100)
    return text === undefined || text === label || name === '' || placeKeys.has(plainKey(key))
      ? []
      : [[name, text] as const]
  })
  return Object.fromEntries(others.slice(0, maximumAttributes))
}

const placeKeys = new Set<string>([...boxKeys, ...pointKeys, ...corners.flat(), 'x', 'y', 'width', 'height'])
