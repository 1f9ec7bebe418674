import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBoxes } from '../../../../main/tasks/parse/boxes.ts'
import { taskResult } from '../../../../main/tasks/result.ts'
import { contextOf } from './context.ts'

/** Labels and boxes on the model's grid, which is half as wide as the picture. */
function read(answer: string, options = {}, truncated = false) {
  const result = parseBoxes(answer, contextOf(options, truncated))
  if (result.kind !== 'boxes') throw new Error(`${result.kind}: ${result.text}`)
  return result.detections.map(({ label, box }) => [label, box.x0 / 2, box.y0, box.x1 / 2, box.y1])
}

const cat = ['cat', 10, 20, 30, 40]
const dog = ['dog', 100, 200, 300, 400]
const catItem = '{"bbox_2d": [10, 20, 30, 40], "label": "cat"}'
const dogItem = '{"bbox_2d": [100, 200, 300, 400], "label": "dog"}'

describe('shapes that models give', () => {
  const cases: [name: string, answer: string, expected: unknown[]][] = [
    ['plain', `[${catItem}, ${dogItem}]`, [cat, dog]],
    ['fence', `\`\`\`json\n[${catItem}]\n\`\`\``, [cat]],
    ['fence without its end', `\`\`\`json\n[${catItem}]`, [cat]],
    ['prose around', `Here are [2] objects:\n\n[${catItem},${dogItem}]\n\nI hope this helps {:`, [cat, dog]],
    ['fence and prose with brackets', `See [this]:\n\`\`\`json\n[${catItem}]\n\`\`\`\nDone [ok].`, [cat]],
    ['one fence for each thing', `\`\`\`json\n${catItem}\n\`\`\`\n\`\`\`json\n${dogItem}\n\`\`\``, [cat, dog]],
    ['one object a line', `${catItem}\n${dogItem}`, [cat, dog]],
    ['thinking', `<think>maybe [{"bbox_2d":[1,2,3,4],"label":"no"}]</think>[${catItem}]`, [cat]],
    ['single object', catItem, [cat]],
    ['wrapped', `{"objects": [${catItem}]}`, [cat]],
    ['wrapped twice', `{"result": {"detections": [${catItem}]}}`, [cat]],
    ['bbox', '[{"bbox": [10,20,30,40], "name": "cat"}]', [cat]],
    ['box', '[{"box": [10,20,30,40], "category": "cat"}]', [cat]],
    ['box_2d', '[{"box_2d": [10,20,30,40], "class": "cat"}]', [cat]],
    ['coordinates', '[{"coordinates": [10,20,30,40], "text_content": "cat"}]', [cat]],
    ['bounding box, spelt out', '[{"Bounding Box": [10,20,30,40], "Label": "cat"}]', [cat]],
    ['corners by name', '[{"label":"cat","x1":10,"y1":20,"x2":30,"y2":40}]', [cat]],
    ['corners by name inside', '[{"label":"cat","bbox":{"xmin":10,"ymin":20,"xmax":30,"ymax":40}}]', [cat]],
    ['corner and size', '[{"label":"cat","bbox":{"x":10,"y":20,"width":20,"height":20}}]', [cat]],
    ['nested', '[{"bbox_2d": [[10,20,30,40]], "label": "cat"}]', [cat]],
    ['pairs', '[{"bbox_2d": [[10,20],[30,40]], "label": "cat"}]', [cat]],
    ['outline', '[{"bbox_2d": [[10,20],[30,20],[30,40],[10,40]], "label": "cat"}]', [cat]],
    ['several in one', '[{"label":"cat","bbox_2d": [[10,20,30,40],[50,60,70,80]]}]', [cat, ['cat', 50, 60, 70, 80]]],
    ['strings', '[{"bbox_2d": ["10", "20", "30.0", " 40"], "label": "cat"}]', [cat]],
    ['single quotes', "[{'bbox_2d': [10, 20, 30, 40], 'label': 'cat'}]", [cat]],
    ['trailing commas', `[${catItem.replace('}', ',}')},]`, [cat]],
    ['no quotes', '[{bbox_2d: [10, 20, 30, 40], label: "cat"}]', [cat]],
    ['no label', '[{"bbox_2d": [10, 20, 30, 40]}]', [['object', 10, 20, 30, 40]]],
    [
      'bare lists',
      '[[10,20,30,40],[100,200,300,400]]',
      [
        ['object', 10, 20, 30, 40],
        ['object', 100, 200, 300, 400]
      ]
    ],
    ['by label', '{"cat": [[10,20,30,40]], "dog": [100,200,300,400]}', [cat, dog]],
    ['by label, objects', '{"cat": [{"bbox_2d": [10,20,30,40]}], "dog": {"bbox": [100,200,300,400]}}', [cat, dog]],
    ['lists side by side', '{"boxes": [[10,20,30,40],[100,200,300,400]], "labels": ["cat","dog"]}', [cat, dog]],
    ['reversed', '[{"bbox_2d": [30, 40, 10, 20], "label": "cat"}]', [cat]],
    ['over range', '[{"bbox_2d": [500, -5, 1200, 1000.5], "label": "wall"}]', [['wall', 500, 0, 1000, 1000]]],
    [
      'bracket missing',
      '[{"bbox_2d": [10, 20, 30, 40, "label": "cat"}, {"bbox_2d": [100, 200, 300, 400, "label": "dog"}]',
      [cat, dog]
    ],
    [
      'bracket too many',
      '[{"bbox_2d": [[10, 20, 30, 40], "label": "cat"}, {"bbox_2d": [[100, 200, 300, 400], "label": "dog"}]',
      [cat, dog]
    ],
    [
      'bracket not opened',
      '[{"bbox_2d": 10, 20, 30, 40], "label": "cat"}, {"bbox_2d": 100, 200, 300, 400], "label": "dog"}]',
      [cat, dog]
    ],
    [
      'brace for bracket',
      '[{"bbox_2d": [10, 20, 30, 40}, "label": "cat"}, {"bbox_2d": [100, 200, 300, 400}, "label": "dog"}]',
      [cat, dog]
    ],
    [
      'label first, bracket missing',
      '[{"label": "cat", "bbox_2d": [10, 20, 30, 40}, {"label": "dog", "bbox_2d": [100, 200, 300, 400}]',
      [cat, dog]
    ],
    ['duplicates', `[${Array(200).fill(catItem).join(',')},${dogItem}]`, [cat, dog]],
    ['zero area', `[{"bbox_2d": [10, 20, 10, 40], "label": "line"},${catItem}]`, [cat]],
    ['null and numbers between', `[null, 7, ${catItem}, "no"]`, [cat]],
    ['not a number', `[{"bbox_2d": [1, 2, 3, "x"], "label": "bad"}, ${catItem}]`, [cat]],
    ['three numbers', `[{"bbox_2d": [1, 2, 3], "label": "bad"}, ${catItem}]`, [cat]],
    ['points beside boxes', `[{"point_2d": [1, 2], "label": "p"}, ${catItem}]`, [cat]],
    ['bom and crlf', `\ufeff[${catItem},\r\n${dogItem}]`, [cat, dog]]
  ]
  test.each(cases)('%s', (_name, answer, expected) => {
    expect(read(answer)).toEqual(expected)
  })
})

