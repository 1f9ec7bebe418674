/** A stretch of one of two texts; `changed` where the other one does not have it. */
export interface Stretch {
  readonly text: string
  readonly changed: boolean
}

/** Words of each text beyond which comparing would be felt. */
const mostWords = 1500

/** What two texts do not have in common, word by word (Chinese letter by letter). Texts that are too long are not marked. */
export function diffWords(left: string, right: string): { readonly left: Stretch[]; readonly right: Stretch[] } {
  const [a, b] = [wordsOf(left), wordsOf(right)]
  if (a.length > mostWords || b.length > mostWords) return { left: [whole(left)], right: [whole(right)] }
  const width = b.length + 1
  // How many words the rests from `i` and `j` on have in common.
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const [one, other]: [Stretch[], Stretch[]] = [[], []]
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      append(one, a[i++] ?? '', false)
      append(other, b[j++] ?? '', false)
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) append(one, a[i++] ?? '', true)
    else append(other, b[j++] ?? '', true)
  }
  return { left: one, right: other }
}

/** Words, blanks and single Chinese letters; joined they are the text. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\u2e80-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u9fff\uf900-\ufaff]+/gu) ?? []
}

function append(stretches: Stretch[], text: string, changed: boolean): void {
  const last = stretches.at(-1)
  // A blank belongs to what stands before it.
  if (last !== undefined && (last.changed === changed || text.trim() === '')) {
    stretches[stretches.length - 1] = { text: last.text + text, changed: last.changed }
  } else stretches.push({ text, changed })
}

function whole(text: string): Stretch {
  return { text, changed: false }
}
