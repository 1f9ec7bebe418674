import type { EntrySummary, EntryView, Hit, LibraryPage, Search } from '../../../preload/contract/library.ts'
import type { Said } from '../../../preload/contract/result.ts'
import { linesOf, samplePictures } from './texts.ts'

/** Noon of the day that the sample library was filled, in milliseconds since 1970. */
export const sampleNoon = Date.UTC(2026, 10, 30, 12)

const shapes = [
  { task: 'read', engine: 'device', state: 'done', kind: 'reading' },
  { task: 'chart', engine: 'modelscope', state: 'done', kind: 'chart' },
  { task: 'table', engine: 'modelscope', state: 'done', kind: 'tables' },
  { task: 'describe', engine: 'modelscope', state: 'running' },
  { task: 'ask', engine: 'modelscope', state: 'waiting', reason: 'quota', notBefore: sampleNoon + 12 * 3_600_000 },
  { task: 'detect', engine: 'modelscope', state: 'done', kind: 'boxes' },
  {
    task: 'ask',
    engine: 'modelscope',
    state: 'failed',
    failure: { code: 'vision-auth', message: 'The provider does not accept the key.', advice: 'Check the key.' }
  }
] as const

/** Entry `id` of the sample library; the higher the newer, as in a real one. */
export function sampleEntry(id: number, newest: number): EntrySummary {
  const place = id % samplePictures.length
  const shape = shapes[id % shapes.length] ?? shapes[0]
  const picture = samplePictures[place] ?? samplePictures[0]
  const isDone = shape.state === 'done'
  const created = sampleNoon - (newest - id) * 47 * 60_000
  return {
    id,
    uid: id.toString(16).padStart(32, '0'),
    name: `${picture.name}.png`,
    source: id % 3 === 0 ? 'capture' : 'file',
    task: shape.task,
    engine: shape.engine,
    ...(shape.engine === 'device' ? {} : { model: 'Qwen/Qwen3-VL-30B-A3B-Instruct' }),
    state: shape.state,
    ...('reason' in shape ? { reason: shape.reason, notBefore: shape.notBefore } : {}),
    ...('failure' in shape ? { failure: shape.failure } : {}),
    ...('kind' in shape ? { kind: shape.kind } : {}),
    created,
    ...(isDone ? { finished: created + 1400 } : {}),
    starred: id % 11 === 0,
    preview: isDone ? picture.lines.join('\n') : '',
    boxes: shape.task === 'detect' ? 2 : 0,
    picture: {
      id: String(place).padStart(64, '0'),
      format: 'png',
      bytes: picture.bytes,
      width: picture.width,
      height: picture.height
    }
  }
}

/** A page of the sample library: words are looked for in names and previews, letter by letter. */
export function samplePage(
  count: number,
  search: Search,
  changed: (entry: EntrySummary) => EntrySummary | undefined
): LibraryPage {
  if (search.ids !== undefined) {
    const { ids, ...others } = search
    const { hits } = samplePage(count, { ...others, limit: ids }, changed)
    return { hits: [], ids: hits.map(({ entry }) => entry.id) }
  }
  const limit = search.limit ?? 50
  const words = (search.words ?? '').trim().toLowerCase()
  const filters = search.filters ?? {}
  const hits: Hit[] = []
  if (count > 10_000 && words === '' && Object.keys(filters).length === 0) return plainPage(count, search, changed)
  let skip = search.skip ?? 0
  let total = 0
  let next: number | undefined
  for (let id = search.cursor === undefined ? count : Number(search.cursor); id > 0; id -= 1) {
    const entry = changed(sampleEntry(id, count))
    if (entry === undefined || !passes(entry, filters)) continue
    const at = entry.preview.toLowerCase().indexOf(words)
    if (at < 0) continue
    total += 1
    skip -= 1
    if (skip >= 0) continue
    if (hits.length === limit) {
      next ??= id
      if (search.total !== true || words !== '') break
    } else hits.push(words === '' ? { entry } : { entry, snippet: snippetOf(entry.preview, at, words.length) })
  }
  return {
    hits,
    ...(next === undefined ? {} : { next: String(next) }),
    ...(search.total === true && words === '' ? { total } : {})
  }
}

/** Without looking at every entry: a bench opens lists of a hundred thousand, and the fake shares its thread with the page. */
function plainPage(
  count: number,
  search: Search,
  changed: (entry: EntrySummary) => EntrySummary | undefined
): LibraryPage {
  const hits: Hit[] = []
  let id = (search.cursor === undefined ? count : Number(search.cursor)) - (search.skip ?? 0)
  for (; id > 0 && hits.length < (search.limit ?? 50); id -= 1) {
    const entry = changed(sampleEntry(id, count))
    if (entry !== undefined) hits.push({ entry })
  }
  return { hits, ...(id > 0 ? { next: String(id) } : {}), ...(search.total === true ? { total: count } : {}) }
}

