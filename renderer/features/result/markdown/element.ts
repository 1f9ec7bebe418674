import type { ExtraProps } from 'react-markdown'

type Element = NonNullable<ExtraProps['node']>
type Node = Element | Element['children'][number] | undefined

/** All text within an element of parsed Markdown. */
export function textOf(node: Node): string {
  if (node === undefined) return ''
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}

/** The cells of a table. */
export function tableOf(node: Node): { readonly header: string[]; readonly rows: string[][] } {
  return { header: rowsIn(node, 'thead')[0] ?? [], rows: rowsIn(node, 'tbody') }
}

/** The language that a fenced block names; empty for none. */
export function languageOf(node: Node): string {
  const names = childrenOf(node, ['code'])[0]?.properties['className']
  const name = Array.isArray(names)
    ? names.find((one) => typeof one === 'string' && one.startsWith('language-'))
    : undefined
  return typeof name === 'string' ? name.slice('language-'.length) : ''
}

function rowsIn(node: Node, part: 'thead' | 'tbody'): string[][] {
  return childrenOf(node, [part]).flatMap((section) =>
    childrenOf(section, ['tr']).map((row) => childrenOf(row, ['th', 'td']).map(textOf))
  )
}

function childrenOf(node: Node, names: readonly string[]): Element[] {
  if (node?.type !== 'element') return []
  return node.children.filter((child): child is Element => child.type === 'element' && names.includes(child.tagName))
}
