/** `npm run bench:encode`: encodes pictures for models with Glyphlens and in the original way, side by side. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { createEngine } from '../../main/engine/client.ts'
import { prepareImaging } from '../../main/engine/worker/imaging/prepare.ts'
import { threadsFor } from '../../main/engine/worker/ocr/graph/threads.ts'
import { compare } from './encode/compare.ts'
import { pictures } from './encode/pictures.ts'
import { hasPillow, missing, startPillow } from './encode/pillow.ts'
import { reportOf } from './encode/report.ts'
import type { Row } from './encode/row.ts'
import { outputFolder } from './folders.ts'

const { only, rounds } = new Command('bench:encode')
  .description('Encodes pictures for models with Glyphlens and as Pillow does by default, side by side.')
  .option('--only <regexp>', 'only pictures whose names match', (text) => new RegExp(text), /./)
  .option('--rounds <count>', 'how often both are timed, in turn', toCount, 3)
  .parse()
  .opts<{ only: RegExp; rounds: number }>()

if (hasPillow()) await run()
else {
  console.error(missing)
  process.exitCode = 1
}

async function run(): Promise<void> {
  await mkdir(outputFolder, { recursive: true })
  prepareImaging({ threads: threadsFor(0) })
  const engine = createEngine({ cache: join(outputFolder, 'graphs') })
  const pillow = await startPillow()
  const rows: Row[] = []
  try {
    for (const picture of pictures().filter(({ name }) => only.test(name))) {
      rows.push(...(await compare(picture, { pillow, engine, rounds })))
      console.log(picture.name)
    }
  } finally {
    await pillow.close()
    await engine.close()
  }
  await writeFile(join(outputFolder, 'encode.json'), JSON.stringify(rows))
  console.log(`\n${reportOf(rows, 'as it is')}\n\n${reportOf(rows, 'fitted')}`)
}

function toCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 100) throw new InvalidArgumentError('A number from 1 to 100.')
  return count
}
