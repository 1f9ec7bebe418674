import { viewOf } from './signature.ts'

/** The logical screen of a GIF, the canvas that a viewer sets up, whatever the size of its frames. */
export function gifCanvas(bytes: Uint8Array): { width: number; height: number } {
  if (bytes.length < 10) return { width: 0, height: 0 }
  const view = viewOf(bytes)
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
}
