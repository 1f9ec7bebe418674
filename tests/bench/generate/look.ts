/** Colours of a page. */
export interface Theme {
  readonly background: string
  readonly text: string
  readonly dim: string
  readonly panel: string
  readonly line: string
  readonly accent: string
  readonly selected: string
}

/** CSS font lists. */
export interface Fonts {
  readonly sans: string
  readonly serif: string
  readonly mono: string
}

/** How a page looks, whatever it says. */
export interface Look {
  readonly theme: Theme
  readonly fonts: Fonts
}

export const light: Theme = {
  background: '#ffffff',
  text: '#1b1b1f',
  dim: '#5b6068',
  panel: '#f3f4f6',
  line: '#d6d9de',
  accent: '#0b57d0',
  selected: '#e3edfd'
}

export const dark: Theme = {
  background: '#1e1f22',
  text: '#dcdde0',
  dim: '#9aa0a8',
  panel: '#2b2d31',
  line: '#3c3f45',
  accent: '#7fb1ff',
  selected: '#2f4263'
}

/** Text as HTML shows it. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A whole document; `body` is HTML. */
export function documentOf({ theme, fonts }: Look, style: string, body: string): string {
  return `<!doctype html><meta charset=utf-8><style>
*{box-sizing:border-box} html,body{margin:0;height:100%;overflow:hidden;background:${theme.background};color:${theme.text};font-family:${fonts.sans}}
.dim{color:${theme.dim}} .acc{color:${theme.accent}} .panel{background:${theme.panel}} ${style}</style>${body}`
}

/** Each of `items` as an element with `attributes`. */
export function each(items: readonly string[], tag: string, attributes = ''): string {
  return items.map((item) => `<${tag}${attributes ? ` ${attributes}` : ''}>${escape(item)}</${tag}>`).join('')
}
