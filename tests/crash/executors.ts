import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { request } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import type { JobResult } from '../../main/jobs/job.ts'
import type { Executor } from '../../main/jobs/runner/executor.ts'
import { VisionFailure } from '../../main/vision/failure.ts'

function brought(text: string): JobResult {
  return { kind: 'text', text, body: { kind: 'text', text, notices: [] } }
}

/** Reads a picture's file piece by piece, and slowly; the result is its hash. */
export function fileExecutor(pathOf: (picture: string) => string, milliseconds: number): Executor {
  return {
    execute: async (job, { signal }) => {
      const hash = createHash('sha256')
      const file = await open(pathOf(job.picture))
      try {
        for await (const chunk of file.createReadStream({ highWaterMark: 1024, autoClose: false })) {
          hash.update(chunk as Buffer)
          await after(milliseconds, undefined, { signal })
        }
      } finally {
        await file.close()
      }
      return brought(hash.digest('hex'))
    }
  }
}

/** Asks the counting server and marks the call as a client of a paid provider does. */
export function callExecutor(url: string): Executor {
  return {
    execute: async (job, { signal, mark }) => {
      mark('intended')
      const text = await new Promise<string>((resolve, reject) => {
        const call = request(url, { method: 'POST', signal, agent: false }, (response) => {
          let received = ''
          response.setEncoding('utf8')
          response.on('data', (piece: string) => {
            if (received === '') mark('answering')
            received += piece
          })
          response.on('end', () => resolve(received))
          response.on('error', reject)
        })
        call.on('error', reject)
        mark('sent')
        call.end(job.uid)
      }).catch((cause: unknown) => {
        throw new VisionFailure('vision-network', 'The connection broke.', { mayBeCounted: true, cause })
      })
      return brought(text)
    }
  }
}
