/** Values for the names in braces of a template; an empty one takes the whole bracket around it away. */
export type Values = Readonly<Record<string, string>>

/** Fills `{name}`; what stands in `[…]` is left out when a name in it has no value. Values are not looked into. */
export function fill(template: string, values: Values): string {
  return template.replace(/\[([^[\]]*)\]|\{(\w+)\}/g, (_, group: string | undefined, name: string | undefined) => {
    if (name !== undefined) return values[name] ?? ''
    const names = [...(group ?? '').matchAll(/\{(\w+)\}/g)].map(([, inside = '']) => values[inside] ?? '')
    return names.includes('') ? '' : fill(group ?? '', values)
  })
}
