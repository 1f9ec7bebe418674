import { createHash } from 'node:crypto'
import type { Reading } from '../../../main/engine/protocol/reading.ts'
import { catchUp } from '../../../main/library/index.ts'
import type { Store } from '../../../main/store/store.ts'
import { createUid } from '../../../main/store/uid.ts'

/** Entries of one transaction, as an import writes them. */
const portion = 500
/** 1 January 2025; one entry every ten minutes. */
const firstDay = 1_735_689_600_000
const gap = 600_000

/** Writes entries with readings as the app writes them: rows, result with every line, index. */
export async function fill(store: Store, count: number, write: () => string): Promise<void> {
  for (let start = 0; start < count; start += portion) {
    addEntries(store, start, Math.min(count, start + portion), write)
    await catchUp(store)
  }
}

/** Entries number `from` up to `to`, which are not in the index yet. */
export function addEntries(store: Store, from: number, to: number, write: () => string): void {
  store.transaction(() => {
    for (let index = from; index < to; index++) addEntry(store, index, write())
  })
}

function addEntry(store: Store, index: number, text: string): void {
  const created = firstDay + index * gap
  const picture = createHash('sha256').update(String(index)).digest('hex')
  store.run(`INSERT INTO picture (id, format, bytes, width, height, added) VALUES (?, 'png', 250000, 1280, 800, ?)`, [
    picture,
    created
  ])
  const { lastInsertRowid: job } = store.run(
    `INSERT INTO job (uid, picture, name, source, task, engine, fingerprint, state, created, finished, starred)
     VALUES (?, ?, ?, 'capture', 'read', 'device', ?, 'done', ?, ?, ?)`,
    [createUid(created), picture, `Screenshot ${index}.png`, picture, created, created + 900, index % 500 === 0 ? 1 : 0]
  )
  store.run(`INSERT INTO result (job, kind, text, body, created) VALUES (?, 'reading', ?, ?, ?)`, [
    job,
    text,
    JSON.stringify(readingOf(text)),
    created + 900
  ])
}

/** Lines of 40 characters with a place for each of them, in numbers as long as those of the engine. */
function readingOf(text: string): Reading {
  const lines = (text.match(/[^\n]{1,40}/gu) ?? []).map((line, row) => {
    const characters = Array.from(line)
    const y = 20.5 + row * 24.25
    return {
      text: line,
      quad: [
        [12.25, y],
        [612.75, y],
        [612.75, y + 20],
        [12.25, y + 20]
      ] as Reading['lines'][number]['quad'],
      confidence: 0.9876,
      positions: characters.map((_, place) => Number(((place + 0.5) / characters.length).toFixed(4))),
      confidences: characters.map((_, place) => Number((0.9 + (place % 97) / 1000).toFixed(4))),
      vertical: false
    }
  })
  const milliseconds = { decode: 8, detect: 120, recognise: 310, model: 400, total: 440 }
  return { width: 1280, height: 800, turn: 0, lines, rulings: [], pack: 'ppocr-v4-mobile', milliseconds }
}
