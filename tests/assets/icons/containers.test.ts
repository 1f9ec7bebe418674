import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { icns, ico } from '../../../assets/icons/containers.ts'

const icons = resolve(import.meta.dirname, '../../../assets/icons')

describe('what is in the folder', () => {
  it.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])('has a square of %i pixels', async (side) => {
    const { width, height, format } = await sharp(resolve(icons, `png/${side}x${side}.png`)).metadata()
    expect([width, height, format]).toEqual([side, side, 'png'])
  })

  it('has an icon for Windows whose pictures are whole', async () => {
    const file = readFileSync(resolve(icons, 'icon.ico'))
    const count = file.readUInt16LE(4)
    expect(count).toBe(7)
    for (let index = 0; index < count; index += 1) {
      const at = 6 + 16 * index
      const start = file.readUInt32LE(at + 12)
      const { width } = await sharp(file.subarray(start, start + file.readUInt32LE(at + 8))).metadata()
      expect(width).toBe(file.readUInt8(at) || 256)
    }
  })

  it('has an icon for macOS whose length is its own', () => {
    const file = readFileSync(resolve(icons, 'icon.icns'))
    expect(file.toString('latin1', 0, 4)).toBe('icns')
    expect(file.readUInt32BE(4)).toBe(file.length)
  })
})

it('an Apple icon refuses a side that it has no type for', () => {
  expect(() => icns([{ side: 100, png: new Uint8Array() }])).toThrow(RangeError)
})

it('an icon without pictures is a head alone', () => {
  expect(ico([])).toEqual(Buffer.from([0, 0, 1, 0, 0, 0]))
})
