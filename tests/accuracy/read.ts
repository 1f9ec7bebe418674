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
  // Folders of its own: the pack that the developer has chosen does not count here.
  const env = { PATH: process.env['PATH'], GLYPHLENS_HOME: resolve(root, 'out/accuracy/home') }
  await promisify(execFile)(process.execPath, [cli, 'read', folder, '--json', '--output', predictions], { env })
}
