import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseChart } from '../../../../main/tasks/parse/chart.ts'
import { type ChartData, taskResult } from '../../../../main/tasks/result.ts'
import { contextOf } from './context.ts'

const context = contextOf({ task: 'chart' })

function read(answer: string): ChartData {
  const result = parseChart(answer, context)
  if (result.kind !== 'chart') throw new Error(`${result.kind}: ${result.text}`)
  return result.chart
}

const ours = {
  title: 'Sales',
  type: 'Bar',
  x: { title: 'Year' },
  y: { title: 'Amount', unit: 'k€' },
  series: [{ name: 'North', unit: 'k€' }, { name: 'South' }],
  rows: [
    { label: '2020', values: [1.5, null] },
    { label: '2021', values: [2, 30] }
  ]
}

describe('our own shape', () => {
  test('arrives as it is', () => {
    expect(read(JSON.stringify(ours))).toEqual({ ...ours, type: 'bar' })
  })

  test('prose is kept aside and the text is a Markdown table', () => {
    const result = parseChart(`The chart shows sales.\n\`\`\`json\n${JSON.stringify(ours)}\n\`\`\`\n`, context)
    expect(result).toMatchObject({ kind: 'chart', prose: 'The chart shows sales.', notices: [] })
    expect(result.text.split('\n')).toEqual([
      '**Sales**',
      '',
      '| Year | North (k€) | South |',
      '| --- | --- | --- |',
      '| 2020 | 1.5 |  |',
      '| 2021 | 2 | 30 |'
    ])
  })
})

/** Two years and two series, as models write them. */
const rows = [
  { label: '2020', values: [1, 3] },
  { label: '2021', values: [2, 4] }
]
const series = [{ name: 'A' }, { name: 'B' }]