function passes(entry: EntrySummary, filters: NonNullable<Search['filters']>): boolean {
  return (
    (filters.tasks?.includes(entry.task) ?? true) &&
    (filters.sources?.includes(entry.source) ?? true) &&
    (filters.states?.includes(entry.state) ?? true) &&
    (filters.starred !== true || entry.starred) &&
    (filters.boxes !== true || entry.boxes > 0) &&
    (filters.from === undefined || entry.created >= filters.from) &&
    (filters.to === undefined || entry.created < filters.to)
  )
}

function snippetOf(text: string, at: number, length: number): NonNullable<Hit['snippet']> {
  const start = Math.max(0, at - 30)
  const cut = text.slice(start, at + 60).replaceAll('\n', ' ')
  return {
    text: cut,
    ranges: [[at - start, at - start + length]],
    cut: { before: start > 0, after: at + 60 < text.length }
  }
}

/** All of an entry, with an answer of the kind that its task gives. */
export function sampleView(summary: EntrySummary): EntryView {
  const place = Number(summary.picture.id)
  const isRead = summary.task === 'read'
  const text = summary.state === 'done' ? textOf(summary, place) : ''
  return {
    ...summary,
    origin: `/home/ada/pictures/${summary.name}`,
    ...(summary.task === 'ask' ? { question: 'What does it say about the price?' } : {}),
    text,
    isEdited: false,
    ...(isRead ? { layout: 'paragraphs' as const } : {}),
    lines: isRead ? linesOf(place) : [],
    codes: [],
    notices: [],
    turn: 0,
    ...(summary.state === 'done' && !isRead ? { answer: answerOf(summary, text) } : {}),
    ...(isRead || summary.state !== 'done'
      ? {}
      : {
          usage: {
            calls: 1,
            promptTokens: 846,
            estimatedTokens: 782,
            completionTokens: 212,
            sentBytes: summary.picture.bytes,
            milliseconds: 2380,
            ...(summary.model === undefined ? {} : { model: summary.model })
          }
        }),
    turns: [],
    found: [],
    siblings: []
  }
}

function textOf(summary: EntrySummary, place: number): string {
  if (summary.kind === 'chart')
    return '| Month | Visitors |\n| --- | ---: |\n| Jan | 310 |\n| Feb | 280 |\n| Mar | 420 |'
  if (summary.kind === 'tables') return '| Order | Qty |\n| --- | ---: |\n| B-2041 | 14 |\n| B-2042 | 6 |'
  if (summary.kind === 'boxes') return '- logo\n- total'
  return linesOf(place)
    .map((line) => line.text)
    .join('\n')
}

function answerOf(summary: EntrySummary, text: string): NonNullable<EntryView['answer']> {
  const notices: Said[] = []
  if (summary.kind === 'chart') {
    return {
      kind: 'chart',
      text,
      notices,
      prose: 'Visitors rise from winter to June.',
      chart: {
        title: 'Visitors to the reading room, 2026',
        type: 'bar',
        x: { title: 'Month' },
        y: { title: 'Visitors' },
        series: [{ name: 'Visitors' }],
        rows: [
          { label: 'Jan', values: [310] },
          { label: 'Feb', values: [280] },
          { label: 'Mar', values: [420] },
          { label: 'Apr', values: [560] },
          { label: 'May', values: [640] },
          { label: 'Jun', values: [720] }
        ]
      }
    }
  }
  if (summary.kind === 'tables') {
    return {
      kind: 'tables',
      text,
      notices,
      prose: '',
      tables: [
        {
          title: 'Orders of the week',
          header: ['Order', 'Customer', 'Qty', 'Total'],
          rows: [
            ['B-2041', 'Marlow & Finch', '14', '1,176.00'],
            ['B-2042', 'Studio Kappa', '6', '411.00'],
            ['B-2043', '蓝鲸设计', '40', '3,160.00']
          ]
        }
      ]
    }
  }
  if (summary.kind === 'boxes') {
    return {
      kind: 'boxes',
      text,
      notices,
      prose: '',
      detections: [
        { label: 'heading', box: { x0: 30, y0: 20, x1: 300, y1: 60 } },
        { label: 'total', box: { x0: 30, y0: 300, x1: 220, y1: 340 }, attributes: { colour: 'black' } }
      ]
    }
  }
  return { kind: 'text', text, notices }
}
