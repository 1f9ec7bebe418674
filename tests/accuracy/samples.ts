import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Floor, percent } from './floor.ts'
import { readFolder } from './read.ts'

const summarySchema = z.object({ n: z.number(), cerNs: z.number().nullable(), lineRecall90: z.number().nullable() })
const scoresSchema = z.object({ kinds: z.record(z.string(), summarySchema), all: summarySchema })
type Summary = z.infer<typeof summarySchema>

/** Real pictures with their text, and the program that compares; both lie beside the project where they are present. */
export const sampleFolder = resolve(import.meta.dirname, '../../../shared/samples/ocr')
const scorer = resolve(sampleFolder, '../../score.mjs')

/** Reads the real pictures, prints the figures by kind of picture, and gives the ones that the floor holds. */
export async function measureSamples(outputFolder: string): Promise<Floor> {
  const predictions = join(outputFolder, 'predictions.jsonl')
  await readFolder(join(sampleFolder, 'images'), predictions)
  const scoring = [scorer, '--pred', predictions, '--truth', join(sampleFolder, 'truth.jsonl'), '--json']
  const { stdout } = await promisify(execFile)(process.execPath, scoring)
  const { kinds, all } = scoresSchema.parse(JSON.parse(stdout))

  for (const [kind, summary] of Object.entries(kinds)) console.log(row(kind, summary))
  console.log(row('all', all))
  if (all.cerNs === null || all.lineRecall90 === null) throw new Error('No picture could be scored')
  return { characterErrorRate: all.cerNs, lineRecall: all.lineRecall90 }
}

/** A share in a column; a kind of picture without whole texts has none. */
function share(value: number | null): string {
  return (value === null ? '-' : percent(value)).padStart(8)
}

function row(kind: string, { n, cerNs, lineRecall90 }: Summary): string {
  return `${kind.padEnd(24)} ${String(n).padStart(3)} pictures ${share(cerNs)} wrong ${share(lineRecall90)} of lines found`
}
