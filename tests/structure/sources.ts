import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseSync } from 'vite'

/** The project. */
export const root = resolve(import.meta.dirname, '../..')

/** Paths of files, with forward slashes, relative to the project. */
export function files(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root }).map((path) => path.replaceAll('\\', '/'))
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Everything that becomes part of the app. */
export const sources = files('main/**/*.ts', 'preload/**/*.ts', 'renderer/**/*.{ts,tsx}').filter(
  (path) => !path.endsWith('.d.ts')
)

interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** Every node of a program, in no order. */
export function* nodesOf(text: string, name: string): Generator<Node> {
  const open: unknown[] = [parseSync(name, text).program]
  while (open.length > 0) {
    const value = open.pop()
    if (isNode(value)) yield value
    if (typeof value === 'object' && value !== null) open.push(...Object.values(value))
  }
}

/** The text of a program without its comments. */
export function withoutComments(path: string): string {
  const text = read(path)
  const { comments } = parseSync(path, text)
  return comments.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}

/** What a program asks for when it is run: imports and exports of values, dynamic imports, `require`. Not types. */
export function valueImports(text: string, name: string): string[] {
  const found: string[] = []
  for (const node of nodesOf(text, name)) {
    const source = isNode(node['source']) ? node['source']['value'] : undefined
    const isType = node['importKind'] === 'type' || node['exportKind'] === 'type' || onlyTypes(node['specifiers'])
    const asked = node.type === 'CallExpression' ? requiredBy(node) : isType ? undefined : source
    if (typeof asked === 'string') found.push(asked)
  }
  return found
}

/** `import { type A, type B }`: nothing is left of it when types are stripped, but that it is run. */
function onlyTypes(specifiers: unknown): boolean {
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false
  return specifiers.every((one) => isNode(one) && (one['importKind'] === 'type' || one['exportKind'] === 'type'))
}

function requiredBy({ callee, arguments: given }: Node): unknown {
  if (!isNode(callee) || callee['name'] !== 'require' || !Array.isArray(given)) return undefined
  const [first]: unknown[] = given
  return isNode(first) ? (first['value'] ?? '(computed)') : '(computed)'
}

/** All that some files bring along when they are run: files of the project, and packages by name. */
export function closureOf(entries: readonly string[]): {
  readonly files: ReadonlySet<string>
  readonly packages: ReadonlySet<string>
} {
  const seen = new Set<string>()
  const packages = new Set<string>()
  const open = [...entries]
  while (open.length > 0) {
    const path = open.pop() ?? ''
    if (seen.has(path)) continue
    seen.add(path)
    for (const asked of valueImports(read(path), path)) {
      if (!asked.startsWith('.')) packages.add(asked)
      else if (/\.tsx?$/.test(asked)) open.push(join(path, '..', asked).replaceAll('\\', '/'))
    }
  }
  return { files: seen, packages }
}
