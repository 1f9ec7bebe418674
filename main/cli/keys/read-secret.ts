import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Failure } from '../../failure.ts'
import type { Session } from '../session.ts'

/** Far longer than any key, and short enough to be read whole. */
const longest = 65_536

/** One line that is typed or pasted and not shown, or all of a pipe. Throws `usage` when it is too long. */
export function readSecret(session: Session, prompt: string): Promise<string> {
  const input = session.standardInput()
  return input.isTTY ? readHidden(input, session, prompt) : readPipe(input, session.interruption.signal)
}

async function readHidden(input: NodeJS.ReadStream, session: Session, prompt: string): Promise<string> {
  const { terminal, interruption } = session
  // The editor of the line writes what is typed: here into nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const editor = createInterface({ input, output: nowhere, terminal: true })
  // While the editor has the keyboard, Ctrl+C is a key and no signal.
  editor.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  terminal.showProgress(prompt)
  try {
    // Ctrl+D ends the editor without a line.
    const closed = once(editor, 'close').then(() => [''])
    const [line]: string[] = await Promise.race([once(editor, 'line', { signal: interruption.signal }), closed])
    return line ?? ''
  } finally {
    editor.close()
    terminal.clearProgress()
  }
}

async function readPipe(input: NodeJS.ReadStream, signal: AbortSignal): Promise<string> {
  const abort = (): void => void input.destroy(signal.reason instanceof Error ? signal.reason : undefined)
  signal.addEventListener('abort', abort, { once: true })
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > longest) throw new Failure('usage', 'What came on standard input is too long to be a key.')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
