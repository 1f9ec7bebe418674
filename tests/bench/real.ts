import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { RunningEngine } from './engines/process.ts'
import { outputFolder, realPictures, realScorer } from './folders.ts'
import type { RealScores } from './results.ts'

/** Whether real pictures lie beside the checkout. */
export function haveRealPictures(): boolean {
  return existsSync(join(realPictures, 'truth.jsonl')) && existsSync(realScorer)
}

/** Reads the real pictures whose names match and lets the scorer beside them judge. */
export async function scoreReal(engine: RunningEngine, only: RegExp): Promise<RealScores> {
  const truth = (await readFile(join(realPictures, 'truth.jsonl'), 'utf8')).split('\n').filter(Boolean)
  const wanted = truth.filter((line) => only.test(fileOf(line)))
  const folder = join(outputFolder, 'samples')
  await mkdir(folder, { recursive: true })
  const wantedPath = join(folder, 'truth.jsonl')
  const predictionPath = join(folder, `${engine.name}.jsonl`)
  const predictions: string[] = []
  for (const line of wanted) {
    const file = fileOf(line)
    const { text, segments } = await engine.ask({ file: join(realPictures, file) })
    predictions.push(JSON.stringify({ file, text, lines: segments }))
  }
  await writeFile(wantedPath, `${wanted.join('\n')}\n`)
  await writeFile(predictionPath, `${predictions.join('\n')}\n`)
  const parameters = [realScorer, '--pred', predictionPath, '--truth', wantedPath, '--json']
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { maxBuffer: 2 ** 26 })
  return JSON.parse(stdout) as RealScores
}

function fileOf(line: string): string {
  return (JSON.parse(line) as { file: string }).file
}
