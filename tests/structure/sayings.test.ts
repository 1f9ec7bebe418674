import { expect, test } from 'vitest'
import { nodesOf, read, sources } from './sources.ts'

interface Call {
  readonly code: unknown
  readonly options: readonly unknown[]
}

/** Every failure that a file makes: its code, and the names of its options where they stand there. */
function failuresOf(path: string): Call[] {
  const found: Call[] = []
  for (const node of nodesOf(read(path), path)) {
    if (node.type !== 'NewExpression' || field(node['callee'], 'name') !== 'Failure') continue
    const given = Array.isArray(node['arguments']) ? node['arguments'] : []
    const properties = field(given[2], 'properties')
    const options = Array.isArray(properties) ? properties.map((one) => field(field(one, 'key'), 'name')) : []
    found.push({ code: field(given[0], 'value'), options })
  }
  return found
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

// The command line speaks English alone. All other codes say what has happened; this one only that somebody has to do otherwise.
test('a wrong use is named for those who say it in another language', () => {
  const rooms = sources.filter((path) => path.startsWith('main/') && !path.startsWith('main/cli/'))
  const unnamed = rooms.filter((path) =>
    failuresOf(path).some(({ code, options }) => code === 'usage' && !options.includes('saying'))
  )
  expect(unnamed).toEqual([])
})
