// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { saying } from '../../../main/saying.ts'
import { hear } from '../../../renderer/app/events.ts'
import { setLanguage } from '../../../renderer/app/language.ts'
import { problems } from '../../../renderer/locales/zh-CN/problems.ts'
import { notify } from '../../../renderer/ui/notify.tsx'
import { ProblemView } from '../../../renderer/ui/ProblemView.tsx'
import { type Told, toldLine, toldText } from '../../../renderer/ui/told.ts'
import { useTold } from '../../../renderer/ui/useTold.ts'
import { show } from '../window.tsx'

const stray = { message: 'The key of A goes to b.', saying: saying('sent.key-elsewhere', { provider: 'A', host: 'b' }) }
const fromLater = { name: 'a.later-one', values: {} } as unknown as NonNullable<Told['saying']>

describe('in Chinese', () => {
  beforeEach(() => setLanguage('zh-CN'))

  test.each<[string, Told, string]>([
    ['by its name, with its values', stray, 'A 的密钥将发送到 b。'],
    [
      'with the advice of its name',
      { message: 'x', saying: saying('picture.clipboard') },
      '剪贴板中没有图片。请复制图片、图片文件或图片网址，然后重新粘贴。'
    ],
    [
      'by its code where it has no name',
      { code: 'disk', message: 'Full.' },
      `${problems.disk.title}${problems.disk.advice}`
    ],
    [
      'by its code where the name is of a later version',
      { code: 'disk', message: 'Full.', saying: fromLater },
      `${problems.disk.title}${problems.disk.advice}`
    ],
    [
      'a name of a prototype is none',
      { code: 'disk', message: '', saying: { ...fromLater, name: 'constructor' as never } },
      `${problems.disk.title}${problems.disk.advice}`
    ],
    ['as an older version has kept it', { message: 'Cut off.' }, 'Cut off.'],
    ['with a code of a later version', { code: 'a-later-code', message: 'What it says.' }, 'What it says.']
  ])('%s', (_, told, text) => {
    expect(toldLine(told)).toBe(text)
  })

  test('the advice of the code stands in where the name has none', () => {
    const told = { code: 'pack-missing', message: 'x', saying: saying('pack.shipped') }
    expect(toldText(told).advice).toBe(problems['pack-missing'].advice)
  })
})

test('English has the sentences of main', async () => {
  await setLanguage('en')
  expect(toldLine({ ...stray, advice: 'Look.' })).toBe('The key of A goes to b. Look.')
})

function Line({ told }: { readonly told: Told }) {
  return <p>{useTold()(told)}</p>
}

test('what stands on the screen is said anew when the language changes', async () => {
  const problem = {
    code: 'usage',
    message: 'It is not said which jobs.',
    saying: saying('work.nothing-chosen')
  } as const
  await show(
    <>
      <Line told={stray} />
      <ProblemView problem={problem} />
    </>
  )
  expect(screen.getByText('The key of A goes to b.')).toBeTruthy()
  await act(async () => await setLanguage('zh-CN'))
  expect(screen.getByText('A 的密钥将发送到 b。')).toBeTruthy()
  expect(screen.getByText('没有选择任何项目。')).toBeTruthy()
  expect(screen.queryByText(/It is not said/)).toBeNull()
})

test('a toast that stands there changes its language, too', async () => {
  await show(<p>window</p>)
  await act(async () => {
    notify.problem({ code: 'usage', message: 'A PDF cannot be made here.', saying: saying('library.no-pdf') })
    hear({ kind: 'notice', level: 'warning', problem: stray })
  })
  expect(screen.getByText('The key of A goes to b.')).toBeTruthy()
  await act(async () => await setLanguage('zh-CN'))
  expect(screen.getByText('A 的密钥将发送到 b。')).toBeTruthy()
  expect(screen.getByText('此处无法生成 PDF。请选择其他格式。')).toBeTruthy()
})
