import type { Problem } from '../../../../preload/contract/result.ts'
import { sentenceIn } from '../../../app/sentences.ts'
import { names } from '../../../locales/zh-CN/names.ts'
import { problems } from '../../../locales/zh-CN/problems.ts'
import { sentences } from '../../../locales/zh-CN/sentences.ts'

/** Why there is no answer, and what to do, in the language of the page. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const [message, advice] = document.documentElement.lang === 'zh-CN' ? inChinese(problem) : inEnglish(problem)
  return (
    <>
      <strong>{message}</strong>
      {advice !== undefined && <p>{advice}</p>}
    </>
  )
}

function inEnglish({ message, advice }: Problem): readonly [string, string?] {
  return advice === undefined ? [message] : [message, advice]
}

function inChinese({ code, saying }: Problem): readonly [string, string?] {
  const { title, advice: usual } = problems[code]
  const [message, advice = usual] = (saying && sentenceIn({ sentences, names }, saying)) ?? [title]
  return advice === '' ? [message] : [message, advice]
}
