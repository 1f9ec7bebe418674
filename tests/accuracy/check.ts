import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { measureFixtures } from './fixtures.ts'
import { floorSchema, judge, percent } from './floor.ts'
import { measureSamples, sampleFolder } from './samples.ts'

const floors = z
  .object({ samples: floorSchema, fixtures: floorSchema })
  .parse(JSON.parse(readFileSync(new URL('floor.json', import.meta.url), 'utf8')))

const outputFolder = resolve(import.meta.dirname, '../../out/accuracy')
mkdirSync(outputFolder, { recursive: true })

const real = existsSync(sampleFolder)
if (!real) console.log('The real pictures (../shared/samples/ocr) are not here: the drawn ones are read instead.')
const set = real ? 'samples' : 'fixtures'
const measured = real ? await measureSamples(outputFolder) : await measureFixtures(outputFolder)
const { failures, better } = judge(measured, floors[set])

const { characterErrorRate, lineRecall } = measured
console.log(
  `Accuracy on ${set}: ${percent(characterErrorRate)} of characters wrong, ${percent(lineRecall)} of lines found.`
)
if (better !== undefined)
  console.log(`The floor in tests/accuracy/floor.json could be raised: ${JSON.stringify(better)}`)
for (const failure of failures) console.error(`Worse than the floor: ${failure}.`)
if (failures.length > 0) process.exitCode = 1
