import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { parseDictionary } from '../../../../../main/engine/worker/ocr/dictionary.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const lines = { format: 'lines', space: false } as const
const yaml = { format: 'paddle-yaml', space: false } as const

describe('a dictionary of lines', () => {
  test.each([
    ['line feeds', 'a\nb\n一\n', ['', 'a', 'b', '一']],
    ['no line feed at the end', 'a\nb', ['', 'a', 'b']],
    ['carriage returns', 'a\r\nb\r\n', ['', 'a', 'b']],
    ['carriage returns and none at the end', 'a\r\nb', ['', 'a', 'b']],
    ['white space as entries', ' \n\u3000\n\u00a0\n', ['', ' ', '\u3000', '\u00a0']],
    ['a separator of Unicode as an entry', '\u2028\n\u0085\n', ['', '\u2028', '\u0085']],
    ['a byte order mark', '\ufeffa\nb\n', ['', 'a', 'b']],
    ['characters beyond the basic plane', '𣇉\n🛁\n', ['', '𣇉', '🛁']]
  ])('%s', (_name, text, expected) => {
    expect(parseDictionary(bytes(text), lines)).toEqual(expected)
  })

  test('the space is the last class when the pack adds one', () => {
    expect(parseDictionary(bytes('a\n'), { format: 'lines', space: true })).toEqual(['', 'a', ' '])
  })

  test('any characters come back in their order, whatever ends the lines', () => {
    const character = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }).filter((text) => !/[\r\n]/.test(text))
    fc.assert(
      fc.property(fc.array(character, { minLength: 1 }), fc.constantFrom('\n', '\r\n'), (entries, end) => {
        fc.pre(!entries[0]?.startsWith('\ufeff'))
        const text = entries.join(end) + end
        expect(parseDictionary(bytes(text), lines)).toEqual(['', ...entries])
      })
    )
  })
})

describe('a dictionary in an inference.yml', () => {
  test('entries that look like numbers, nulls and truths are characters', () => {
    const text = [
      'Global:',
      '  model_name: made_up',
      'PreProcess:',
      '  transform_ops:',
      '  - RecResizeImg:',
      '      image_shape: [3, 48, 320]',
      'PostProcess:',
      '  name: CTCLabelDecode',
      '  character_dict:',
      ...["'!'", "''''", `'"'`, "'#'", "'0'", '1', '~', 'y', '.', '\\', '"\\xA0"', '\u3000', '一', '🛁'].map(
        (entry) => `  - ${entry}`
      )
    ].join('\n')
    expect(parseDictionary(bytes(text), yaml).slice(1)).toEqual([
      '!',
      "'",
      '"',
      '#',
      '0',
      '1',
      '~',
      'y',
      '.',
      '\\',
      '\u00a0',
      '\u3000',
      '一',
      '🛁'
    ])
  })

  test('whatever a YAML writer makes of the characters is read back', () => {
    const entry = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((text) => text.length <= 16)
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 30 }), (entries) => {
        const text = stringify({ PostProcess: { character_dict: entries } })
        expect(parseDictionary(bytes(text), yaml)).toEqual(['', ...entries])
      })
    )
  })
})

describe('what is no dictionary', () => {
  const aliases = [
    'a: &a [x, x]',
    ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [*${'abcdefg'[index]}, *${'abcdefg'[index]}]`)
  ]

  test.each([
    ['an empty file', '', lines],
    ['an empty line inside', 'a\n\nb\n', lines],
    ['a line that is no character', `${'x'.repeat(17)}\n`, lines],
    ['more than 4 MB', 'a\n'.repeat(2_100_000), lines],
    ['too many entries', 'a\n'.repeat(100_001), lines],
    ['YAML without the list', 'PostProcess: {}\n', yaml],
    ['YAML with an empty list', 'PostProcess: {character_dict: []}\n', yaml],
    ['YAML with an empty entry', 'PostProcess: {character_dict: [a, ""]}\n', yaml],
    ['YAML with a list inside', 'PostProcess: {character_dict: [[a]]}\n', yaml],
    ['broken YAML', 'PostProcess: [', yaml],
    ['YAML with aliases', `${aliases.join('\n')}\nPostProcess: {character_dict: *h}\n`, yaml],
    ['YAML nested without end', '['.repeat(5_000), yaml]
  ])('%s', (_name, text, dictionary) => {
    expect(() => parseDictionary(bytes(text), dictionary)).toThrow(expect.objectContaining({ code: 'pack-damaged' }))
  })

  test('bytes that are not UTF-8', () => {
    expect(() => parseDictionary(new Uint8Array([0x61, 0x0a, 0xff]), lines)).toThrow(
      expect.objectContaining({ code: 'pack-damaged' })
    )
  })
})
