import { expect, test } from 'vitest'
import { NativeImage, nativeImage, scaled } from './native-image.ts'

/** Each pixel says where it is: blue its column, green its row. */
function chart(width: number, height: number): Buffer {
  return Buffer.from(
    Array.from({ length: width * height }, (_, at) => [at % width, Math.floor(at / width), 0, 255]).flat()
  )
}

test('a cut has exactly the pixels of its rectangle, and none outside of the image', () => {
  const image = nativeImage.createFromBitmap(chart(8, 6), { width: 8, height: 6 })
  const cut = image.crop({ x: 3, y: 4, width: 10, height: 10 })
  expect(cut.getSize()).toEqual({ width: 5, height: 2 })
  expect([...cut.toBitmap().subarray(0, 4)]).toEqual([3, 4, 0, 255])
  expect([...cut.toBitmap().subarray(-4)]).toEqual([7, 5, 0, 255])
  expect(image.crop({ x: 9, y: 0, width: 1, height: 1 }).isEmpty()).toBe(true)
})

test('a PNG and back is the same image', () => {
  const image = new NativeImage({ width: 5, height: 3, bgra: chart(5, 3) })
  expect(NativeImage.fromPng(image.toPNG()).toBitmap().equals(image.toBitmap())).toBe(true)
})

test('scaling takes the mean, and leaves what has the size already', () => {
  const half = scaled({ width: 4, height: 2, bgra: chart(4, 2) }, 2, 1)
  expect([...half.bgra]).toEqual([1, 1, 0, 255, 3, 1, 0, 255])
  const same = { width: 4, height: 2, bgra: chart(4, 2) }
  expect(scaled(same, 4, 2).bgra).toBe(same.bgra)
})
