import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Fixture, readingFixtures } from '../fixtures/reading/truth.ts'
import { distance } from './distance.ts'
import { type Floor, percent } from './floor.ts'
import { readFolder } from './read.ts'

const predictionSchema = z.object({ file: z.string(), text: z.string() })
const fixtureFolder = join(import.meta.dirname, '../fixtures/reading')

/** Reads the project's own drawn pictures: what is left where the real ones are not present. */
export async function measureFixtures(outputFolder: string): Promise<Floor> {
  const predictions = join(outputFolder, 'fixtures.jsonl')
  await readFolder(fixtureFolder, predictions)
  const texts = new Map(
    (await readFile(predictions, 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => predictionSchema.parse(JSON.parse(line)))
      .map(({ file, text }) => [file.slice(fixtureFolder.length + 1), squeeze(text)])
  )
  let wrong = 0
  let characters = 0
  let found = 0
  let lines = 0
  for (const fixture of readingFixtures()) {
    const score = scoreFixture(fixture, texts.get(fixture.file) ?? '')
    console.log(`${fixture.name.padEnd(24)} ${percent(score.wrong / Math.max(1, score.characters)).padStart(8)} wrong`)
    wrong += score.wrong
    characters += score.characters
    found += score.found
    lines += fixture.lines.length
  }
  return { characterErrorRate: wrong / characters, lineRecall: found / lines }
}

function scoreFixture(fixture: Fixture, text: string): { wrong: number; characters: number; found: number } {
  const truth = squeeze(fixture.lines.map((line) => line.text).join(''))
  return {
    wrong: distance(truth, text),
    characters: Array.from(truth).length,
    found: fixture.lines.filter((line) => text.includes(squeeze(line.text))).length
  }
}

/** Spaces say little about letters, and Chinese has none. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '')
}