describe('shapes that models give', () => {
  const cases: [name: string, answer: unknown][] = [
    [
      'series with data',
      {
        categories: [2020, 2021],
        series: [
          { name: 'A', data: [1, 2] },
          { name: 'B', data: [3, 4] }
        ]
      }
    ],
    [
      'categories on the axis',
      {
        xAxis: { categories: ['2020', '2021'] },
        series: [
          { name: 'A', values: [1, 2] },
          { name: 'B', values: [3, 4] }
        ]
      }
    ],
    [
      'places as x',
      {
        x: ['2020', '2021'],
        series: [
          { label: 'A', y: [1, 2] },
          { label: 'B', y: [3, 4] }
        ]
      }
    ],
    [
      'data sets',
      {
        type: 'bar',
        data: {
          labels: ['2020', '2021'],
          datasets: [
            { label: 'A', data: [1, 2] },
            { label: 'B', data: [3, 4] }
          ]
        }
      }
    ],
    [
      'points as objects',
      {
        series: [
          {
            name: 'A',
            data: [
              { x: 2020, y: 1 },
              { x: 2021, y: 2 }
            ]
          },
          {
            name: 'B',
            points: [
              { label: '2020', value: 3 },
              { label: '2021', value: 4 }
            ]
          }
        ]
      }
    ],
    [
      'points as pairs',
      {
        series: [
          {
            name: 'A',
            data: [
              [2020, 1],
              [2021, 2]
            ]
          },
          {
            name: 'B',
            data: [
              ['2020', '3'],
              ['2021', '4']
            ]
          }
        ]
      }
    ],
    [
      'points as a map',
      {
        series: [
          { name: 'A', data: { 2020: 1, 2021: 2 } },
          { name: 'B', data: { 2020: 3, 2021: 4 } }
        ]
      }
    ],
    ['series as a map', { labels: ['2020', '2021'], series: { A: [1, 2], B: [3, 4] } }],
    [
      'rows as objects',
      {
        data: [
          { year: 2020, A: 1, B: 3 },
          { year: 2021, A: 2, B: 4 }
        ]
      }
    ],
    [
      'rows alone',
      [
        { Year: '2020', A: '1', B: '3' },
        { Year: '2021', A: '2', B: '4' }
      ]
    ],
    [
      'rows with values by name',
      {
        rows: [
          { label: '2020', values: { A: 1, B: 3 } },
          { label: '2021', values: { A: 2, B: 4 } }
        ]
      }
    ],
    [
      'rows with names of series as text',
      {
        series: ['A', 'B'],
        rows: [
          { label: 2020, values: [1, 3] },
          { label: 2021, values: [2, 4] }
        ]
      }
    ],
    [
      'rows as lists with columns',
      {
        columns: ['Year', 'A', 'B'],
        rows: [
          ['2020', 1, 3],
          ['2021', 2, 4]
        ]
      }
    ],
    [
      'rows as lists and names of series',
      {
        series: [{ name: 'A' }, { name: 'B' }],
        rows: [
          ['2020', 1, 3],
          ['2021', 2, 4]
        ]
      }
    ],
    [
      'rows as lists, the first names',
      {
        data: [
          ['Year', 'A', 'B'],
          [2020, 1, 3],
          [2021, 2, 4]
        ]
      }
    ],
    ['rows by place', { 2020: { A: 1, B: 3 }, 2021: { A: 2, B: 4 } }],
    ['columns side by side', { year: [2020, 2021], A: [1, 2], B: [3, 4] }],
    ['wrapped', { chart: { series: [{ name: 'A' }, { name: 'B' }], rows } }]
  ]
  test.each(cases)('%s', (_name, answer) => {
    expect(read(JSON.stringify(answer))).toMatchObject({ series, rows })
  })

  test.each<[string, unknown]>([
    ['a map of slices', { Apples: 10, Pears: '20%' }],
    ['a map of slices with facts', { title: 'Fruit', type: 'pie', data: { Apples: 10, Pears: 20 } }],
    [
      'slices',
      {
        type: 'pie',
        slices: [
          { label: 'Apples', value: '10%' },
          { label: 'Pears', value: '20 %' }
        ]
      }
    ],
    [
      'names and percentages',
      [
        { name: 'Apples', percentage: 10 },
        { name: 'Pears', percentage: 20 }
      ]
    ],
    [
      'number first',
      [
        { value: 10, fruit: 'Apples' },
        { value: 20, fruit: 'Pears' }
      ]
    ]
  ])('%s', (_name, answer) => {
    const chart = read(JSON.stringify(answer))
    expect(chart.rows).toEqual([
      { label: 'Apples', values: [10] },
      { label: 'Pears', values: [20] }
    ])
  })

  test('percent, thousands, currencies and gaps', () => {
    const answer = {
      rows: [
        { label: 'a', values: ['12.5%', '1,234', '¥3.2万', null] },
        { label: 'b', values: ['7 %', 'N/A', '¥2', '-'] },
        { label: 'c', values: ['0%', '5', '-', 8] }
      ]
    }
    const { series: read4, rows: read3 } = read(JSON.stringify({ series: ['p', 'q', 'r', 's'], ...answer }))
    expect(read4).toEqual([{ name: 'p', unit: '%' }, { name: 'q' }, { name: 'r', unit: '¥' }, { name: 's' }])
    expect(read3.map(({ values }) => values)).toEqual([
      [12.5, 1234, 32_000, null],
      [7, null, 2, null],
      [0, 5, null, 8]
    ])
  })

  test('series that name different places', () => {
    const answer = {
      series: [
        { name: 'A', data: { x: 1, y: 2 } },
        { name: 'B', data: { y: 3, z: 4 } }
      ]
    }
    expect(read(JSON.stringify(answer)).rows).toEqual([
      { label: 'x', values: [1, null] },
      { label: 'y', values: [2, 3] },
      { label: 'z', values: [null, 4] }
    ])
  })

  test('a place that comes twice in a scatter plot', () => {
    const answer = {
      type: 'scatter',
      series: [
        {
          name: 'A',
          data: [
            [1, 10],
            [1, 20],
            [2, 30]
          ]
        }
      ]
    }
    expect(read(JSON.stringify(answer)).rows).toEqual([
      { label: '1', values: [10] },
      { label: '1', values: [20] },
      { label: '2', values: [30] }
    ])
  })

  test('series without names', () => {
    expect(read('{"y": "CO2", "labels": ["a"], "series": [{"data": [1]}]}').series).toEqual([{ name: 'CO2' }])
    expect(read('{"labels": ["a"], "series": [{"data": [1]}, {"data": [2]}]}').series).toEqual([
      { name: 'series 1' },
      { name: 'series 2' }
    ])
  })

  test('series of the same name', () => {
    const chart = read('{"series": ["A", "A"], "rows": [{"label": "x", "values": [1, 2]}]}')
    expect(chart.series.length).toBe(2)
    expect(chart.rows[0]?.values).toEqual([1, 2])
  })

  test('of several charts the first', () => {
    const result = parseChart(JSON.stringify([ours, { ...ours, title: 'Other' }]), context)
    expect(result).toMatchObject({ kind: 'chart', chart: { title: 'Sales' } })
    expect(result.notices.map(({ message }) => message).join(' ')).toContain('several charts')
  })

  test('axes in a place of their own', () => {
    const answer = {
      axes: { x: { label: 'Year' }, y: { label: 'Share', units: '%' } },
      data: [{ label: 'a', value: 1 }]
    }
    expect(read(JSON.stringify(answer))).toMatchObject({ x: { title: 'Year' }, y: { title: 'Share', unit: '%' } })
  })
})

