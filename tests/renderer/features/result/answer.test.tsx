// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { Answer } from '../../../../renderer/features/result/markdown/Answer.tsx'
import { LinkDialog } from '../../../../renderer/features/result/markdown/link.tsx'
import { bad } from '../../fake-bridge.ts'
import { show } from '../../window.tsx'

/** Whatever could run, load or lead somewhere without a question. */
const dangerous =
  'script, iframe, object, embed, img, svg:not(.lucide), style, link, base, form, meta, video, audio, a[href], [src]'

function handlersIn(element: Element): string[] {
  return [element, ...element.querySelectorAll('*')].flatMap((one) =>
    one.getAttributeNames().filter((name) => name.startsWith('on'))
  )
}

describe('a hostile answer', () => {
  test.each([
    ['a script', '<script>window.hit = 1</script>'],
    ['an event handler', '<img src=x onerror="window.hit = 1">'],
    ['a handler behind Markdown', 'Text\n\n<details open ontoggle="window.hit = 1"><summary>x</summary></details>'],
    ['SVG', '<svg/onload=window.hit=1>'],
    ['an iframe', '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>'],
    ['a style', '<style>body{display:none}</style><p style="position:fixed;inset:0">over all</p>'],
    ['a link of another scheme', '[click](javascript:window.hit=1) [again](JAVASCRIPT:hit) [x](data:text/html,hit)'],
    ['a hidden scheme', '[click](java&#x0A;script:window.hit=1) [b](&#106;avascript:hit) <javascript:hit>'],
    [
      'a picture',
      '![pixel](https://example.org/pixel.png) ![x](data:image/png;base64,AAAA) ![y][z]\n\n[z]: http://e.example/z.png'
    ],
    [
      'a formula',
      '$\\href{javascript:window.hit=1}{x}$ $\\includegraphics{https://e.example/x.png}$ $\\htmlStyle{color:red}{x}$'
    ],
    ['an endless macro', '$\\def\\a{\\a\\a}\\a$ $\\kern1e9em$'],
    ['a form', '<form action="https://e.example"><input name=key></form>'],
    [
      'a broken table',
      '| <script>hit</script> | [a](javascript:hit) |\n| - | - |\n| <img src=x onerror=hit> | ![x](x) |'
    ],
    ['a note', 'Text[^1]\n\n[^1]: <script>hit</script> [x](javascript:hit)']
  ])('%s neither runs nor loads nor leads anywhere', async (_, text) => {
    await show(
      <section aria-label="answer">
        <Answer text={`Before.\n\n${text}\n\nAfter.`} />
      </section>
    )
    const answer = screen.getByRole('region', { name: 'answer' })
    expect(answer.textContent).toContain('Before.')
    expect(answer.textContent).toContain('After.')
    expect(Array.from(answer.querySelectorAll(dangerous), (element) => element.outerHTML)).toEqual([])
    expect(handlersIn(answer)).toEqual([])
    expect('hit' in window).toBe(false)
  })

  test('a picture is named, not loaded', async () => {
    await show(<Answer text="![a cat](https://example.org/cat.png)" />)
    expect(screen.getByText('Picture, not loaded: a cat')).toBeTruthy()
  })

  test('deep nesting is shown as it is', async () => {
    const { container } = await show(<Answer text={`${'> '.repeat(1500)}deep\n\n${'['.repeat(3000)}`} />)
    expect(container.querySelector('blockquote')).toBeNull()
    expect(container.textContent).toContain('deep')
  })

  test('ten megabytes are shown in portions', async () => {
    const { container, user } = await show(<Answer text={'A line of a very long answer.\n'.repeat(350_000)} />)
    const length = () => container.textContent?.length ?? 0
    await screen.findByRole('button', { name: /Show more/ })
    const first = length()
    expect(first).toBeLessThan(80_000)
    await user.click(screen.getByRole('button', { name: /Show more/ }))
    await screen.findByRole('button', { name: /Show more/ })
    expect(length()).toBeGreaterThan(first * 1.5)
  })

  test('a huge table is shown in portions, and copied whole', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => `| ${row} | <b>x</b> |`).join('\n')
    const { container, user } = await show(<Answer text={`| No | Text |\n| - | - |\n${rows}`} />)
    expect(container.querySelectorAll('tbody tr')).toHaveLength(200)
    expect(container.querySelector('b')).toBeNull()
    await user.click(screen.getByRole('button', { name: /Show 200 more rows/ }))
    expect(container.querySelectorAll('tbody tr')).toHaveLength(400)
    await user.click(screen.getByRole('button', { name: 'Copy the table' }))
    await user.click(await screen.findByRole('menuitem', { name: 'CSV' }))
    const copied = await navigator.clipboard.readText()
    expect(copied.split('\r\n')).toHaveLength(3001)
    expect(copied).toContain('2999,<b>x</b>')
  })

  test('letters that run to the left stay within their paragraph', async () => {
    const { container } = await show(<Answer text={'Pay \u202e0001$ now\n\n[\u202emoc.live](https://example.org)'} />)
    // Each has a direction of its own by the style sheet; nothing may flatten them into one element.
    expect(container.querySelectorAll('p')).toHaveLength(2)
    expect(screen.getByRole('button').getAttribute('title')).toBe('https://example.org/')
  })
})

