/** Pixels with two decimals: models give no more, and files stay readable. */
export function roundPixels(value: number): number {
  return Math.round(value * 100) / 100
}
