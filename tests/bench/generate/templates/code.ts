import { documentOf, each, escape, type Look } from '../look.ts'

export interface Code {
  readonly tabs: readonly string[]
  /** Lines of one pane, or of several side by side. */
  readonly panes: readonly CodePane[]
  /** CSS pixels. */
  readonly size?: number
  /** Height over size of a line. */
  readonly leading?: number
  readonly colours: CodeColours
}

export interface CodePane {
  readonly lines: readonly string[]
  /** Number of the first line. */
  readonly first: number
  readonly language?: Language
}

export interface CodeColours {
  readonly keyword: string
  readonly string: string
}

export const lightCode: CodeColours = { keyword: '#af00db', string: '#a31515' }
export const darkCode: CodeColours = { keyword: '#c586c0', string: '#ce9178' }

/** Words in the colour of keywords, of the languages that the sets hold. */
const keywords = {
  typescript: /\b(import|from|const|let|for|if|return|class|export|function|await|async|throw|new|try|catch)\b/g,
  python: /\b(import|from|def|class|return|for|in|if|elif|else|with|as|yield|raise|not|None|True|False)\b/g,
  c: /\b(include|define|struct|static|const|void|int|char|size_t|return|for|while|if|else|sizeof)\b/g,
  sql: /\b(SELECT|FROM|WHERE|LEFT|JOIN|ON|GROUP|BY|ORDER|HAVING|CREATE|INDEX|AS|WITH|INSERT|INTO|VALUES|LIMIT)\b/g,
  shell: /\b(if|then|fi|for|do|done|local|function|return|case|esac|exit|export|set)\b/g
}
export type Language = keyof typeof keywords

/** A line of code as HTML with its strings and keywords in colour. */
export function highlighted(line: string, language: Language, colours: CodeColours): string {
  if (!line.trim()) return ' '
  return escape(line)
    .replace(/("[^"]*")/g, `<span style="color:${colours.string}">$1</span>`)
    .replace(keywords[language], (word) => `<span style="color:${colours.keyword}">${word}</span>`)
}

/** The lines of a pane with their numbers, as HTML. */
export function paneOf(pane: CodePane, colours: CodeColours): string {
  const row = (line: string, index: number): string =>
    `<div class=l data-whole><i class=dim>${pane.first + index}</i><code>${highlighted(line, pane.language ?? 'typescript', colours)}</code></div>`
  return `<div class=ed>${pane.lines.map(row).join('')}</div>`
}

/** An editor: tabs above one or more panes of numbered lines. */
export function code(look: Look, text: Code): string {
  const { size = 14, leading = 1.5 } = text
  const [first = '', ...others] = text.tabs
  return documentOf(
    look,
    `body{display:flex;flex-direction:column} .tabs{display:flex;background:${look.theme.panel};font-size:13px} .tabs div{padding:8px 16px} .w{display:flex;gap:30px;padding:10px 0} .ed{font:${size}px/${leading} ${look.fonts.mono}} .l{display:flex;white-space:pre} .l i{font-style:normal;width:52px;text-align:right;padding-right:18px} code{font:inherit}`,
    `<div class=tabs>${each([first], 'div')}${each(others, 'div', 'class=dim')}</div><div class=w>${text.panes.map((pane) => paneOf(pane, text.colours)).join('')}</div>`
  )
}
