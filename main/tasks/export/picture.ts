import type { Detection } from '../result.ts'

/** A picture whose boxes are exported. */
export interface LabelledPicture {
  /** File name with its extension; two pictures may have the same. */
  readonly name: string
  /** Of the upright original, in pixels. */
  readonly width: number
  readonly height: number
  readonly detections: readonly Detection[]
}

/** One file of an export, UTF-8. */
export interface ExportFile {
  /** Relative to the folder of the export, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** A whole export. */
export interface BoxExport {
  readonly files: readonly ExportFile[]
  /** Where each picture belongs, in the order given: relative paths, so that the files find them. */
  readonly pictures: readonly string[]
}

/** A file name without folders, without what Windows refuses, and unlike those of the pictures before it. */
export interface PictureName {
  /** Without extension. */
  readonly stem: string
  /** With extension. */
  readonly file: string
}

/**
 * Names under which pictures can lie in one folder, and their label files beside them: labels drop the extension, so
 * `a.png` and `a.jpg` need two stems.
 */
export function distinctNames(pictures: readonly Pick<LabelledPicture, 'name'>[]): PictureName[] {
  const taken = new Set<string>()
  return pictures.map(({ name }) => {
    const [, stem = '', extension = ''] = /^(.*?)(\.[^.]*)?$/su.exec(plainName(name)) ?? []
    // Without dots in front: ".." would leave the folder, and ".a" be hidden.
    const distinct = freeStem(stem.replace(/^[. ]+/u, '') || 'picture', taken)
    taken.add(distinct.toLowerCase())
    return { stem: distinct, file: distinct + extension }
  })
}

function plainName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return last
    .replaceAll(/[<>:"|?*\p{Cc}]/gu, '-')
    .replace(/[. ]+$/u, '')
    .slice(-200)
}

function freeStem(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 2, free = stem; ; number++) {
    if (!taken.has(free.toLowerCase())) return free
    free = `${stem}-${number}`
  }
}
