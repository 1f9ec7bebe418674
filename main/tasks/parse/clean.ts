/**
 * The answer without what some servers leave around it: thinking in tags, with or without their end, and the marks that
 * GLM sets around a box. Blank when nothing but thinking came.
 */
export function cleanAnswer(text: string): string {
  const body = text.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n')
  return withoutThinking(body)
    .replaceAll(/<\|(?:begin|end)_of_box\|>/gu, '')
    .trim()
}

const thinkingTags = ['think', 'thinking']

function withoutThinking(text: string): string {
  let rest = text.trimStart()
  for (const tag of thinkingTags) {
    const [opening, closing] = [`<${tag}>`, `</${tag}>`]
    while (rest.startsWith(opening)) {
      const end = rest.indexOf(closing)
      rest = end < 0 ? '' : rest.slice(end + closing.length).trimStart()
    }
    // Templates that begin the answer inside the tag leave only its end to us, at an end of a line: within one it is
    // content, for example code that was read from a picture.
    const end = new RegExp(`^[ \\t]*${closing}|${closing}[ \\t]*$`, 'mu').exec(rest)
    const thought = rest.slice(0, end?.index ?? 0)
    if (end && !thought.includes(opening)) rest = rest.slice(end.index + end[0].length).trimStart()
  }
  return rest
}
