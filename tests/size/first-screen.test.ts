import { describe, expect, it } from 'vitest'
import { loadedBy, viteManifest } from './first-screen.ts'

const manifest = viteManifest.parse({
  'index.html': {
    file: 'assets/index.js',
    imports: ['_react.js', '_shared.js'],
    css: ['assets/index.css'],
    isEntry: true
  },
  'overlay.html': { file: 'assets/overlay.js', imports: ['_react.js'] },
  'room.tsx': {
    file: 'assets/room.js',
    imports: ['index.html', '_shared.js'],
    css: ['assets/room.css'],
    isDynamicEntry: true
  },
  '_react.js': { file: 'assets/react.js' },
  '_shared.js': { file: 'assets/shared.js', imports: ['_react.js'], css: ['assets/index.css'] }
})

describe('loadedBy', () => {
  it('names every script and style sheet once, through all imports', () => {
    expect(loadedBy(manifest, ['index.html'])).toEqual({
      scripts: ['assets/index.js', 'assets/react.js', 'assets/shared.js'],
      styles: ['assets/index.css']
    })
  })

  it('adds what a room brings, also when it imports the page', () => {
    const { scripts, styles } = loadedBy(manifest, ['index.html', 'room.tsx'])
    expect(scripts).toContain('assets/room.js')
    expect(new Set(scripts).size).toBe(scripts.length)
    expect(styles).toEqual(['assets/index.css', 'assets/room.css'])
  })

  it('leaves out other pages', () => {
    expect(loadedBy(manifest, ['index.html']).scripts).not.toContain('assets/overlay.js')
  })

  it('does not take a room for nothing that the build does not have', () => {
    expect(() => loadedBy(manifest, ['features/gone.tsx'])).toThrow('the build has no features/gone.tsx')
  })
})
