import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const python = '/usr/bin/python3'

/** What it is called where Debian's package is not there. */
export const missing = 'Pillow is missing. Install it with: apt-get install python3-pil'

export function hasPillow(): boolean {
  return spawnSync(python, ['-c', 'import PIL']).status === 0
}

const answer = z.object({ milliseconds: z.array(z.number()), processor: z.array(z.number()), bytes: z.number() })

/** The original way in a process of its own, loaded and warm. */
export interface Pillow {
  readonly pid: number
  /** Encodes a file so many times; the last result goes to `output`, outside of the time. */
  readonly encode: (file: string, times: number, output?: string) => Promise<z.infer<typeof answer>>
  readonly close: () => Promise<void>
}

export async function startPillow(): Promise<Pillow> {
  const child = spawn(python, [join(import.meta.dirname, 'pillow.py')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const line = await lines.next()
    if (line.done) throw new Error('The process of Pillow ended')
    return JSON.parse(line.value)
  }
  await next()
  return {
    pid: child.pid ?? 0,
    encode: async (file, times, output) => {
      child.stdin.write(`${JSON.stringify({ file, times, ...(output === undefined ? {} : { output }) })}\n`)
      return answer.parse(await next())
    },
    close: async () => {
      child.stdin.end()
      await closed
    }
  }
}
