// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { failureCodes } from '../../../main/failure.ts'
import { problems as english } from '../../../renderer/locales/en/problems.ts'
import { problems as chinese } from '../../../renderer/locales/zh-CN/problems.ts'
import { Boundary } from '../../../renderer/ui/Boundary.tsx'
import { ProblemView } from '../../../renderer/ui/ProblemView.tsx'
import { show } from '../window.tsx'

describe('texts of problems', () => {
  it('are there for every way to fail, and for no other', () => {
    expect(Object.keys(english).toSorted()).toEqual([...failureCodes].toSorted())
    expect(Object.keys(chinese).toSorted()).toEqual([...failureCodes].toSorted())
  })

  it.each(failureCodes)('%s: both languages say what to do, or neither', (code) => {
    expect(english[code].title).not.toBe('')
    expect(chinese[code].title).toMatch(/[\u4e00-\u9fff]/)
    expect(chinese[code].advice === '').toBe(english[code].advice === '')
  })
})

const problem = { code: 'vision-auth', message: 'api.example.org answered 401.', advice: 'Make a new key.' } as const

describe('ProblemView', () => {
  it('says it in English as main does, and tries again', async () => {
    const retry = vi.fn<() => void>()
    const { user } = await show(<ProblemView problem={problem} retry={retry} />)
    expect(screen.getByRole('alert').textContent).toContain('api.example.org answered 401.Make a new key.')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledTimes(1)
  })

  it('says it in Chinese by the table, without a word of what main says', async () => {
    await show(<ProblemView problem={problem} />, { shown: 'zh-CN' })
    const { textContent } = screen.getByRole('alert')
    expect(textContent).toContain(chinese['vision-auth'].title)
    expect(textContent).toContain(chinese['vision-auth'].advice)
    expect(textContent).not.toMatch(/answered|Make a new key/)
  })

  it('has the usual advice where main has none', async () => {
    await show(<ProblemView problem={{ code: 'disk', message: 'The disk is full.' }} />)
    expect(screen.getByText(english.disk.advice)).toBeTruthy()
  })

  it('copies what a person would send to somebody who can help', async () => {
    const { user } = await show(<ProblemView problem={problem} />)
    await user.click(screen.getByRole('button', { name: 'Copy details' }))
    expect(await navigator.clipboard.readText()).toContain('(vision-auth)')
    expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy()
  })
})

function Fragile({ breaks }: { readonly breaks: boolean }) {
  if (breaks) throw new Error('a row too many')
  return <p>whole</p>
}

function Pane() {
  const [breaks, setBreaks] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setBreaks(false)}>
        mend
      </button>
      <Boundary>
        <Fragile breaks={breaks} />
      </Boundary>
    </>
  )
}

describe('Boundary', () => {
  it('shows what broke in place of the pane, and the pane again when it can', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { user } = await show(<Pane />)
    expect(screen.getByText('a row too many')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'mend' }))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(screen.getByText('whole')).toBeTruthy()
    error.mockRestore()
  })

  it('starts anew with another subject', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { rerender } = await show(<Pane />)
    rerender(
      <Boundary subject={2}>
        <Fragile breaks={false} />
      </Boundary>
    )
    expect(screen.getByText('whole')).toBeTruthy()
    error.mockRestore()
  })
})