describe('answers that end in the middle', () => {
  const whole = `[${catItem}, ${dogItem}]`
  // Behind the brace of the second entry both are whole.
  test.each(Array.from({ length: whole.length - 1 }, (_, index) => index + 1))('after %i characters', (length) => {
    const result = parseBoxes(whole.slice(0, length), contextOf({}, true))
    const expected = length < catItem.length + 1 ? [] : length < whole.length - 1 ? ['cat'] : ['cat', 'dog']
    expect(result.kind === 'boxes' ? result.detections.map(({ label }) => label) : []).toEqual(expected)
    expect(result.notices.map(({ message }) => message).join(' ')).toContain('cut off')
  })
})

describe('labels', () => {
  test('of the only category when the model leaves them out', () => {
    expect(read('[[10,20,30,40]]', { categories: ['cat'] })).toEqual([cat])
  })

  test('as the person spells the category', () => {
    expect(read('[{"bbox_2d":[10,20,30,40],"label":"CAT"}]', { categories: ['Cat', 'dog'] })).toEqual([
      ['Cat', ...cat.slice(1)]
    ])
  })

  test('further properties become attributes', () => {
    const answer =
      '[{"bbox_2d": [10,20,30,40], "label": "car", "type": "SUV", "colour": "red", "label_zh": "汽车", "wheels": 4}]'
    const result = parseBoxes(answer, contextOf())
    expect(result.kind === 'boxes' && result.detections[0]?.attributes).toEqual({
      type: 'SUV',
      colour: 'red',
      label_zh: '汽车',
      wheels: '4'
    })
    expect(result.text.split('\n')[0]).toBe('| label | x0 | y0 | x1 | y1 | type | colour | label_zh | wheels |')
  })
})

describe('nothing found', () => {
  test.each(['[]', '```json\n[]\n```', '{"objects": []}', 'None are visible: []'])('%s is a right answer', (answer) => {
    expect(parseBoxes(answer, contextOf())).toMatchObject({
      kind: 'boxes',
      detections: [],
      text: 'Nothing of the kind was found.',
      notices: []
    })
  })

  test('says so in Chinese where that is set', () => {
    expect(parseBoxes('[]', contextOf({ language: 'zh-CN' })).text).toBe('没有找到这样的物体。')
  })

  test.each([
    ['prose', 'There are two cats on the sofa.'],
    ['points only', '[{"point_2d": [1, 2], "label": "cat"}]'],
    ['flat boxes only', '[{"bbox_2d": [1, 2, 1, 2], "label": "cat"}]'],
    ['boxes outside only', '[{"bbox_2d": [1001, 2, 1002, 5], "label": "cat"}]'],
    ['other JSON', '{"answer": "two cats"}'],
    ['brackets', '[[[['],
    ['nothing', ' ']
  ])('%s: no claim that there is nothing', (_name, answer) => {
    const result = parseBoxes(answer, contextOf())
    expect(result.kind).toBe('text')
    expect(result.notices.map(({ message }) => message).join(' ')).toContain('no boxes')
  })
})

