import type { Inks } from './drawing.ts'

/** The colours of the style sheet, which knows theme and contrast. */
export function inksOf(style: CSSStyleDeclaration): Inks {
  const ink = (name: keyof Inks): string => style.getPropertyValue(`--viewer-${name}`).trim() || 'transparent'
  return {
    selection: ink('selection'),
    hit: ink('hit'),
    currentHit: ink('currentHit'),
    found: ink('found'),
    line: ink('line'),
    lit: ink('lit'),
    code: ink('code'),
    halo: ink('halo'),
    shade: ink('shade')
  }
}
