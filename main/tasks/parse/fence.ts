/** One fenced block. Offsets in the text that it was found in. */
export interface Fence {
  /** First word after the opening marks, lower case; may be empty. */
  readonly language: string
  readonly body: string
  readonly from: number
  readonly to: number
  /** False when the text ends before the closing line. */
  readonly closed: boolean
}

/** Fenced blocks in order. The last one may lack its closing line, as happens when an answer is cut off. */
export function findFences(text: string): Fence[] {
  const fences: Fence[] = []
  let open: { marks: string; language: string; from: number; body: number } | undefined
  let start = 0
  while (start <= text.length) {
    const end = endOfLine(text, start)
    const line = text.slice(start, end)
    const [, marks = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/u.exec(line) ?? []
    if (open && marks.startsWith(open.marks) && rest.trim() === '') {
      fences.push({ ...blockOf(text, open, start - 1), to: Math.min(end + 1, text.length), closed: true })
      open = undefined
    } else if (!open && marks !== '' && !rest.includes('`')) {
      const [language = ''] = rest.trim().split(/\s/u)
      open = { marks, language: language.toLowerCase(), from: start, body: Math.min(end + 1, text.length) }
    }
    start = end + 1
  }
  if (open) fences.push({ ...blockOf(text, open, text.length), to: text.length, closed: false })
  return fences
}

/**
 * What stands inside, when the whole text is one fenced block; else the text itself. `languages` are those for which the
 * fence is taken off, any when missing.
 */
export function withoutOuterFence(text: string, languages?: readonly string[]): string {
  const [head = '', marks = '', language = ''] = /^(`{3,}|~{3,})[ \t]*([\w+#.-]*)[ \t]*\n/u.exec(text) ?? []
  if (head === '' || languages?.includes(language.toLowerCase()) === false) return text
  const last = text.lastIndexOf('\n') + 1
  // Code inside a document that is fenced has fences of its own: only the first and the last line are taken off.
  if (text.slice(last).trim() === marks) return text.slice(head.length, Math.max(head.length, last - 1))
  const [fence, ...others] = findFences(text)
  return fence && !fence.closed && others.length === 0 ? text.slice(head.length) : text
}

function blockOf(text: string, open: { language: string; from: number; body: number }, end: number) {
  return { language: open.language, body: text.slice(open.body, Math.max(open.body, end)), from: open.from }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
