import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../../failure.ts'
import type { PackFile, PackLocation, PackManifest } from '../../protocol/pack.ts'
import { parseDictionary } from './dictionary.ts'

/** What a reader is built from: every byte in it was checked against the manifest. */
export interface PackFiles {
  readonly manifest: PackManifest
  /** The networks as ONNX files. */
  readonly detector: Uint8Array
  readonly recogniser: Uint8Array
  /** Text of each class of the recogniser; class 0 is the blank of CTC, an empty string. */
  readonly characters: readonly string[]
}

/**
 * Reads a pack and checks size and SHA-256 of every file, and the dictionary against the recogniser's classes. Throws
 * `pack-missing`, `pack-damaged` or `pack-incompatible`. Shapes are checked where the networks are opened.
 */
export async function loadPackFiles({ manifest, folder }: PackLocation): Promise<PackFiles> {
  const read = (file: PackFile) => readChecked(manifest, folder, file)
  const [detector, recogniser, dictionary] = await Promise.all([
    read(manifest.detector.file),
    read(manifest.recogniser.file),
    read(manifest.dictionary.file)
  ])
  const characters = parseDictionary(dictionary, manifest.dictionary)
  checkClasses(manifest, characters.length)
  return { manifest, detector, recogniser, characters }
}

/** With another version's dictionary every character is shifted: such a pair reads fluent nonsense. */
function checkClasses(manifest: PackManifest, classes: number): void {
  if (classes === manifest.recogniser.classes) return
  throw new Failure(
    'pack-incompatible',
    `The dictionary of the model pack "${manifest.title}" has ${classes} classes, its recogniser ${manifest.recogniser.classes}.`,
    { advice: 'Use another pack: its dictionary and its recogniser belong to different versions.' }
  )
}

/** The bytes that were hashed are the bytes that are used: the file is read once. */
async function readChecked(manifest: PackManifest, folder: string, file: PackFile): Promise<Uint8Array> {
  const bytes = await readExactly(manifest, join(folder, file.name), file)
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
    throw damaged(manifest, file, 'SHA-256 differs')
  }
  return bytes
}

async function readExactly(manifest: PackManifest, path: string, file: PackFile): Promise<Uint8Array> {
  try {
    await using handle = await open(path)
    const facts = await handle.stat()
    if (!facts.isFile()) throw damaged(manifest, file, 'not a plain file')
    if (facts.size !== file.bytes) throw damaged(manifest, file, `${facts.size} bytes instead of ${file.bytes}`)
    return await handle.readFile()
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw unreadable(manifest, file, cause)
  }
}

function damaged(manifest: PackManifest, file: PackFile, how: string): Failure {
  return new Failure('pack-damaged', `The file ${file.name} of the model pack "${manifest.title}" is damaged.`, {
    advice: 'Remove the pack and fetch it again; for the pack that comes with the app, install the app again.',
    cause: new Error(how)
  })
}

function unreadable(manifest: PackManifest, file: PackFile, cause: unknown): Failure {
  const missing = cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
  return missing
    ? new Failure('pack-missing', `The file ${file.name} of the model pack "${manifest.title}" is missing.`, {
        advice: 'Fetch the pack again; for the pack that comes with the app, install the app again.',
        cause
      })
    : new Failure('disk', `The file ${file.name} of the model pack "${manifest.title}" cannot be read.`, {
        advice: "Check the file's permissions and the disk.",
        cause
      })
}
