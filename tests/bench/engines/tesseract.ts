import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { outputFolder } from '../folders.ts'
import type { Segment } from '../score.ts'
import { serve } from './serve.ts'

const source = join(import.meta.dirname, 'tesseract.c')

function changed(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Compiles the small program in `tesseract.c` unless it is newer than its source. */
function program(): string {
  const binary = join(outputFolder, 'tesseract')
  if (changed(binary) > changed(source)) return binary
  mkdirSync(outputFolder, { recursive: true })
  execFileSync('cc', ['-O2', source, '-o', binary, '-ltesseract', '-llept'])
  return binary
}

/** Words of Tesseract's table (level 5); a new line begins where page, block, paragraph or line changes. */
function parse(table: string): { text: string; segments: Segment[] } {
  const segments: Segment[] = []
  let text = ''
  let last = ''
  for (const row of table.split('\n')) {
    const cells = row.split('\t')
    const word = cells[11]
    if (cells[0] !== '5' || !word?.trim()) continue
    const line = cells.slice(1, 5).join()
    if (text) text += line === last ? ' ' : '\n'
    text += word
    last = line
    const [x = 0, y = 0, width = 0, height = 0] = cells.slice(6, 10).map(Number)
    segments.push({ text: word, box: [x, y, x + width, y + height] })
  }
  return { text, segments }
}

async function* answers(stream: Readable): AsyncGenerator<string, undefined> {
  let rest = Buffer.alloc(0)
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk as Buffer])
    const end = rest.indexOf(10)
    const length = Number(rest.subarray(0, end))
    if (end < 0 || rest.length < end + 1 + length) continue
    yield rest.subarray(end + 1, end + 1 + length).toString()
    rest = rest.subarray(end + 1 + length)
  }
}

await serve(async () => {
  const child = spawn(program(), ['chi_sim+eng'], { stdio: ['pipe', 'pipe', 'ignore'] })
  process.once('exit', () => child.kill())
  const tables = answers(child.stdout)
  return async ({ file }) => {
    child.stdin.write(`${file}\n`)
    const next = await tables.next()
    if (next.done) throw new Error('Tesseract ended')
    return parse(next.value)
  }
})
