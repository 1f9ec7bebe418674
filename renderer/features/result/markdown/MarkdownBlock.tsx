import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import ReactMarkdown, { type Components, type Options } from 'react-markdown'
import rehypeHighlight from 'rehype-highlight'
import rehypeKatex from 'rehype-katex'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { CodeBox } from '../code/CodeBox.tsx'
import { TableBox } from '../table/TableBox.tsx'
import { webAddress } from './address.ts'
import { languageOf, tableOf, textOf } from './element.ts'
import { askToOpen } from './link.tsx'
import classes from './Markdown.module.css'

const remarkPlugins: Options['remarkPlugins'] = [remarkGfm, remarkMath]
const rehypePlugins: Options['rehypePlugins'] = [
  // MathML needs neither fonts nor styles; limits keep a formula from growing without end.
  [rehypeKatex, { output: 'mathml', trust: false, strict: 'ignore', throwOnError: false, maxExpand: 100, maxSize: 50 }],
  [rehypeHighlight, { detect: false }]
]

/** Pictures are named, never loaded; HTML is not even read. Headings stand below those of the pane. */
const components: Components = {
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  img: ({ alt }) => <Picture alt={alt} />,
  h1: ({ children }) => <h3 dir="auto">{children}</h3>,
  h2: ({ children }) => <h3 dir="auto">{children}</h3>,
  h3: ({ children }) => <h4 dir="auto">{children}</h4>,
  h4: ({ children }) => <h5 dir="auto">{children}</h5>,
  h5: ({ children }) => <h5 dir="auto">{children}</h5>,
  h6: ({ children }) => <h5 dir="auto">{children}</h5>,
  input: ({ checked }) => <span aria-hidden>{checked === true ? '☑ ' : '☐ '}</span>,
  table: ({ node, children }) => <TableBox table={tableOf(node)}>{children}</TableBox>,
  pre: ({ node, children }) => (
    <CodeBox text={textOf(node).replace(/\n$/u, '')} language={languageOf(node)}>
      {children}
    </CodeBox>
  )
}

/** One part of an answer as Markdown. Rendered once for each text. */
export const MarkdownBlock = memo(({ text }: { readonly text: string }) => (
  <ReactMarkdown
    remarkPlugins={remarkPlugins}
    rehypePlugins={rehypePlugins}
    components={components}
    urlTransform={(url) => webAddress(url) ?? ''}
    skipHtml
  >
    {text}
  </ReactMarkdown>
))
MarkdownBlock.displayName = 'MarkdownBlock'

function Link({ href, children }: { readonly href: string | undefined; readonly children: React.ReactNode }) {
  if (href === undefined || href === '') return <span>{children}</span>
  return (
    <button
      type="button"
      className={`${classes['link']} mantine-focus-auto`}
      title={href}
      onClick={() => askToOpen(href)}
    >
      {children}
    </button>
  )
}

function Picture({ alt }: { readonly alt: string | undefined }) {
  const { t } = useTranslation('result')
  return <span className={classes['picture']}>{t('pictureNotLoaded', { alt: alt ?? '' })}</span>
}
