import { createInterface } from 'node:readline'
import type { Answer, Question, Reader } from './protocol.ts'

/**
 * The shell of every engine's process. With `once <file>` it reads one picture and ends, to time a cold start;
 * otherwise it answers a line for each line until its stdin ends.
 */
export async function serve(load: () => Promise<Reader>): Promise<void> {
  const say = keepStdout()
  const read = await load()
  const [mode, file] = process.argv.slice(2)
  if (mode === 'once' && file) {
    await say(await answer(read, { file }))
  } else {
    await say({ ready: true })
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim()) await say(await answer(read, JSON.parse(line) as Question))
    }
  }
  process.exit(0)
}

/** Some of the engines print: what they say goes to stderr, stdout is for answers. */
function keepStdout(): (message: object) => Promise<void> {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  return (message) => new Promise((resolve) => write(`${JSON.stringify(message)}\n`, () => resolve()))
}

async function answer(read: Reader, question: Question): Promise<Answer> {
  try {
    return await read(question)
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { text: '', segments: [], error: reason.slice(0, 500) }
  }
}
