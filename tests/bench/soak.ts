/** `npm run bench:soak`: reads many pictures with one engine and tells whether its memory grows. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { startEngine } from './engines/process.ts'
import { outputFolder } from './folders.ts'
import { growthOf, mean } from './growth.ts'
import { familyOf, residentOf } from './machine.ts'
import { picturesOf } from './sets.ts'

/** Pictures after which all buffers have their size. */
const warmUp = 50
/** Most that the memory may grow after that. */
const limit = 0.05

const { pictures: count } = new Command('bench:soak')
  .description('Reads the tuning pictures over and over with one engine and samples its memory after each.')
  .option('--pictures <count>', 'how many to read, at least 150', toCount, 500)
  .parse()
  .opts<{ pictures: number }>()

const pictures = await picturesOf('tuning')
const engine = await startEngine('ours', { BENCH_CACHE: join(outputFolder, 'graphs') })
const samples: number[] = []
try {
  for (let index = 0; index < count; index++) {
    const picture = pictures[index % pictures.length]
    if (!picture) break
    const { error } = await engine.ask({ file: picture.file })
    if (error) throw new Error(`${picture.name}: ${error}`)
    samples.push(residentMegabytes())
    if (samples.length % pictures.length === 0) {
      const round = mean(samples.slice(-pictures.length))
      console.log(`${samples.length} pictures: ${round.toFixed(0)} MB, mean of the last ${pictures.length}`)
    }
  }
} finally {
  await engine.close()
}

const growth = growthOf(samples, warmUp, pictures.length)
await mkdir(outputFolder, { recursive: true })
await writeFile(join(outputFolder, 'soak.json'), JSON.stringify({ samples, ...growth }))
const met = growth.share < limit
console.log(
  `${met ? 'met' : 'MISSED'}: ${growth.early.toFixed(0)} MB after ${warmUp} pictures, ${growth.late.toFixed(0)} MB after ` +
    `${count}: ${(growth.share * 100).toFixed(1)} % (less than ${limit * 100} % is wanted); peak ${growth.peak.toFixed(0)} MB`
)
if (!met) process.exitCode = 1

/** Of the engine itself: the largest of the processes behind the client. */
function residentMegabytes(): number {
  const [, ...behind] = familyOf(engine.pid)
  return Math.max(...behind.map(residentOf))
}

function toCount(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 150 || value > 1_000_000) {
    throw new InvalidArgumentError('A number from 150 to 1000000.')
  }
  return value
}
