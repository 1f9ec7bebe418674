import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../..')

/**
 * Reads every picture of a folder as a person would, by the command line, into a file of JSON lines. Throws when a
 * picture could not be read.
 */
export async function readFolder(folder: string, predictions: string): Promise<void> {
  const cli = resolve(root, 'main/cli.ts')
  await promisify(execFile)(process.execPath, [cli, 'read', folder, '--json', '--output', predictions])
}
