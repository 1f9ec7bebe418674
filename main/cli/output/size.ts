/** Bytes as people read them: 240 kB, 16.2 MB. */
export function kilobytes(bytes: number): string {
  return bytes < 999_500 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
