import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, startBrowser } from './browser.ts'
import { collectScript, type PageLine } from './collect.ts'
import type { PictureSpec, TruthPicture } from './picture.ts'

interface Drawn {
  /** Hash of all that was drawn, so that an unchanged set is not drawn again. */
  readonly fingerprint: string
  readonly pictures: TruthPicture[]
}

/** Draws the set into `folder` as `<name>.png` with `truth.json`, unless it is there already. */
export async function renderSet(specs: readonly PictureSpec[], folder: string): Promise<TruthPicture[]> {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([collectScript, specs]))
    .digest('hex')
  const truth = join(folder, 'truth.json')
  if (existsSync(truth)) {
    const drawn = JSON.parse(await readFile(truth, 'utf8')) as Drawn
    if (drawn.fingerprint === fingerprint) return drawn.pictures
  }
  await mkdir(folder, { recursive: true })
  const browser = await startBrowser()
  try {
    const pictures: TruthPicture[] = []
    for (const spec of specs) pictures.push(await draw(browser, spec, folder))
    await writeFile(truth, JSON.stringify({ fingerprint, pictures } satisfies Drawn))
    return pictures
  } finally {
    await browser.close()
  }
}

async function draw(browser: Browser, spec: PictureSpec, folder: string): Promise<TruthPicture> {
  const { name, category, width, height, scale } = spec
  const { png, values } = await browser.render(spec, [collectScript])
  await writeFile(join(folder, `${name}.png`), png)
  const tenths = (value: number): number => Math.round(value * scale * 10) / 10
  const lines = (values[0] as PageLine[]).map(({ text, box }) => ({
    text,
    box: [tenths(box[0]), tenths(box[1]), tenths(box[2]), tenths(box[3])] as const
  }))
  return { name, category, width: width * scale, height: height * scale, scale, lines }
}
