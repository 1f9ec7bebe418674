import type { ComponentProps, MouseEvent } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { bridge } from '../../../app/bridge.ts'

/** Pictures of an answer would be loaded from anywhere, and tell who looks. */
const refused = ['img']
const plugins = [remarkGfm]

const components: Components = { a: Link, table: WideTable }

/** An answer as Markdown: no HTML of its own, no pictures, links only through main, which allows few. */
export function Formatted({ text }: { readonly text: string }) {
  return (
    <Markdown remarkPlugins={plugins} disallowedElements={refused} components={components}>
      {text}
    </Markdown>
  )
}

function Link({ href, children }: ComponentProps<'a'>) {
  const open = (event: MouseEvent): void => {
    event.preventDefault()
    if (href !== undefined) void bridge().app.open({ what: 'link', url: href })
  }
  return (
    <a href={href} onClick={open}>
      {children}
    </a>
  )
}

/** Wider than the card: it scrolls by itself. */
function WideTable({ children }: ComponentProps<'table'>) {
  return (
    <div className="table">
      <table>{children}</table>
    </div>
  )
}