describe('what an answer may have', () => {
  test('marks, lists, tables, code and formulas', async () => {
    const text =
      '# Title\n\nSome **bold** words and `code`.\n\n- [x] done\n- [ ] open\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```ts\nconst a = 1\n```\n\n$a^2$'
    const { container } = await show(<Answer text={text} />)
    expect(screen.getByRole('heading', { level: 3, name: 'Title' })).toBeTruthy()
    expect(container.querySelector('strong')?.textContent).toBe('bold')
    expect(within(screen.getByRole('table')).getAllByRole('cell')).toHaveLength(2)
    expect(container.querySelector('.hljs-keyword')?.textContent).toBe('const')
    expect(container.querySelector('math')).not.toBeNull()
    expect(container.querySelector('input')).toBeNull()
  })

  test('code is copied as it is written', async () => {
    const { user } = await show(<Answer text={'```py\ndef a():\n\treturn "<b>"\n```'} />)
    await user.click(screen.getByRole('button', { name: 'Copy the code' }))
    expect(await navigator.clipboard.readText()).toBe('def a():\n\treturn "<b>"')
  })

  test.each([
    ['CSV', 'a,b\r\n"1,5","say ""hi"""'],
    ['Markdown', '| a | b |\n| --- | --- |\n| 1,5 | say "hi" |'],
    ['For a spreadsheet (TSV)', 'a\tb\n1,5\tsay "hi"']
  ])('a table is copied as %s', async (format, copied) => {
    const { user } = await show(<Answer text={'| a | b |\n| - | - |\n| 1,5 | say "hi" |'} />)
    await user.click(screen.getByRole('button', { name: 'Copy the table' }))
    await user.click(await screen.findByRole('menuitem', { name: format }))
    expect(await navigator.clipboard.readText()).toBe(copied)
  })
})

describe('a link', () => {
  const page = (
    <>
      <Answer text="[your bank](https://evil.example/login?next=bank)" />
      <LinkDialog />
    </>
  )
  test('shows all of its address before anything is opened', async () => {
    const { user, fake } = await show(page)
    await user.click(screen.getByRole('button', { name: 'your bank' }))
    expect(await screen.findByText('https://evil.example/login?next=bank')).toBeTruthy()
    expect(fake.calls.filter(({ channel }) => channel === 'app.open')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Open in the browser' }))
    expect(fake.calls.filter(({ channel }) => channel === 'app.open')).toEqual([
      { channel: 'app.open', argument: { what: 'link', url: 'https://evil.example/login?next=bank' } }
    ])
  })

  test('that main refuses says why, and can be copied', async () => {
    const { user, fake } = await show(page)
    fake.answer('app.open', () => bad({ code: 'usage', message: 'This address is not one that is opened.' }))
    await user.click(screen.getByRole('button', { name: 'your bank' }))
    await user.click(await screen.findByRole('button', { name: 'Open in the browser' }))
    expect(await screen.findByText('This address is not one that is opened.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Copy the address' }))
    expect(await navigator.clipboard.readText()).toBe('https://evil.example/login?next=bank')
  })
})