describe('what is told', () => {
  test.each([
    [`[${catItem},${catItem}]`, '1 box that repeats another was left out.'],
    [`[{"bbox_2d": [5,5,5,9]}, ${catItem}]`, '1 box without any area was left out.'],
    [`[{"bbox_2d": [1005,5,1006,9]}, ${catItem}]`, '1 box outside the picture was left out.'],
    [`[{"point_2d": [5,5]},{"point_2d": [6,5]}, ${catItem}]`, '2 points were left out: only boxes are kept.'],
    [`[{"bbox_2d": [5,5]}, ${catItem}]`, '1 entry without a usable box was left out.'],
    [`[${catItem},]`, 'The answer was no valid JSON and was repaired.'],
    [`[${catItem},{"bbox_2d": [1, 2`, 'The list ended in the middle: its last entry may be missing.'],
    [
      '[{"bbox_2d": [10, 20, 30, 40, "label": "cat"}]',
      'The answer was no valid JSON: its boxes were picked out one by one.'
    ]
  ])('%s', (answer, notice) => {
    expect(parseBoxes(answer, contextOf()).notices.map(({ message }) => message)).toContain(notice)
  })

  test('copies at even distances are kept and told', () => {
    const copies = Array.from(
      { length: 20 },
      (_, index) => `{"bbox_2d":[${index * 30},10,${index * 30 + 20},40],"label":"key"}`
    )
    const result = parseBoxes(`[${copies.join(',')}]`, contextOf())
    expect(result.kind === 'boxes' && result.detections.length).toBe(20)
    expect(result.notices.map(({ message }) => message).join(' ')).toContain('20 boxes of one size')
  })

  test('prose is kept aside', () => {
    const result = parseBoxes(`I see one.\n\`\`\`json\n[${catItem}]\n\`\`\`\nNothing else.`, contextOf())
    expect(result.kind === 'boxes' && result.prose).toBe('I see one.\n\nNothing else.')
  })
})

describe('for any answer', () => {
  const fragment = fc.constantFrom(
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    ',',
    ':',
    '\\',
    '```json\n',
    '\n```',
    catItem,
    dogItem,
    'bbox_2d',
    '10, 20, 30, 40',
    'label',
    ' ',
    '<think>',
    '</think>',
    'é猫'
  )
  const mutated = fc
    .array(fc.oneof(fragment, fc.string({ maxLength: 8 })), { maxLength: 40 })
    .map((parts) => parts.join(''))

  test('there is a valid result', () => {
    fc.assert(
      fc.property(mutated, fc.boolean(), (answer, truncated) => {
        const result = parseBoxes(answer, contextOf({}, truncated))
        expect(taskResult.safeParse(result).success).toBe(true)
      }),
      { numRuns: 500 }
    )
  })

  test('boxes in good JSON all arrive', () => {
    const side = fc.integer({ min: 0, max: 400 })
    const item = fc.record({ x: side, y: side, label: fc.stringMatching(/^[a-z]{1,8}$/) })
    fc.assert(
      fc.property(fc.uniqueArray(item, { maxLength: 30, selector: ({ x, y }) => `${x} ${y}` }), (items) => {
        const answer = items.map(({ x, y, label }) => ({ bbox_2d: [x, y, x + 7, y + 9], label }))
        expect(read(JSON.stringify(answer))).toEqual(items.map(({ x, y, label }) => [label, x, y, x + 7, y + 9]))
      })
    )
  })

  test.each(['[', '{', '{"a":', '[[', '"', '[{"bbox_2d":[', '[1,2,3,4],', "{'", '`', '{"bbox_2d":[1,2,3,4]', '\\"['])(
    'a megabyte of %s ends',
    (part) => {
      const answer = part.repeat(Math.ceil(1_000_000 / part.length))
      expect(taskResult.safeParse(parseBoxes(answer, contextOf({}, true))).success).toBe(true)
    },
    20_000
  )

  // Words parted by line breaks take jsonrepair minutes; a whole answer of a model is never that long.
  test('a megabyte of words behind a bracket ends', () => {
    const answer = `[${'a|b\n'.repeat(250_000)}`
    expect(parseBoxes(answer, contextOf()).kind).toBe('text')
  }, 20_000)

  test('a long list of boxes is read, broken or not', () => {
    const items = Array.from({ length: 3000 }, (_, index) => ({
      bbox_2d: [index % 900, Math.floor(index / 900), (index % 900) + 90, 900],
      label: `thing ${index}`
    }))
    const whole = JSON.stringify(items).slice(1, -1)
    for (const answer of [`[${whole}]`, `[${whole},]`, `[${whole}`]) expect(read(answer).length).toBe(3000)
  }, 20_000)
})
