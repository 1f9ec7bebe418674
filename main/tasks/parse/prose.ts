import { withoutRanges } from './json.ts'

/** What a model says around its data, without the empty fences that are left. At most 20,000 characters. */
export function proseOf(answer: string, ranges: readonly { readonly from: number; readonly to: number }[]): string {
  return withoutRanges(answer, ranges, '')
    .replaceAll(/^ {0,3}(?:`{3,}|~{3,})[\w-]*[ \t]*$/gmu, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()
    .slice(0, 20_000)
}