describe('tables instead of JSON', () => {
  const table = '| Year | A | B |\n|---|---|---|\n| 2020 | 1 | 3 |\n| 2021 | 2 | 4 |'

  test('Markdown', () => {
    const result = parseChart(`Here it is:\n\n**Sales**\n\n${table}\n\nDone.`, context)
    expect(result).toMatchObject({ kind: 'chart', chart: { title: 'Sales', x: { title: 'Year' }, series, rows } })
    expect(result.kind === 'chart' && result.prose).toBe('Here it is:\n\nDone.')
    expect(result.notices).toMatchObject([{ message: 'The model answered with a table instead of chart data.' }])
  })

  test('HTML', () => {
    const html =
      '<table><tr><th>Year</th><th>A</th><th>B</th></tr><tr><td>2020</td><td>1</td><td>3</td></tr><tr><td>2021</td><td>2</td><td>4</td></tr></table>'
    expect(read(html)).toMatchObject({ series, rows })
  })
})

describe('no chart', () => {
  test.each(['There is no chart in this picture.', '{"rows": []}', '{"title": "x"}', '[]', '{"a": "b"}', '[1, 2]'])(
    '%s',
    (answer) => {
      const result = parseChart(answer, context)
      expect(result).toMatchObject({ kind: 'text', text: answer })
      expect(result.notices.map(({ message }) => message)).toContain('The answer holds no numbers of a chart.')
    }
  )
})

describe('answers that end in the middle', () => {
  const whole = JSON.stringify(ours)

  test('only whole rows are taken', () => {
    for (let length = 0; length < whole.length; length++) {
      const result = parseChart(whole.slice(0, length), contextOf({ task: 'chart' }, true))
      const kept = result.kind === 'chart' ? result.chart.rows : []
      expect(ours.rows.slice(0, kept.length)).toEqual(kept)
      expect(result.notices.map(({ message }) => message).join(' ')).toContain('cut off')
    }
    expect(parseChart(whole.slice(0, -2), contextOf({ task: 'chart' }, true))).toMatchObject({
      chart: { rows: ours.rows }
    })
  })

  test('closing brackets that the model forgot', () => {
    expect(read(whole.slice(0, -2)).rows).toEqual(ours.rows)
  })
})

test('there is a valid result for any answer', () => {
  const json = fc.json({ maxDepth: 5 })
  const field = fc.constantFrom(
    'series',
    'rows',
    'data',
    'values',
    'label',
    'x',
    'y',
    'columns',
    'title',
    'unit',
    'chart'
  )
  const chart = fc.dictionary(field, fc.jsonValue({ maxDepth: 4 })).map((value) => JSON.stringify(value))
  fc.assert(
    fc.property(fc.oneof(json, chart, fc.string()), fc.nat(400), fc.boolean(), (answer, length, truncated) => {
      const result = parseChart(truncated ? answer.slice(0, length) : answer, contextOf({ task: 'chart' }, truncated))
      expect(taskResult.safeParse(result).success).toBe(true)
    }),
    { numRuns: 1000 }
  )
})
